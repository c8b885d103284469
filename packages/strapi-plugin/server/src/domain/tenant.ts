/** The administration that a public call is for, resolved from the code in its path. */
import type { Administration } from '@guichet/contracts/administration';
import type { ReceiptService } from '@guichet/contracts/receipt';
import type { Procedure } from './procedure.js';

/** A service one can write to, with what its notices and receipts need. */
export interface Desk {
  slug: string;
  name: string;
  email: string;
  phone: string;
  address: string;
}

/** Never more than ten seconds stale. */
export interface Tenant {
  /** Immutable: what every row carries. */
  id: string;
  /**
   * The tenant and those it succeeded: what their residents sent is its own to answer for, so references, codes,
   * links and keys from before a merger keep working. Its own id comes first.
   */
  ids: readonly string[];
  /** What is public of it. `administration.code` is the code that answers now. */
  administration: Administration;
  /** Exact origins of its own pages and the hosting's. */
  origins: ReadonlySet<string>;
  desks: readonly Desk[];
  /** What can be started here, the general form first. */
  procedures: readonly Procedure[];
  /** Two or three characters (`28`, `2A`, `971`), for its public holidays; null where unknown. */
  departement: string | null;
  /** Absolute URL of the attestation that its information system is secured, null where none was given. */
  securityAttestation: string | null;
}

/** Who handles a request, as its receipts name it; a desk that was removed since gives way to the administration. */
export function serviceOf(
  { administration, desks }: Pick<Tenant, 'administration' | 'desks'>,
  recipient: string | null,
): ReceiptService {
  const { name, human } = administration;
  const desk = desks.find(({ slug }) => slug === recipient);
  const { address, email, phone } = desk ?? human;
  return { name: desk ? `${name}, ${desk.name}` : name, address, email, phone };
}
