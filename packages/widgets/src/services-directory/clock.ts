import type { Administration } from '@guichet/contracts/administration';
import type { Organisation } from '@guichet/contracts/directory';
import { openingSentence } from '@guichet/contracts/opening-sentence';
import { type OpeningPlace, openingState } from '@guichet/contracts/opening-state';
import type { OpeningWords } from '@guichet/contracts/words/opening';

/** Clocks are only ever changed at a quarter of an hour. */
const QUARTER_MS = 900_000;
const DAY_MS = 86_400_000;

/** How far ahead the administration tells its public holidays. */
const KNOWN_DAYS = 60;

export interface Opening {
  isOpen: boolean;
  /** `Ouvert jusqu’à 17 h.` */
  sentence: string;
}

/** The time where the administration is, which need not be where its reader is. */
export class Clock implements OpeningPlace {
  readonly lookAhead = KNOWN_DAYS;
  readonly #holidays: Administration['holidays'];
  readonly #now: () => number;
  readonly #format: Intl.DateTimeFormat;
  /** Milliseconds, by quarter of an hour: a thousand organisations ask about the same few. */
  readonly #offsets = new Map<number, number>();

  constructor({ timeZone, holidays }: Administration, now: () => number) {
    this.#holidays = holidays;
    this.#now = now;
    // Swedes write dates and times as ISO 8601 does.
    this.#format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  }

  #offsetAt(instant: number): number {
    const quarter = Math.floor(instant / QUARTER_MS);
    const known = this.#offsets.get(quarter);
    if (known !== undefined) return known;
    const start = quarter * QUARTER_MS;
    const offset = Date.parse(`${this.#format.format(start).replace(' ', 'T')}Z`) - start;
    this.#offsets.set(quarter, offset);
    return offset;
  }

  readonly instant = (date: string, time: string): number => {
    const asUtc = Date.parse(`${date}T${time}Z`);
    const before = this.#offsetAt(asUtc - DAY_MS);
    const after = this.#offsetAt(asUtc + DAY_MS);
    const first = asUtc - before;
    const second = asUtc - after;
    // Of a time that the clocks skip neither is right: the one by the offset before is the time after it.
    return this.#offsetAt(first) !== before && this.#offsetAt(second) === after ? second : first;
  };

  readonly local = (instant: number): string =>
    new Date(instant + this.#offsetAt(instant)).toISOString().slice(0, 16);

  readonly holidays = (): Administration['holidays'] => this.#holidays;

  /** Civil date of today. */
  get today(): string {
    return this.local(this.#now()).slice(0, 10);
  }

  /** @returns null where the hours are not known by the day */
  openingOf({ openingHours }: Organisation, words: OpeningWords): Opening | null {
    if (!openingHours) return null;
    const state = openingState(openingHours, this, this.#now());
    return { isOpen: state.kind === 'open', sentence: openingSentence(state, this.today, words) };
  }

  isOpen({ openingHours }: Organisation): boolean {
    // Nothing that opens later is looked for: a thousand are asked at once.
    return (
      !!openingHours && openingState(openingHours, { ...this, lookAhead: 0 }, this.#now()).kind === 'open'
    );
  }
}
