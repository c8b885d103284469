import type { KeyboardEvent } from 'react';

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/**
 * From one request to the next by the arrows, from link to link or from box to box. No letters: they are a screen
 * reader's own (WCAG 2.1.4), which keeps the arrows too while it reads.
 */
export function walk(event: KeyboardEvent<HTMLElement>): void {
  const step = steps[event.key];
  const { target, currentTarget } = event;
  if (!step || !(target instanceof HTMLElement)) return;
  const kind = ['a.row', 'li input[type=checkbox]'].find((selector) => target.matches(selector));
  if (!kind) return;
  const all = [...currentTarget.querySelectorAll<HTMLElement>(kind)];
  const next = all[all.indexOf(target) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
