import type { ReceiptMailWords } from './receipt-mail.js';

export const receiptMailEn: ReceiptMailWords = {
  intro:
    'This is optional. Your address serves to send you this e-mail, and to find your request again if you lose the tracking code. It is erased one year after the last news of your request.',
  email: 'E-mail address',
  emailHint: 'For example: name@example.fr',
  ask: 'Receive this e-mail',
  sending: 'Sending…',
  asked:
    'The e-mail leaves within a few minutes. Nothing comes? Check the address, and look in your junk mail.',
  emailRequired: 'Enter your e-mail address.',
  emailInvalid: 'This address is incomplete or mistyped. It looks like name@example.fr.',
};
