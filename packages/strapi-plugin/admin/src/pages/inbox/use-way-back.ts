/** Coming back from a request, the keyboard is where it was: on that request, or at the head of what is left. */
import { type RefObject, useEffect, useRef } from 'react';

/** The request that was last opened from a list; it does not outlive the tab. */
let opened: string | null = null;

export function leaveFor(id: string): void {
  opened = id;
}

/** @returns for what holds the list; within it, requests are links with `data-request`, the head is `[role=status]` */
export function useWayBack(): RefObject<HTMLDivElement> {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (opened === null) return;
    const links = [...(list.current?.querySelectorAll<HTMLElement>('a[data-request]') ?? [])];
    const link = links.find(({ dataset }) => dataset['request'] === opened);
    (link ?? list.current?.querySelector<HTMLElement>('[role=status]'))?.focus();
    opened = null;
  }, []);
  return list;
}
