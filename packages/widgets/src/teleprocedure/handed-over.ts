import type { Prefill } from '@guichet/contracts/teleprocedure';
import { html, nothing } from 'lit';
import { tick } from '../shared/field.js';
import type { CourseView } from './course.view.js';
import type { CourseWords } from './teleprocedure.messages.js';
import type { View } from './view.js';

/** Something that was typed already, as the resident knows it. */
interface Datum {
  name: keyof CourseWords['data'];
  text: string;
  members: Partial<Prefill>;
}

const LONGEST = 200;
const LINES = 4;

/** Before the name of each tick. */
const DATA = 'data-';

const isText = (value: unknown): value is string =>
  typeof value === 'string' && !!value.trim() && value.length <= LONGEST;

/** What the page gives, as much of it as is what it should be: a page's mistake is no reason to fail. */
function dataOf(given: unknown): Datum[] {
  if (typeof given !== 'object' || !given) return [];
  const { addressLines, postalCode, city, ...others } = given as Record<string, unknown>;
  const data = (['familyName', 'givenName', 'email', 'phone'] as const).flatMap((name): Datum[] => {
    const value = others[name];
    return isText(value) ? [{ name, text: value, members: { [name]: value } }] : [];
  });
  const lines = Array.isArray(addressLines) ? addressLines.filter(isText).slice(0, LINES) : [];
  const place = { ...(isText(postalCode) && { postalCode }), ...(isText(city) && { city }) };
  const text = [...lines, Object.values(place).join(' ')].filter(Boolean).join(', ');
  const members = { ...(lines.length && { addressLines: lines }), ...place };
  return text ? [...data, { name: 'addressLines', text, members }] : data;
}

/** What was typed elsewhere in the page, and which of it the resident lets be handed over. */
export class HandedOver {
  readonly #given: () => unknown;
  readonly #keptBack = new Set<string>();

  constructor(given: () => unknown) {
    this.#given = given;
  }

  #data({ teleprocedure: { takesPrefill, entry } }: View): Datum[] {
    return takesPrefill && entry !== 'link' ? dataOf(this.#given()) : [];
  }

  prefill(view: View): Prefill {
    const all = this.#data(view).filter(({ name }) => !this.#keptBack.has(name));
    return all.reduce<Prefill>((prefill, { members }) => ({ ...prefill, ...members }), {});
  }

  /** A box was ticked or unticked. */
  tick({ name, checked }: HTMLInputElement): void {
    if (name.startsWith(DATA)) this.#keptBack[checked ? 'delete' : 'add'](name.slice(DATA.length));
  }

  /** RGPD, article 13: what will be handed over, and to whom; article 5, 1, c: no more than the resident wants. */
  view(view: CourseView): unknown {
    const data = this.#data(view);
    const { course, teleprocedure } = view;
    return data.length
      ? html`<fieldset class="handed-over">
          <legend>${course.handedOver(teleprocedure.operator.name)}</legend>
          ${data.map(({ name, text }) =>
            tick(DATA + name, `${course.data[name]} (${text})`, !this.#keptBack.has(name)),
          )}
        </fieldset>`
      : nothing;
  }
}
