import { type RefObject, useEffect, useRef } from 'react';
import type { Saving } from './use-save.js';

/**
 * A button that stays where it is once what it does is done: while it is busy it is disabled, which takes the keyboard from
 * it.
 */
export function useFocusKept(saving: Saving): RefObject<HTMLButtonElement> {
  const button = useRef<HTMLButtonElement>(null);
  const { kind } = saving;
  useEffect(() => {
    const isOver = kind === 'saved' || kind === 'failed';
    if (isOver && document.activeElement === document.body) button.current?.focus();
  }, [kind]);
  return button;
}
