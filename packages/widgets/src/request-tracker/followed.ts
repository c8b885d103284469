import type { TrackerClient, TrackerController } from './request-tracker.controller.js';

/**
 * The requests that a resident follows side by side, each with a session and a draft of its own: in memory only. One of
 * them, or the door to another, is before the eye.
 */
export class Followed {
  readonly #make: () => TrackerController;
  #all: TrackerController[];
  #current: TrackerController;
  #client: TrackerClient | undefined;
  #code = '';

  constructor(make: () => TrackerController) {
    this.#make = make;
    this.#current = make();
    this.#all = [this.#current];
  }

  get current(): TrackerController {
    return this.#current;
  }

  /** Those that are open, or were until their sessions ended, in the order in which they were opened. */
  get list(): TrackerController[] {
    return this.#all.filter(({ reference }) => reference);
  }

  #add(): TrackerController {
    const added = this.#make();
    if (this.#client) added.use(this.#client, this.#code);
    this.#all.push(added);
    return added;
  }

  /** Goes to one of the list. */
  show(reference: string): void {
    this.#current = this.#all.find((one) => one.reference === reference) ?? this.#current;
  }

  /** Goes to the door, and leaves those that are open as they are. */
  another(): void {
    this.#current = this.#all.find(({ reference }) => !reference) ?? this.#add();
  }

  /**
   * Opens what was typed at the door: it joins the list, and what stands there already is gone to.
   *
   * @returns whether something was opened
   */
  async open(): Promise<boolean> {
    const door = this.#current;
    const opening = await door.open();
    if (!opening) return false;
    const { credentials, opened } = opening;
    const all = [opened, ...(opened.others ?? [])];
    const references = all.map(({ request }) => request.reference);
    const isKnown = this.#all.some(({ reference }) => references.includes(reference));
    // Nothing else is open: whoever opens another request may be another person, who learns nothing of the first's.
    if (!isKnown && this.#all.every(({ state }) => state.kind !== 'opened')) this.#keepOnly(door);
    const isAgain = references.includes(door.reference);
    let free: TrackerController | undefined = isAgain ? undefined : door;
    for (const [i, reference] of references.entries()) {
      let one = this.#all.find((each) => each.reference === reference);
      if (!one) {
        one = free ?? this.#add();
        free = undefined;
      }
      one.take({ opened: all[i]!, credentials });
      // Unless another of the list was gone to meanwhile, or what was being looked at has opened again.
      if (!i && !isAgain && this.#current === door) this.#current = one;
    }
    // It stood in the list already.
    free?.leave('none');
    return true;
  }

  #keepOnly(one: TrackerController): void {
    for (const each of this.#all) if (each !== one) each.leave('none');
    this.#all = [one];
    this.#current = one;
  }

  /** Somebody came by a mailed link: nothing of what was here before stays. */
  arrive(link: string): void {
    this.#keepOnly(this.#current);
    this.#current.arrive(link);
  }

  /** Erases all of them. */
  leave(): void {
    this.#keepOnly(this.#current);
    this.#current.leave('left');
  }

  /** @param code the administration's; another one than before starts anew */
  use(client: TrackerClient, code: string): void {
    if (this.#code && code !== this.#code) this.#keepOnly(this.#current);
    this.#client = client;
    this.#code = code;
    for (const one of this.#all) one.use(client, code);
  }

  /** Who uses one is there for all. */
  used(): void {
    for (const one of this.#all) one.used();
  }

  hide(): void {
    for (const one of this.#all) one.hide();
  }

  async deliverWaiting(): Promise<void> {
    await Promise.all(this.#all.map((one) => one.deliverWaiting()));
  }
}
