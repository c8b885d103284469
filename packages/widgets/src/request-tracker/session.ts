import type { TrackingCalls } from '@guichet/client/port';
import type { OpenTracking, TrackingOpened } from '@guichet/contracts/tracking';
import { isCode } from './request-tracker.state.js';

// A wrong clock must neither close a session at once nor renew it without end: what the server calls its end is read
// as a duration, within these bounds.
const SHORTEST = 2 * 60_000;
const LONGEST = 60 * 60_000;

/**
 * The right to read and write one request, for as long as somebody uses it. Kept in memory only. The bearer is renewed
 * past half its life when there was a use since; without a use it ends, and so does the session: on a shared computer
 * nobody finds the request open.
 */
export class Session {
  #client: TrackingCalls;
  #credentials: OpenTracking;
  #onEnd: () => void;
  #token: string;
  #renewFrom = 0;
  #end: ReturnType<typeof setTimeout> | undefined;
  #renewing = false;

  /** @param onEnd called once the session can no longer be kept */
  constructor(client: TrackingCalls, credentials: OpenTracking, opened: TrackingOpened, onEnd: () => void) {
    this.#client = client;
    this.#credentials = credentials;
    this.#onEnd = onEnd;
    this.#token = opened.token;
    this.#count(opened.expiresAt);
  }

  #count(expiresAt: string): void {
    const left = Math.min(LONGEST, Math.max(SHORTEST, Date.parse(expiresAt) - Date.now()));
    this.#renewFrom = Date.now() + left / 2;
    clearTimeout(this.#end);
    this.#end = setTimeout(this.#onEnd, left);
  }

  /** Tells that somebody is using the request. */
  use(): void {
    if (this.#renewing || Date.now() < this.#renewFrom) return;
    this.#renewing = true;
    this.#client
      .renewToken(this.#token)
      .then(({ token, expiresAt }) => {
        this.#token = token;
        this.#count(expiresAt);
      })
      // The next use tries again; a call that meets a dead bearer opens anew.
      .catch(() => {})
      .finally(() => (this.#renewing = false));
  }

  /** Makes a call with the bearer. */
  call<T>(make: (token: string) => Promise<T>): Promise<T> {
    this.use();
    return make(this.#token);
  }

  /**
   * Makes a call that was promised to be made when the connection is back. Where the bearer died meanwhile, opens once
   * more with what the resident gave. Any other call asks the resident again, as the server wants it.
   */
  async callAtLast<T>(make: (token: string) => Promise<T>): Promise<T> {
    try {
      return await this.call(make);
    } catch (error) {
      if (!isCode(error, 'token-invalid')) throw error;
      const { token, expiresAt } = await this.#client.openTracking(this.#credentials);
      this.#token = token;
      this.#count(expiresAt);
      return make(token);
    }
  }

  end(): void {
    clearTimeout(this.#end);
  }
}
