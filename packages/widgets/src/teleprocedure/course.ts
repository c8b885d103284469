import { ApiError } from '@guichet/client/api-error';
import { late } from '@guichet/client/late';
import { isOffline } from '@guichet/client/offline';
import type { Prefill } from '@guichet/contracts/teleprocedure';
import { teleprocedureCourseFr } from '@guichet/contracts/words/teleprocedure-course.fr';
import { adoptStyles, html, type LitElement, nothing, type TemplateResult } from 'lit';
import { heading } from '../shared/heading.js';
import { wordsIn, type Dictionary } from '../shared/localize.js';
import {
  act,
  elsewhereView,
  frameActs,
  frameBar,
  leavingView,
  refusalView,
  withdrawnView,
  type CourseView,
} from './course.view.js';
import { endingView } from './ending.view.js';
import { facadeView } from './facade.view.js';
import { follow } from './follow.js';
import { Framing } from './framing.js';
import { HandedOver } from './handed-over.js';
import { styles } from './later.styles.js';
import type { ReceiptMail } from './receipt-mail.js';
import { forgetReturn, takeReturn, teleprocedures } from './returning.js';
import { TeleprocedureController } from './teleprocedure.controller.js';
import {
  TeleprocedureBegunEvent,
  TeleprocedureLeftEvent,
  TeleprocedureSubmittedEvent,
} from './teleprocedure.events.js';
import type { CourseWords } from './teleprocedure.messages.js';
import type { TeleprocedureState } from './teleprocedure.state.js';
import type { TeleprocedureClient, View } from './view.js';

const loadReceiptMail = late(() => import('./receipt-mail.js'));

const courseWords: Dictionary<CourseWords> = {
  fr: teleprocedureCourseFr,
  en: () =>
    import('@guichet/contracts/words/teleprocedure-course.en').then((module) => module.teleprocedureCourseEn),
};

export interface CourseHost {
  readonly element: LitElement & { baseUrl: string; prefill: Prefill | undefined };
  readonly root: ShadowRoot;
  client(): TeleprocedureClient;
  /** As it is now: the language may change on the way. */
  view(): View;
  readonly announce: (text: string) => void;
}

/** What the resident does once it is to begin, and what follows. Loaded when somebody comes to begin. */
export class Course {
  readonly #host: CourseHost;
  readonly #controller: TeleprocedureController;
  #words = teleprocedureCourseFr;
  readonly #framing: Framing;
  readonly #handedOver: HandedOver;
  /** The reference and a link, mailed where the resident wants it; loaded when that is wanted. */
  #mail: ReceiptMail | undefined;
  #shown: TeleprocedureState;

  constructor(host: CourseHost) {
    this.#host = host;
    this.#controller = new TeleprocedureController({
      requestUpdate: () => this.#changed(),
      inHand: () => {
        const { teleprocedure, language } = host.view();
        return { client: host.client(), teleprocedure, language };
      },
      prepare: async () => {
        if (host.view().teleprocedure.entry === 'frame') await this.#framing.load();
      },
      registered: ({ reference }) => {
        forgetReturn();
        host.element.dispatchEvent(new TeleprocedureSubmittedEvent(this.#slug, reference));
      },
    });
    this.#framing = new Framing({
      element: host.element,
      controller: this.#controller,
      base: () => host.root.querySelector<HTMLElement>('.base')!,
      view: () => this.#view,
      announce: (text) => host.announce(text),
    });
    this.#handedOver = new HandedOver(() => host.element.prefill);
    this.#shown = this.#controller.state;
    adoptStyles(host.root, [...(host.element.constructor as typeof LitElement).elementStyles, styles]);
    host.root.addEventListener('click', this.#onClick);
    host.root.addEventListener('change', this.#onChange);
    host.root.addEventListener('fullscreenchange', this.#onFull);
  }

  connect(): void {
    addEventListener('online', this.#onLine);
    addEventListener('offline', this.#onLine);
    addEventListener('pagehide', this.#onHide);
    addEventListener('securitypolicyviolation', this.#onForbidden);
    document.addEventListener('visibilitychange', this.#onSeen);
  }

  disconnect(): void {
    removeEventListener('online', this.#onLine);
    removeEventListener('offline', this.#onLine);
    removeEventListener('pagehide', this.#onHide);
    removeEventListener('securitypolicyviolation', this.#onForbidden);
    document.removeEventListener('visibilitychange', this.#onSeen);
    // A frame that is taken out of the page is gone, and computers are shared.
    this.#controller.leave();
  }

  /** Ends it for good: another téléprocédure takes its place. */
  end(): void {
    const { root } = this.#host;
    this.disconnect();
    root.removeEventListener('click', this.#onClick);
    root.removeEventListener('change', this.#onChange);
    root.removeEventListener('fullscreenchange', this.#onFull);
  }

  /** Takes its words of the language of now. */
  async speak(): Promise<void> {
    const { language } = this.#host.view();
    this.#words = await wordsIn(language, courseWords);
    this.#framing.speak();
    this.#host.element.requestUpdate();
  }

  /** The resident came back from the operator's site. */
  arrive(): void {
    const start = takeReturn();
    const { state } = this.#controller;
    if (!start || (state.kind === 'ending' && state.start === start)) return;
    void this.#controller.end(start, null).then(() => {
      const { state } = this.#controller;
      if (state.kind !== 'ending' || state.start !== start) return;
      // Another one's, of the same page.
      if (state.asked.kind === 'lost' && teleprocedures.size > 1) this.#controller.leave();
      else forgetReturn();
    });
  }

  get #slug(): string {
    return this.#host.view().teleprocedure.slug;
  }

  get #view(): CourseView {
    return { ...this.#host.view(), course: this.#words };
  }

  #changed(): void {
    const { state } = this.#controller;
    if (state.kind === 'framed')
      this.#framing.open(state.started, this.#handedOver.prefill(this.#host.view()));
    // The operator's acknowledgement may be in it.
    else if (state.kind !== 'ending') this.#framing.close();
    if (state.kind !== 'ending') this.#forgetMail();
    this.#host.element.requestUpdate();
    void this.#follow();
  }

  async #follow(): Promise<void> {
    const { element, root, announce } = this.#host;
    await element.updateComplete;
    const { state } = this.#controller;
    const before = this.#shown;
    if (state === before) return;
    this.#shown = state;
    follow(state, before, {
      element,
      root,
      view: this.#view,
      announce,
      enter: () => this.#framing.focus(),
    });
  }

  // Back from the operator's by « back », or at home the next person: nothing of the beginning is there any more.
  #onHide = (): void => {
    if (this.#controller.state.kind === 'leaving') this.#controller.leave();
  };

  // The site's own policy, `form-action`: nothing else would tell that the button did nothing.
  #onForbidden = ({ effectiveDirective }: SecurityPolicyViolationEvent): void => {
    if (effectiveDirective === 'form-action') this.#controller.leaveWithoutForm();
  };

  #onSeen = (): void => {
    if (document.visibilityState === 'visible') this.#controller.seen();
  };

  #onLine = (): void => {
    if (this.#controller.state.kind === 'framed')
      this.#host.announce(isOffline() ? this.#words.offline : this.#words.back);
    else if (!isOffline()) this.#controller.online();
    this.#host.element.requestUpdate();
  };

  #onFull = (): void => this.#host.element.requestUpdate();

  #onChange = ({ target }: Event): void => this.#handedOver.tick(target as HTMLInputElement);

  readonly #acts: Record<string, (event: Event) => unknown> = {
    begin: () => this.#begin(),
    again: () => this.#begin(),
    quit: () => this.#quit(),
    full: () => this.#toggleFull(),
    tab: (event) => this.#goElsewhere(event),
    'print-frame': () => this.#framing.print(),
    ask: () => this.#controller.seen(),
    retry: () => this.#controller.askAgain(),
    copy: () => this.#copy(),
    mail: () => this.#openMail(),
    print: () => print(),
    erase: () => this.#controller.leave('erased'),
  };

  #onClick = (event: Event): void => {
    const { target } = event;
    const hit = target instanceof Element && target.closest<HTMLElement>('[data-act]');
    if (hit && !event.defaultPrevented) void this.#acts[hit.dataset['act']!]?.(event);
  };

  #begin(): void {
    const { element } = this.#host;
    const { teleprocedure } = this.#host.view();
    const { entry, slug, origin } = teleprocedure;
    if (!entry || entry === 'link' || this.#controller.state.kind === 'beginning') return;
    if (!element.dispatchEvent(new TeleprocedureBegunEvent(slug, entry))) return;
    // The first thing that the operator hears of: while the hosting is asked, the way to it is opened.
    const link = Object.assign(document.createElement('link'), { rel: 'preconnect', href: origin });
    document.head.append(link);
    void this.#controller.begin(this.#handedOver.prefill(this.#host.view())).then(() => link.remove());
  }

  #quit(): void {
    const { state } = this.#controller;
    if (state.kind === 'framed' && state.isUnsaved && !confirm(this.#words.quitQuestion)) return;
    this.#controller.leave();
    this.#host.element.dispatchEvent(new TeleprocedureLeftEvent(this.#slug));
  }

  #goElsewhere(event: Event): void {
    const { state } = this.#controller;
    if (state.kind !== 'framed') return;
    if (state.isUnsaved && !confirm(this.#words.newTabQuestion)) event.preventDefault();
    // After the browser has followed the link.
    else setTimeout(() => this.#controller.goElsewhere(state.started));
  }

  async #toggleFull(): Promise<void> {
    const { root } = this.#host;
    // Refused where the page's policy says so: the frame stays as it is.
    await (
      root.fullscreenElement ? document.exitFullscreen() : root.querySelector('.framed')?.requestFullscreen()
    )?.catch(() => {});
  }

  async #copy(): Promise<void> {
    const said = [...this.#host.root.querySelectorAll<HTMLElement>('.receipt .facts > div')];
    await navigator.clipboard.writeText(said.map(({ innerText }) => innerText).join('\n\n')).then(
      () => this.#host.announce(this.#words.copied),
      () => {},
    );
  }

  async #openMail(): Promise<void> {
    const { element, root, announce } = this.#host;
    const { state } = this.#controller;
    if (state.kind !== 'ending') return;
    const { start } = state;
    const { language } = this.#host.view();
    try {
      // Firefox remembers for the life of the page a module that it could not load: better not to try.
      if (isOffline()) throw new ApiError('network');
      const { ReceiptMail } = await loadReceiptMail();
      const mail = await ReceiptMail.open(
        {
          announce,
          requestUpdate: () => element.requestUpdate(),
          send: (email, options) =>
            this.#host.client().mailLink(this.#slug, { start, email, language }, options),
          focus: (id) => void element.updateComplete.then(() => root.getElementById(id)?.focus()),
        },
        language,
      );
      if (this.#controller.state.kind !== 'ending') return;
      this.#mail = mail;
      element.requestUpdate();
      mail.lead();
    } catch {
      announce(this.#words.refused.offline);
    }
  }

  #forgetMail(): void {
    this.#mail?.clear();
    this.#mail = undefined;
  }

  #mailView(own: CourseView): TemplateResult {
    const form = this.#mail?.view((refusal) => refusalView(refusal, own));
    return html`<div class="stack screen-only">
      ${form ? html`${heading(own.level + 1, own.course.mail)} ${form}` : html`<div>${act('mail', own.course.mail)}</div>`}
    </div>`;
  }

  render(view: View): unknown {
    const { state } = this.#controller;
    const own: CourseView = { ...view, course: this.#words };
    if (state.kind === 'leaving') return leavingView(state, own);
    if (state.kind === 'elsewhere') return elsewhereView(own);
    if (state.kind === 'framed' || (state.kind === 'ending' && this.#framing.element))
      return this.#framed(state, own);
    if (state.kind === 'ending') return endingView(state, own, this.#mailView(own));
    const notice = state.kind === 'facade' ? state.notice : null;
    return facadeView(view, {
      isBeginning: state.kind === 'beginning',
      handedOver: this.#handedOver.view(own),
      closed: view.teleprocedure.entry ? nothing : withdrawnView(own),
      notice:
        notice === 'back'
          ? html`<p>${this.#words.back}</p>`
          : notice && notice !== 'erased' && refusalView(notice, own),
    });
  }

  /** One template for both: a frame that is moved loads again, and the operator's acknowledgement may be in it. */
  #framed(state: Extract<TeleprocedureState, { kind: 'framed' | 'ending' }>, own: CourseView): unknown {
    const isFull = !!this.#host.root.fullscreenElement;
    return html`<div class="stack">
      ${state.kind === 'ending' ? endingView(state, own, this.#mailView(own)) : nothing}
      <section class="framed" part="frame">
        ${state.kind === 'ending' ? heading(own.level + 1, this.#words.confirmation) : frameBar(state, own)}
        ${this.#framing.element} ${state.kind === 'ending' ? nothing : frameActs(state, own, isFull)}
      </section>
    </div>`;
  }
}
