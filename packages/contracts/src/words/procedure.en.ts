import type { ProcedureWords } from './procedure.js';

export const procedureEn: ProcedureWords = {
  closed: (phone) =>
    `This procedure is not open online. Telephone us at ${phone}, or write to us by the form below.`,
  receiptTitle: 'Electronic acknowledgement',
};
