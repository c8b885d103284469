/**
 * What a failure may leave in the queue's tables, the logs and the admin: its code, else its class. Never its message:
 * a mail server's often quotes the recipient's address.
 */
export function failureCode(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const code: unknown = 'code' in error ? error.code : undefined;
  // An SMTP reply (RFC 5321 4.2) says more than the client library's code for it.
  const reply: unknown = 'responseCode' in error ? error.responseCode : undefined;
  const isName = (text: unknown): text is string => typeof text === 'string' && /^[\w-]{1,60}$/.test(text);
  const name = [code, error.name].find(isName) ?? 'unknown';
  return typeof reply === 'number' ? `${name}-${reply}` : name;
}
