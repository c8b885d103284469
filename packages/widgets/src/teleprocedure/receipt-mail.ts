import type { Language } from '@guichet/contracts/administration';
import type { ReceiptMailWords } from '@guichet/contracts/words/receipt-mail';
import { receiptMailFr } from '@guichet/contracts/words/receipt-mail.fr';
import { html, type TemplateResult } from 'lit';
import { wordsIn } from '../shared/localize.js';
import { MailedLink } from '../shared/mailed-link.js';
import { LINK_EMAIL, LINK_NOTICE, mailedLinkView } from '../shared/mailed-link.view.js';
import { type Refusal, refusalOf } from './teleprocedure.state.js';

const words = {
  fr: receiptMailFr,
  en: async () => (await import('@guichet/contracts/words/receipt-mail.en')).receiptMailEn,
};

/** What it needs of the course. */
export interface ReceiptMailHost {
  requestUpdate(): void;
  send(email: string, options: { signal: AbortSignal }): Promise<unknown>;
  readonly announce: (text: string) => void;
  /** Moves the focus, once all is drawn. */
  readonly focus: (id: string) => void;
}

/** Has the reference of what was sent, and a link to follow it, mailed to an address that is typed. */
export class ReceiptMail {
  readonly #host: ReceiptMailHost;
  readonly #words: ReceiptMailWords;
  readonly #link: MailedLink<Refusal>;

  constructor(host: ReceiptMailHost, words: ReceiptMailWords) {
    this.#host = host;
    this.#words = words;
    this.#link = new MailedLink({ ...host, refusalOf });
  }

  /** Makes it, and leads there. */
  static async open(host: ReceiptMailHost, language: Language): Promise<ReceiptMail> {
    return new ReceiptMail(host, await wordsIn(language, words));
  }

  /** To where it begins. */
  lead(): void {
    this.#host.focus(LINK_EMAIL);
  }

  #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { announce, focus } = this.#host;
    const asking = this.#link.ask();
    if (this.#link.state.kind === 'sending') announce(this.#words.sending);
    await asking;
    const { state } = this.#link;
    if (state.kind === 'sending' || state.kind === 'ready') return;
    announce(state.kind === 'asked' ? this.#words.asked : '');
    focus(state.kind === 'invalid' ? LINK_EMAIL : LINK_NOTICE);
  };

  /** Erases what was typed. */
  clear(): void {
    this.#link.clear();
  }

  /** @param refused draws a refusal */
  view(refused: (refusal: Refusal) => TemplateResult): TemplateResult {
    return mailedLinkView(
      this.#link,
      this.#words,
      this.#words.sending,
      {
        submit: (event) => void this.#submit(event),
        input: ({ target }) => this.#link.type((target as HTMLInputElement).value),
      },
      (refusal) =>
        html`<div class="notice" id=${LINK_NOTICE} tabindex="-1" role="group">${refused(refusal)}</div>`,
    );
  }
}
