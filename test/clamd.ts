/** A clamd to test with, on a free port of the loopback: it speaks INSTREAM, and knows one virus. */
import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';

/** What it takes for a virus, wherever it stands. */
export const VIRUS = 'Un virus pour rire';

export interface Clamd {
  port: number;
  /** Every file that was read to its end. */
  read: Buffer[];
  /** Bytes of a file from which on it does not want it, as clamd's `StreamMaxLength`. */
  most: number;
  stop(): Promise<void>;
}

/** Speaks with one client, which wants one file read. */
async function serve(socket: Socket, clamd: Clamd): Promise<void> {
  let pending = Buffer.alloc(0);
  let file = Buffer.alloc(0);
  let isAsked = false;
  for await (const bytes of socket as AsyncIterable<Buffer>) {
    pending = Buffer.concat([pending, bytes]);
    if (!isAsked) {
      const end = pending.indexOf('\0');
      if (end === -1) continue;
      if (pending.toString('latin1', 0, end) !== 'zINSTREAM') return void socket.end('UNKNOWN COMMAND\0');
      pending = pending.subarray(end + 1);
      isAsked = true;
    }
    while (pending.length >= 4) {
      const length = pending.readUInt32BE();
      if (length === 0) {
        clamd.read.push(file);
        return void socket.end(file.includes(VIRUS) ? 'stream: Test.Virus FOUND\0' : 'stream: OK\0');
      }
      if (pending.length < 4 + length) break;
      file = Buffer.concat([file, pending.subarray(4, 4 + length)]);
      pending = pending.subarray(4 + length);
      if (file.length > clamd.most) return void socket.end('INSTREAM size limit exceeded. ERROR\0');
    }
  }
}

/** @param port any free one by default */
export async function startClamd(port = 0): Promise<Clamd> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    serve(socket, clamd).catch(() => undefined);
  });
  const clamd: Clamd = {
    port: 0,
    read: [],
    most: Infinity,
    async stop() {
      for (const socket of sockets) socket.destroy();
      const closed = once(server, 'close');
      server.close();
      await closed;
    },
  };
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  clamd.port = (server.address() as AddressInfo).port;
  return clamd;
}
