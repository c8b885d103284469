import { late } from '@guichet/client/late';
import type { Prefill, Started } from '@guichet/contracts/teleprocedure';
import type { LitElement } from 'lit';
import { onRecolour } from '../shared/palette.js';
import type { CourseView } from './course.view.js';
import type { Frame } from './frame/frame.js';
import type { TeleprocedureController } from './teleprocedure.controller.js';
import { TeleprocedureFellBackEvent, TeleprocedureStepEvent } from './teleprocedure.events.js';

const loadFrame = late(async () => {
  const [{ openFrame }, { readLook }] = await Promise.all([
    import('./frame/frame.js'),
    import('./frame/look.js'),
  ]);
  return { openFrame, readLook };
});

/** Seconds before the end of a session that the resident is told of it (WCAG 2.2, 2.2.1). */
const SOON = 120;

/** The least that is reserved until the operator's page tells its own height. CSS pixels. */
const LEAST_HEIGHT = 400;

export interface FramingHost {
  readonly element: LitElement & { baseUrl: string };
  readonly controller: TeleprocedureController;
  /** What the widget is drawn in: its colours are the frame's. */
  base(): HTMLElement;
  view(): CourseView;
  announce(text: string): void;
}

/** The operator's page in this one: there from the beginning on, until the resident leaves it. */
export class Framing {
  readonly #host: FramingHost;
  #code: Awaited<ReturnType<typeof loadFrame>> | undefined;
  #frame: Frame | undefined;
  #stopWatching = (): void => {};

  constructor(host: FramingHost) {
    this.#host = host;
  }

  /** Rejects with an `ApiError`. */
  async load(): Promise<void> {
    this.#code ??= await loadFrame();
  }

  get element(): HTMLIFrameElement | undefined {
    return this.#frame?.element;
  }

  open(started: Started, prefill: Prefill): void {
    if (this.#frame) return;
    const { element, controller } = this.#host;
    const base = this.#host.base();
    const { teleprocedure, language, course } = this.#host.view();
    const { slug, title, operator, origin, allow } = teleprocedure;
    const { openFrame, readLook } = this.#code!;
    // What was there gives way to as much: what follows in the page does not jump.
    const height = Math.max(LEAST_HEIGHT, Math.min(base.offsetHeight, innerHeight));
    this.#stopWatching = onRecolour(() => this.#frame?.relook());
    this.#frame = openFrame(
      {
        url: started.url,
        origin,
        hosting: element.baseUrl,
        title: course.frame(title, operator.name),
        allow,
        language,
        look: () => readLook(base),
        prefill,
        height,
      },
      {
        failed: () => {
          controller.leaveFor(started, true);
          element.dispatchEvent(new TeleprocedureFellBackEvent(slug));
        },
        ready: () =>
          controller.frame({ isReady: true, isSilent: false, step: null, isUnsaved: false, end: null }),
        silent: () => controller.frame({ isSilent: true, step: null, end: null }),
        step: (step) => {
          controller.frame({ step });
          element.dispatchEvent(new TeleprocedureStepEvent(slug, step.index, step.count));
        },
        announce: (text) => this.#host.announce(text),
        session: (seconds) =>
          controller.frame({
            end: seconds === 0 ? 'over' : seconds > SOON ? null : new Date(Date.now() + seconds * 1000),
          }),
        unsaved: (isUnsaved) => controller.frame({ isUnsaved }),
        submitted: (reference) => {
          if (controller.state.kind === 'framed') void controller.end(started.start, reference);
        },
      },
    );
  }

  focus(): void {
    this.#frame?.focus();
  }

  print(): void {
    this.#frame?.print();
  }

  /** The page's language has changed. */
  speak(): void {
    const { language, teleprocedure, course } = this.#host.view();
    this.#frame?.speak(language);
    if (this.element) this.element.title = course.frame(teleprocedure.title, teleprocedure.operator.name);
  }

  close(): void {
    this.#stopWatching();
    this.#frame?.end();
    this.#frame = undefined;
  }
}
