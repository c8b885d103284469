import type { VerificationWords } from './verification.js';

export const verificationEn: VerificationWords = {
  title: 'Verify a receipt',
  intro:
    'This page tells whether a receipt was issued by this platform, and whether it has been altered since. What you paste here is not kept.',
  noScript:
    'Did you follow the link or the QR code of a receipt? Copy the whole address of this page, at the top of your browser, and paste it below.',
  code: 'Verification code of the receipt',
  codeHint: 'A long run of letters and digits that begins with eyJ. Copy all of it; line breaks do no harm.',
  codeRequired: 'Paste the verification code of the receipt.',
  verify: 'Verify',
  issued: (host, administration) =>
    `This receipt was issued by the platform ${host} for ${administration} and has not been altered.`,
  proof:
    'This is evidence of integrity, neither a signature nor a qualified seal. Compare what follows with the receipt in front of you: where they differ, only what is shown here was issued.',
  refused: {
    malformed:
      'This text is no verification code. Copy all of it, from eyJ to the last character, then try again.',
    'unknown-key':
      'This receipt was not issued by this platform. Follow the verification link on the receipt, or telephone the administration said to have issued it.',
    altered:
      'This receipt was altered: its text is no longer what was issued. If you copied it, paste the whole code again; otherwise do not rely on it, and telephone the administration said to have issued it.',
  },
  kind: 'Document',
};
