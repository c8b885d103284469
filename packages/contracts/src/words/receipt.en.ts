import type { ReceiptWords } from './receipt.js';

export const receiptEn: ReceiptWords = {
  kinds: {
    registration: 'Registration receipt (accusé d’enregistrement électronique)',
    acknowledgement: 'Acknowledgement of receipt (accusé de réception électronique)',
    decision: 'Decision (décision)',
    attestation: 'Certificate of implied acceptance (attestation de décision implicite d’acceptation)',
  },
  administration: 'Administration',
  siren: (siren) => `SIREN ${siren.replace(/(\d{3})(?=\d)/g, '$1\u00a0')}`,
  reference: 'Reference of the request',
  receivedAt: 'Request received on',
  issuedAt: 'Receipt issued on',
  trackingCode: 'Tracking code',
  trackingCodeHint: 'With the reference, the tracking code opens your request: do not give it to anyone.',

  file: {
    registration: 'registration-receipt',
    acknowledgement: 'acknowledgement',
    attestation: 'certificate',
  },
  lead: {
    registration:
      'Your message has arrived. The date of reception below is authoritative (code des relations entre le public et l’administration, articles L112-13 and R112-11-2).',
    acknowledgement:
      'This is the acknowledgement of your message (code des relations entre le public et l’administration, articles L112-11 and R112-11-1). The date of reception below is authoritative (article L112-13).',
    attestation:
      'The administration certifies that this request is granted, by implied decision (code des relations entre le public et l’administration, article L232-3).',
  },
  prevails: 'A French text follows; in law, it prevails.',

  service: 'The service in charge',
  silence: 'The answer',
  attachments: 'The files received',
  fingerprint: 'SHA-256 fingerprint of a file',
  attachmentsHint: 'The SHA-256 fingerprint of each file proves that it has not changed since.',

  verify: 'Verify this receipt',
  scan: 'To prove that this receipt was issued by the administration and is unaltered, scan the code with a telephone, or follow this link:',
  follow: 'To prove that this receipt was issued by the administration and is unaltered, follow this link:',
  picture: 'QR code that opens the page where this receipt is verified',
  proof: 'This is evidence of integrity, neither a signature nor a qualified seal.',
  page: (number, count) => `page ${number} of ${count}`,

  attestation: {
    issuedAt: 'Certificate issued on',
    grantedOn: 'Request granted on',
    author: 'Certified by',
    verify: 'Verify this certificate',
    scan: 'To prove that this certificate was issued by the administration and is unaltered, scan the code with a telephone, or follow this link:',
    follow:
      'To prove that this certificate was issued by the administration and is unaltered, follow this link:',
    picture: 'QR code that opens the page where this certificate is verified',
  },
};
