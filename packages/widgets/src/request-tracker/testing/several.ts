import type { Reading, TrackingCalls } from '@guichet/client/port';
import { ApiError } from '@guichet/client/api-error';
import { makeReference } from '@guichet/contracts/reference';
import type { TrackingOpened } from '@guichet/contracts/tracking';
import { DemoHosting } from './hosting.js';
import { operated } from './law.js';

/** Of the request at an operator. */
export const operatedReference = makeReference('28148', 2026, Uint8Array.of(3, 1, 4, 15, 9, 26, 5));

/** A hosting that keeps several requests, each as a `DemoHosting` of its own; the first's link opens all. */
export class SeveralHosting implements Reading, TrackingCalls {
  readonly each: readonly DemoHosting[];
  /** Whose bearer each is. */
  readonly #of = new Map<string, DemoHosting>();

  constructor(...each: DemoHosting[]) {
    this.each = each.length
      ? each
      : [new DemoHosting(), new DemoHosting({ ...operated, reference: operatedReference })];
  }

  get #first(): DemoHosting {
    return this.each[0]!;
  }

  #hostingOf(token: string): DemoHosting {
    const hosting = this.#of.get(token);
    if (!hosting) throw new ApiError('token-invalid');
    return hosting;
  }

  #known(hosting: DemoHosting, opened: TrackingOpened): TrackingOpened {
    this.#of.set(opened.token, hosting);
    return opened;
  }

  readAdministration: Reading['readAdministration'] = (options) => this.#first.readAdministration(options);
  askLink: TrackingCalls['askLink'] = (asked, options) => this.#first.askLink(asked, options);

  openTracking: TrackingCalls['openTracking'] = async (opening, options) => {
    if ('link' in opening) {
      const [first, ...others] = await Promise.all(
        this.each.map(async (one) => this.#known(one, await one.openTracking(opening, options))),
      );
      return { ...first!, others };
    }
    const one = this.each.find(({ request }) => request.reference === opening.reference) ?? this.#first;
    return this.#known(one, await one.openTracking(opening, options));
  };

  renewToken: TrackingCalls['renewToken'] = async (token, options) => {
    const one = this.#hostingOf(token);
    const renewed = await one.renewToken(token, options);
    this.#of.set(renewed.token, one);
    return renewed;
  };

  readTracked: TrackingCalls['readTracked'] = async (token, ...rest) =>
    this.#hostingOf(token).readTracked(token, ...rest);
  sendMessage: TrackingCalls['sendMessage'] = async (token, ...rest) =>
    this.#hostingOf(token).sendMessage(token, ...rest);
  correct: TrackingCalls['correct'] = async (token, ...rest) =>
    this.#hostingOf(token).correct(token, ...rest);
  withdraw: TrackingCalls['withdraw'] = async (token, ...rest) =>
    this.#hostingOf(token).withdraw(token, ...rest);
  ask: TrackingCalls['ask'] = async (token, ...rest) => this.#hostingOf(token).ask(token, ...rest);
}
