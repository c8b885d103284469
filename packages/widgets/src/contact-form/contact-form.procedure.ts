import type { Administration, Language } from '@guichet/contracts/administration';
import type { Nature, RequestCreated } from '@guichet/contracts/request';
import { silenceMentions } from '@guichet/contracts/standing';
import { procedureFr } from '@guichet/contracts/words/procedure.fr';
import { standingFr } from '@guichet/contracts/words/standing.fr';
import { html } from 'lit';
import { wordsIn } from '../shared/localize.js';
import type { Row } from './contact-form.receipt.js';

/** What the form says only where it is for a procedure, or where one is not to be asked for by it. */
export interface Own {
  /**
   * What is to be known before one writes: the téléprocédures that alone seise validly (CRPA L112-9); else that the
   * procedure is not open.
   *
   * @param slug of the procedure that the page names; empty for none
   */
  notice(administration: Administration, slug: string): unknown;
  /**
   * Title of an acknowledgement that is given at once, and its lines beside those of a registration receipt (CRPA
   * R112-11-1); undefined of a registration receipt.
   */
  acknowledged(
    created: RequestCreated,
    nature: Nature,
  ): readonly [title: string, rows: readonly Row[]] | undefined;
}

export async function own(language: Language): Promise<Own> {
  const [procedure, standing] = await Promise.all([
    wordsIn(language, {
      fr: procedureFr,
      en: () => import('@guichet/contracts/words/procedure.en').then((module) => module.procedureEn),
    }),
    wordsIn(language, {
      fr: standingFr,
      en: () => import('@guichet/contracts/words/standing.en').then((module) => module.standingEn),
    }),
  ]);
  return {
    notice({ human, reserved = [] }, slug) {
      const meant = slug ? reserved.filter((one) => one.slug === slug) : reserved;
      if (!meant.length) return procedure.closed(human.phone);
      return html`<p>${slug ? procedure.reserved : procedure.reservedOthers}</p>
        <ul>
          ${meant.map(({ title, link }) => html`<li><a href=${link} lang="fr">${title}</a></li>`)}
        </ul>`;
    },
    acknowledged({ receipt }, nature) {
      if (receipt.kind === 'registration') return undefined;
      const mentions = silenceMentions(receipt, standing).map(({ label, value }) => [label, value] as const);
      return [procedure.receiptTitle, [[standing.mentions.nature, standing.natures[nature]], ...mentions]];
    },
  };
}
