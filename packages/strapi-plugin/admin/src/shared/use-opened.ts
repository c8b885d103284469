import { type RefObject, useEffect, useRef } from 'react';

/**
 * What a button opens in its own place. The keyboard goes to its first field, and back to the button once it is closed.
 * @param Box of the element around both
 */
export function useOpened<Box extends HTMLElement>(isOpen: boolean): RefObject<Box> {
  const around = useRef<Box>(null);
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    if (wasOpen.current === isOpen) return;
    wasOpen.current = isOpen;
    const next = isOpen ? 'form input, form textarea, form [role="combobox"]' : '[data-opens]';
    around.current?.querySelector<HTMLElement>(next)?.focus();
  }, [isOpen]);
  return around;
}
