import type { Attachment } from '@guichet/contracts/attachment';
import type { Receipt } from '@guichet/contracts/receipt';
import type { Core } from '@strapi/types';
import { instantWithOffset } from '../../domain/civil-date.js';
import { serviceOf, type Tenant } from '../../domain/tenant.js';
import { getService } from '../../strapi/services.js';

/** What is received, as far as its receipt tells it. */
export interface Received {
  reference: string;
  recipient: string | null;
  receivedAt: Date;
  attachments: readonly Attachment[];
  /** What takes the place of the registration receipt (CRPA R112-11-2). */
  acknowledgement?: Receipt | null;
}

/**
 * What is given at once, signed: the acknowledgement where it need not wait, else the registration receipt (CRPA
 * R112-11-2), with who handles the request and how to reach them (R112-11-1, 2°). Made at once, so it is issued when the
 * request is received, whenever it is made again.
 */
export function firstReceipt(
  strapi: Core.Strapi,
  tenant: Tenant,
  { reference, recipient, receivedAt, attachments, acknowledgement }: Received,
): Promise<Receipt & { jws: string }> {
  const { administration } = tenant;
  const at = instantWithOffset(receivedAt, administration.timeZone);
  return getService(strapi, 'signature').sign(
    acknowledgement ?? { kind: 'registration', service: serviceOf(tenant, recipient) },
    {
      administration,
      reference,
      receivedAt: at,
      issuedAt: at,
      attachments: attachments.map(({ sha256 }) => sha256),
    },
  );
}
