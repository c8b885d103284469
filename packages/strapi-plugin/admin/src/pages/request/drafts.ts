/**
 * Answers begun and not sent: kept in this page's memory, by agent and request, so that an expired session or a look
 * elsewhere in the panel loses nothing; never on the disk of a computer that others may use.
 */
const drafts = new Map<string, string>();

const keyOf = (agent: string, requestId: string) => `${agent} ${requestId}`;

export function draftOf(agent: string, requestId: string): string {
  return drafts.get(keyOf(agent, requestId)) ?? '';
}

export function keepDraft(agent: string, requestId: string, text: string): void {
  if (text) drafts.set(keyOf(agent, requestId), text);
  else drafts.delete(keyOf(agent, requestId));
}

/** Whether anything would be lost if the page went. */
export function hasDrafts(): boolean {
  return drafts.size > 0;
}
