/** What a mail server's refusal means for trying again. */

/** The members of nodemailer's errors that count here. */
interface SmtpError {
  command?: unknown;
  responseCode?: unknown;
  response?: unknown;
}

/**
 * Whether the server refused this recipient for good: a mailbox that does not exist. Insisting for three days would
 * only earn the hosting a bad name. All else may pass: a server that is down or full, one that delays strangers, a
 * relay or an account that the hosting has yet to set up.
 */
export function isRefusedRecipient(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { command, responseCode, response } = error as SmtpError;
  if (command !== 'RCPT TO' || typeof responseCode !== 'number' || responseCode < 500) return false;
  const text = typeof response === 'string' ? response : '';
  // RFC 3463: 5.1 is about the address; 5.7 about policy, relaying and authentication, which the hosting can mend.
  if (/^5\d\d[ -]5\.1\./.test(text)) return true;
  if (/^5\d\d[ -]5\.\d+\./.test(text)) return false;
  // RFC 5321 4.2.3: without more, these speak of the mailbox.
  return [550, 551, 553].includes(responseCode);
}
