/** What every form that adds to an opened request begins with. */
import type { TrackedRequest } from '@guichet/contracts/tracking';
import type { Reply } from '../../../edge/route.js';
import { bearerOf } from './bearer.js';
import { type Call, closedDoor, known } from './replies.js';

/** An opened request, for the page that comes next. */
export interface Held {
  token: string;
  read(): Promise<TrackedRequest>;
}

/** With what the bearer opens; the door, where it opens nothing any more. */
export async function whileOpen(call: Call, work: (held: Held) => Promise<Reply>): Promise<Reply> {
  const { read, token } = bearerOf(call);
  let next: string;
  try {
    next = token();
  } catch (error) {
    return closedDoor(call, known(error));
  }
  return work({ token: next, read });
}
