/** What is asked of the resident, as it is typed, checked and sent. */
import type { InboxLegal } from '@guichet/contracts/admin/inbox';
import { ITEMS_MAX } from '@guichet/contracts/admin/inbox-actions';
import type { AdminFieldError } from '@guichet/contracts/admin/problem';
import type { WordKey } from '../../shared/words.js';
import { checkLine, checkOptionalMessage, errorsIn, orNull } from './form-checks.js';
import type { WishFor } from './wish.js';

export interface ItemLine {
  /** Only tells lines apart. */
  key: number;
  name: string;
  /** A law or regulation requires it: only then a clock moves (CRPA L114-5). */
  isRequired: boolean;
  basis: string;
  isIndispensable: boolean;
}

export interface ItemsForm {
  items: ItemLine[];
  answerBy: string;
  message: string;
}

const LINE_MAX = 300;

const lineAt = (key: number): ItemLine => ({
  key,
  name: '',
  isRequired: false,
  basis: '',
  isIndispensable: false,
});

export function emptyItems(): ItemsForm {
  return { items: [lineAt(1)], answerBy: '', message: '' };
}

export function withLine(form: ItemsForm): ItemsForm {
  const key = Math.max(0, ...form.items.map((item) => item.key)) + 1;
  return { ...form, items: [...form.items, lineAt(key)] };
}

export function canAddLine({ items }: ItemsForm): boolean {
  return items.length < ITEMS_MAX;
}

/** Whether the day until which they can be sent must be said (CRPA R112-11-4). */
export function owesDay({ items }: Pick<ItemsForm, 'items'>): boolean {
  return items.some(({ isRequired }) => isRequired);
}

/** @param today of the administration, a civil date */
export function checkItems(form: ItemsForm, today: string): AdminFieldError[] {
  const { items, answerBy, message } = form;
  return errorsIn([
    ...items.flatMap(({ name, isRequired, basis }, i) => [
      [`items.${i}.name`, checkLine(name, LINE_MAX)] as const,
      [`items.${i}.basis`, isRequired && checkLine(basis, LINE_MAX)] as const,
    ]),
    ['answerBy', answerBy ? answerBy <= today && 'invalid' : owesDay(form) && 'required'],
    ['message', checkOptionalMessage(message)],
  ]);
}

export function itemsWish(form: ItemsForm): WishFor<'ask-items'> {
  return {
    action: 'ask-items',
    items: form.items.map(({ name, isRequired, basis, isIndispensable }) => ({
      name: name.trim(),
      basis: isRequired ? basis.trim() : null,
      isIndispensable,
    })),
    answerBy: form.answerBy || null,
    message: orNull(form.message),
  };
}

/**
 * What asking for these does to the delay at whose end silence decides (CRPA L114-5): nothing where no text requires
 * them; `undated` until the day is chosen.
 */
export function itemsEffect(form: ItemsForm, { silence }: Pick<InboxLegal, 'silence'>): WordKey {
  if (!owesDay(form)) return silence ? 'items.effect.none' : 'items.effect.noDelay';
  if (!silence) return 'items.effect.noDelay';
  if (silence.effect === 'acceptance') return 'items.effect.acceptance';
  return form.answerBy ? 'items.effect.rejection' : 'items.effect.rejection.undated';
}
