/** What silence means of a procedure, as sentences: never a rule without its text, nor a months' count without its end. */
import type { AdminProcedure, SilenceOption } from '@guichet/contracts/admin/procedures';
import type { Nature } from '@guichet/contracts/request';
import type { WordKey } from '../../shared/words.js';

export interface Sentence {
  key: WordKey;
  values?: Record<string, string | number>;
}

/** « Sans réponse au bout de 2 mois, la loi considère que c’est non (CRPA L231-4, 2°). » */
export function ruleSentence({ effect, months, basis }: Omit<SilenceOption, 'id'>): Sentence {
  return { key: `procedures.silence.if.${effect}`, values: { months, basis } };
}

/** Whether an agent has a rule to choose: the others follow from what is sent. */
export function choosesSilence(nature: Nature | null): boolean {
  return nature === null || nature === 'request';
}

/** What silence will mean of a procedure's requests, in the order to be read. */
export function silenceSentences(
  { nature, silence, offered }: Pick<AdminProcedure, 'nature' | 'silence' | 'offered'>,
  options: readonly SilenceOption[],
): Sentence[] {
  const fixed = offered.silence;
  if (fixed)
    return fixed.effect === 'none' || fixed.months === null || fixed.basis === null
      ? [{ key: 'procedures.silence.if.none' }]
      : [ruleSentence({ effect: fixed.effect, months: fixed.months, basis: fixed.basis })];
  const chosen = options.find(({ id }) => id === silence);
  const rule = chosen ?? options.find(({ id }) => id === 'general');
  return [
    ...(chosen ? [] : [{ key: 'procedures.silence.unchosen' } as const]),
    ...(nature === null ? [{ key: 'procedures.silence.declared' } as const] : []),
    ...(rule ? [ruleSentence(rule)] : []),
  ];
}
