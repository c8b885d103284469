/** A delivery status notification (RFC 3464): a mail server says that a mail could not be delivered. */
import PostalMime from 'postal-mime';

export interface Undelivered {
  /** Of what came back, in angle brackets. */
  messageId: string;
  /** RFC 3463: `5.1.1`. */
  status: string;
}

const isReturned = (type: string) => /^(?:message\/(?:rfc822|global)|text\/rfc822)/.test(type);

/** One field of a group of them, a line unfolded (RFC 5322 2.2.3). */
function field(group: string, name: string): string {
  const unfolded = group.replace(/\n[ \t]+/g, ' ');
  return new RegExp(`^${name}:[ \\t]*(.*)$`, 'im').exec(unfolded)?.[1]?.trim() ?? '';
}

/**
 * @returns null for anything else: another mail, one that is only delayed, one that was delivered after all. Our mails
 *   have one recipient each.
 */
export async function readNotification(raw: Uint8Array): Promise<Undelivered | null> {
  const { attachments } = await PostalMime.parse(raw, {
    forceRfc822Attachments: true,
    attachmentEncoding: 'utf8',
  }).catch(() => ({ attachments: [] }));
  const partOf = (isIt: (type: string) => boolean) => {
    const content = attachments.find(({ mimeType }) => isIt(mimeType))?.content;
    return typeof content === 'string' ? content.replace(/\r\n?/g, '\n') : '';
  };
  const report = partOf((type) => /^message\/(?:global-)?delivery-status$/.test(type));
  const failed = report.split(/\n{2,}/).find((group) => /^failed$/i.test(field(group, 'Action')));
  const returned = partOf(isReturned);
  if (!failed || !returned) return null;
  const status = /\d\.\d{1,3}\.\d{1,3}/.exec(field(failed, 'Status'))?.[0] ?? '5.0.0';
  // Only what stands in its headers: the rest is whatever the mail said.
  return { messageId: field(returned.split('\n\n')[0]!, 'Message-ID'), status };
}
