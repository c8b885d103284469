import type { VerificationWords } from './verification.js';

export const verificationEn: VerificationWords = {
  title: 'Verify a document',
  intro:
    'This page tells whether a receipt, a decision or a certificate was issued by this platform, and whether it has been altered since. What you paste here is not kept.',
  noScript:
    'Did you follow the link or the QR code of a document? Copy the whole address of this page, at the top of your browser, and paste it below.',
  code: 'Verification code',
  codeHint: 'A long run of letters and digits that begins with eyJ. Copy all of it; line breaks do no harm.',
  codeRequired: 'Paste the verification code of the document.',
  verify: 'Verify',
  issued: {
    receipt: (host, administration) =>
      `This receipt was issued by the platform ${host} for ${administration} and has not been altered.`,
    decision: (host, administration) =>
      `This decision was notified by the platform ${host} for ${administration} and has not been altered.`,
    attestation: (host, administration) =>
      `This certificate was issued by the platform ${host} for ${administration} and has not been altered.`,
  },
  proof:
    'This is evidence of integrity, neither a signature nor a qualified seal. Compare what follows with the document in front of you: where they differ, only what is shown here was issued.',
  refused: {
    malformed:
      'This text is no verification code. Copy all of it, from eyJ to the last character, then try again.',
    'unknown-key':
      'This document was not issued by this platform. Follow the verification link on it, or telephone the administration said to have issued it.',
    altered:
      'This document was altered: its text is no longer what was issued. If you copied it, paste the whole code again; otherwise do not rely on it, and telephone the administration said to have issued it.',
  },
  kind: 'Document',
  issuedAt: { decision: 'Notified on', attestation: 'Issued on' },
  outcome: 'What was decided',
  outcomes: {
    granted: 'The request is granted',
    refused: 'The request is refused',
    'tacitly-granted': 'The request is granted, by implied decision (CRPA L231-1)',
  },
  decidedOn: 'Date of the decision',
  author: { decision: 'Decision taken by', attestation: 'Certified by' },
  fingerprint: 'SHA-256 of the text of the decision',

  text: 'Text of the decision, to compare it',
  textHint:
    'Copy the text of the decision in front of you, then its reasons, if any, in their order and without their titles, with an empty line between them. Then press “Verify”.',
  sameText: 'The text that you pasted is exactly the one that was notified.',
  otherText:
    'The text that you pasted is not exactly the one that was notified. First check that nothing is missing and that no title was copied.',
};
