import type { Language } from '@guichet/contracts/administration';
import type { Nature, RequestCreated } from '@guichet/contracts/request';
import { silenceMentions } from '@guichet/contracts/standing';
import { procedureFr } from '@guichet/contracts/words/procedure.fr';
import { standingFr } from '@guichet/contracts/words/standing.fr';
import { wordsIn } from '../shared/localize.js';
import type { Row } from './contact-form.receipt.js';

/** What the form says only where it is for a procedure. */
export interface Own {
  /** @param phone as people read it */
  closed(phone: string): string;
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
    closed: (phone) => procedure.closed(phone),
    acknowledged({ receipt }, nature) {
      if (receipt.kind === 'registration') return undefined;
      const mentions = silenceMentions(receipt, standing).map(({ label, value }) => [label, value] as const);
      return [procedure.receiptTitle, [[standing.mentions.nature, standing.natures[nature]], ...mentions]];
    },
  };
}
