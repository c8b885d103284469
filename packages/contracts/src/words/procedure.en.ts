import type { ProcedureWords } from './procedure.js';

export const procedureEn: ProcedureWords = {
  closed: (phone) =>
    `This procedure is not open online. Telephone us at ${phone}, or write to us by the form below.`,
  reserved:
    'Online, this procedure has a service of its own: a message sent from here would not count as a request.',
  reservedOthers:
    'Before you write: online, these procedures have services of their own. A message sent from here would not count as a request.',
  receiptTitle: 'Electronic acknowledgement',
};
