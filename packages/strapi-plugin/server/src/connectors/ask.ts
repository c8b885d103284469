/** One question to an operator's system, in JSON both ways, with its ways of failing told apart. */
import type * as z from 'zod';
import { ConnectorFailure, type World } from './connector.js';

/** A system that asks for more than a day is asked after a day: it may have meant milliseconds. */
const MOST_WAIT_S = 86_400;

/** No connection was made: nothing of the question has left. */
const notAsked: ReadonlySet<string> = new Set([
  'private-address',
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

export interface Question<Reply> {
  method?: 'GET' | 'POST';
  headers?: Record<string, string>;
  body?: string;
  /** Of what is answered; members that it does not name are passed over. */
  reply: z.ZodType<Reply>;
}

/** `Retry-After` as RFC 9110 10.2.3 has it: seconds, or a date. */
function retryAfterOf({ headers }: Response, now: Date): number | null {
  const text = headers.get('Retry-After')?.trim();
  if (!text) return null;
  const seconds = /^\d+$/.test(text) ? Number(text) : (Date.parse(text) - now.getTime()) / 1000;
  return Number.isNaN(seconds) ? null : Math.min(Math.max(1, Math.ceil(seconds)), MOST_WAIT_S);
}

function failureOf(response: Response, now: Date): ConnectorFailure {
  const { status } = response;
  const retryAfter = retryAfterOf(response, now);
  if (status === 429 || (status === 503 && retryAfter !== null))
    return new ConnectorFailure('busy', retryAfter);
  if (status >= 500 || status === 408) return new ConnectorFailure('down', retryAfter);
  return new ConnectorFailure(status >= 400 ? 'refused' : 'nonsense');
}

/** @throws ConnectorFailure */
export async function ask<Reply>(url: URL, question: Question<Reply>, world: World): Promise<Reply> {
  const { reply: schema, headers, ...init } = question;
  let response: Response;
  let body: unknown;
  try {
    response = await world.fetch(url, {
      ...init,
      headers: { Accept: 'application/json', 'User-Agent': 'Guichet', ...headers },
      signal: AbortSignal.any([world.signal, AbortSignal.timeout(world.patience)]),
    });
    body = response.ok ? await response.text() : null;
  } catch (error) {
    world.signal.throwIfAborted();
    world.log(`${url.hostname} cannot be asked (${codeOf(error)})`);
    throw new ConnectorFailure('down', null, !notAsked.has(codeOf(error)));
  }
  if (!response.ok) {
    world.log(`${url.hostname} answers ${response.status}`);
    throw failureOf(response, world.now);
  }
  const parsed = schema.safeParse(jsonOf(body as string));
  if (parsed.success) return parsed.data;
  world.log(`${url.hostname} answers something else than documented`);
  throw new ConnectorFailure('nonsense');
}

function codeOf(error: unknown): string {
  const { code, name } = error as { code?: unknown; name?: string };
  return typeof code === 'string' ? code : (name ?? 'unknown');
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
