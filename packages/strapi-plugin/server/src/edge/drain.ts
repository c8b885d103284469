/** Going without losing anyone: no new connection, what was begun is answered, then the server may close. */
import type { Server } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

const LONGEST_MS = 15_000;
const LOOK_MS = 50;

/** Strapi destroys open sockets as it stops; to be awaited before. Connections kept alive are closed once idle. */
export async function drain(server: Server): Promise<void> {
  if (!server.listening) return;
  let isClosed = false;
  server.close(() => (isClosed = true));
  const last = performance.now() + LONGEST_MS;
  while (!isClosed && performance.now() < last) {
    server.closeIdleConnections();
    await pause(LOOK_MS);
  }
}
