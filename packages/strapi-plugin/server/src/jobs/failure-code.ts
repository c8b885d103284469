/**
 * What a failure may leave in the queue's tables, the logs and the admin: its code, else its class. Never its message:
 * a mail server's often quotes the recipient's address.
 */
export function failureCode(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const code: unknown = 'code' in error ? error.code : undefined;
  // An SMTP reply (RFC 5321 4.2) says more than the client library's code for it.
  const reply: unknown = 'responseCode' in error ? error.responseCode : undefined;
  const parts = [
    typeof code === 'string' ? code : error.name,
    typeof reply === 'number' ? String(reply) : '',
  ];
  return parts
    .filter(Boolean)
    .join('-')
    .replace(/[^\w-]/g, '')
    .slice(0, 60);
}
