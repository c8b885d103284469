/** What the terms of use are generated from. */
import type { HereRule } from '@guichet/contracts/admin/retention';
import type { Administration } from '@guichet/contracts/administration';

export interface TermsModel {
  administration: Administration;
  securityAttestation: string | null;
  /** Address that receipts leave from (CRPA R112-11-3). */
  mailFrom: string;
  /** Host name of the hosting, the processor. */
  host: string;
  /** Addresses of the pages, in the language of this one. */
  contact: string;
  /** Where a defect of accessibility is signalled; null where there is no procedure for it. */
  accessibility: string | null;
  tracking: string;
  /** Of each procedure, the general form first (title null), how long its requests are kept. */
  retentions: { title: string | null; here: HereRule | null; isPassing: boolean }[];
}
