/** One POST to the address that a mairie has typed for its software. */
import { type Reach, refusalOf } from '../../connectors/network/addresses.js';
import { call, type CallOptions } from '../../connectors/network/call.js';

/** Refused before anything was looked up. */
export class PostFailure extends Error {
  readonly code: NonNullable<ReturnType<typeof refusalOf>>;

  constructor(code: PostFailure['code']) {
    super(code);
    this.name = 'PostFailure';
    this.code = code;
  }
}

export type PostOptions = CallOptions & Reach;

/**
 * @returns the status of the reply
 * @throws PostFailure, and what `call` throws
 */
export async function post(
  url: URL,
  headers: Readonly<Record<string, string>>,
  body: string,
  options: PostOptions,
): Promise<number> {
  const refusal = refusalOf(url, options);
  if (refusal) throw new PostFailure(refusal);
  return (await call(url, { method: 'POST', headers, body }, options)).status;
}
