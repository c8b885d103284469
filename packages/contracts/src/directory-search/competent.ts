/** Whom a need is for, among the organisations of one directory: residents always find a human. */
import type { Directory, Level, Organisation } from '../directory.js';
import type { Need } from '../needs/need.js';
import { termsOf } from './terms.js';

/** What names of offices have in common, and tells nothing of what they do. */
const general = new Set(
  termsOf(
    'service bureau accueil mairie commune municipal municipale maison centre public publique communauté communes syndicat mixte ' +
      'intercommunal intercommunale ville village office pôle direction secrétariat général générale département régional local',
  ),
);

const own = (text: string): string[] => termsOf(text).filter((term) => !general.has(term));

/** The office that answers for a level as a whole. Of the State's, and of associations, no one does. */
const ofLevel: Partial<Record<Level, string[]>> = {
  intercommunality: ['epci'],
  department: ['cg'],
  region: ['cr'],
  state: ['msap', 'france_services'],
};

const most = 4;

export interface Competence {
  /** Takes the words of an organisation's name, which takes a moment: of many, best a few at a time. */
  read(organisation: Organisation): void;
  /**
   * @returns the ids of who answers for a need, the likeliest first: those of its level that are named after it, those of
   * its kinds, then whoever can say who does, at last the administration itself
   */
  of(need: Need): string[];
}

/** @param directory of an administration, which comes first in it */
export function competence({ organisations }: Pick<Directory, 'organisations'>): Competence {
  const [administration] = organisations;
  const named: { id: string; level: Level; terms: Set<string> }[] = [];

  const known = new Map<Need, string[]>();

  const ofKind = (kinds: readonly string[]): Organisation[] =>
    kinds.flatMap((kind) => organisations.filter((one) => one.kind === kind));

  function namedAfter(need: Need): string[] {
    const terms = new Set(own(`${need.title} ${need.words}`));
    const shared = named
      .filter(({ level }) => level === need.level)
      .map(({ id, terms: its }) => ({ id, count: [...its].filter((term) => terms.has(term)).length }));
    const best = Math.max(1, ...shared.map(({ count }) => count));
    return shared.filter(({ count }) => count === best).map(({ id }) => id);
  }

  return {
    read(one) {
      const { id, level, kind, name, keywords } = one;
      if (one === administration || (level !== 'commune' && level !== 'intercommunality')) return;
      if (kind === 'mairie' || kind === 'epci') return;
      named.push({ id, level, terms: new Set(own(`${name} ${keywords.join(' ')}`)) });
    },
    of(need) {
      const earlier = known.get(need);
      if (earlier) return earlier;
      const isOwn = need.level === 'commune' && administration?.level === 'commune';
      const competent = [
        ...namedAfter(need),
        ...(isOwn ? [administration.id] : []),
        ...ofKind(need.kinds).map(({ id }) => id),
      ];
      if (!competent.length) competent.push(...ofKind(ofLevel[need.level] ?? []).map(({ id }) => id));
      // A road of the département's is somebody's there, whatever its directory entry is called.
      if (!competent.length && need.level !== 'state' && need.level !== 'association')
        competent.push(...organisations.filter(({ level }) => level === need.level).map(({ id }) => id));
      if (!competent.length && administration) competent.push(administration.id);
      const answer = [...new Set(competent)].slice(0, most);
      known.set(need, answer);
      return answer;
    },
  };
}
