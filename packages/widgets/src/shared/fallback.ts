/** When the page's own content, shown until the widget is ready, may give way to the widget. */

const POLL = 200;

/** A control of the page's own that somebody has changed: what was typed is never taken away. */
function isTouched(control: Element): boolean {
  const { type, value, defaultValue, checked, defaultChecked } = control as HTMLInputElement;
  if (control instanceof HTMLSelectElement) {
    return [...control.options].some(
      ({ selected, defaultSelected, index }) => selected && !defaultSelected && index,
    );
  }
  return type === 'checkbox' || type === 'radio' ? checked !== defaultChecked : value !== defaultValue;
}

function isHeld(host: HTMLElement): boolean {
  const { top, bottom } = host.getBoundingClientRect();
  return (
    host.matches(':focus-within, :active') ||
    [...host.querySelectorAll('input, select, textarea')].some(isTouched) ||
    // The reader is past it, and would see what they read jump (WCAG has no criterion for it, people do mind).
    (top < 0 && bottom < innerHeight)
  );
}

/** Resolves when replacing the content of `host` takes nothing from under anybody's hands or eyes. */
export async function untilFree(host: HTMLElement): Promise<void> {
  while (isHeld(host)) await new Promise((resolve) => setTimeout(resolve, POLL));
}

/** @returns whether the page brings content of its own between the tags of `host` */
export function hasFallback(host: HTMLElement): boolean {
  return !!host.firstElementChild || !!host.textContent.trim();
}
