/** A local server that stands for an operator's system, and can be told to fail as systems do. */
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** `ok`: as documented. `deaf`: does so, and says nothing. The others: whatever it is asked. */
export type Mood =
  'ok' | 'deaf' | 'busy' | 'busy-until' | 'down' | 'refuses' | 'slow' | 'nonsense' | 'page' | 'half' | 'away';

export interface SystemCall {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage['headers'];
  body: string;
}

export interface SystemReply {
  status: number;
  body: unknown;
}

export interface System {
  origin: string;
  mood: Mood;
  calls: SystemCall[];
  stop(): void;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) body += chunk;
  return body;
}

/** @param answer as the documentation has it */
export async function startSystem(answer: (call: SystemCall) => SystemReply): Promise<System> {
  const server = createServer((request, response) => {
    void (async () => {
      const url = new URL(request.url!, 'http://system');
      const call: SystemCall = {
        method: request.method!,
        path: url.pathname,
        query: url.searchParams,
        headers: request.headers,
        body: await bodyOf(request),
      };
      system.calls.push(call);
      const json = (status: number, body: unknown, headers = {}) =>
        response
          .writeHead(status, { 'Content-Type': 'application/json', ...headers })
          .end(JSON.stringify(body));
      switch (system.mood) {
        case 'ok': {
          const { status, body } = answer(call);
          return json(status, body);
        }
        case 'deaf':
          answer(call);
          return response.destroy();
        case 'busy':
          return json(429, { error: 'too many' }, { 'Retry-After': '120' });
        case 'busy-until':
          return json(503, {}, { 'Retry-After': new Date(Date.now() + 300_000).toUTCString() });
        case 'down':
          return response.writeHead(502, { 'Content-Type': 'text/html' }).end('<h1>Bad Gateway</h1>');
        case 'refuses':
          return json(404, { error: 'procedure 1 is not found' });
        case 'nonsense':
          return json(201, { etat: 'ok', dossier_url: 'javascript:alert(1)' });
        case 'page':
          return response
            .writeHead(200, { 'Content-Type': 'text/html' })
            .end('<!doctype html><p>Maintenance</p>');
        case 'half':
          response.writeHead(200, { 'Content-Length': 1000 });
          return response.write('[{"state":', () => response.destroy());
        case 'away':
          return response.destroy();
        case 'slow':
          return;
      }
    })();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const system: System = {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    mood: 'ok',
    calls: [],
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
  return system;
}
