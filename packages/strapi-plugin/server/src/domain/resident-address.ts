/** Where a resident is written to. */
import type { InboxChannel } from '@guichet/contracts/admin/inbox';
import type { Sender } from '@guichet/contracts/request';

/**
 * The sender's own address, or the one given for receipts (CRPA R112-11-3). Null for who came otherwise and gave none, or
 * wants no e-mails.
 */
export function residentAddress({
  channel,
  content: { sender },
}: {
  channel: InboxChannel;
  content: { sender: Sender };
}): string | null {
  if (channel !== 'electronic' && sender.refusesElectronicReply) return null;
  return (sender.receiptEmail ?? sender.email) || null;
}
