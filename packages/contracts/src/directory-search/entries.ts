/** What is indexed of a directory: everything that can be found, with the words that it is found by. */
import type { Directory, DirectoryProcedure, Organisation } from '../directory.js';
import type { Found } from '../directory-search.js';
import type { GuideIndex } from '../guide.js';
import { needs } from '../needs.js';
import type { Need } from '../needs/need.js';
import { officeWords } from '../needs/offices.js';
import { competence } from './competent.js';
import { synonymsOf, termsOf } from './terms.js';

/** The texts that are indexed, by how much they say of what it is. */
export interface Texts {
  title?: string;
  name?: string;
  guide?: string;
  words?: string;
  text?: string;
}

export interface Entry extends Texts {
  id: number;
  /** How likely one is meant by it. */
  weight: number;
  found: Omit<Found, 'organisations'>;
  /** Looked for once it is found: of all needs it would take long. */
  organisations: () => string[];
}

type Guides = GuideIndex['guides'];
type Unnumbered = Omit<Entry, 'id'>;

const weights = { procedure: 1.4, need: 1.25, organisation: 1, guide: 0.7, administration: 2 };

const guidesOfMany = new Set(
  needs.flatMap(({ guide }, i) =>
    guide && needs.findIndex((one) => one.guide === guide) !== i ? guide : [],
  ),
);
const keysOf = new Map(needs.map((need) => [need, termsOf(need.procedure ?? '')]));

/** @returns whether a procedure of the administration's is about a need, so that it stands in its place */
function aboutOf({ title, slug, guide }: DirectoryProcedure): (need: Need) => boolean {
  const terms = termsOf(`${title} ${slug}`);
  return (need) => {
    // Several needs may have one guide: then it tells nothing of which.
    if (guide && guide === need.guide && !guidesOfMany.has(guide)) return true;
    const keys = keysOf.get(need)!;
    return keys.length > 0 && keys.every((key) => terms.some((term) => term.startsWith(key)));
  };
}

const withSynonyms = (...texts: string[]) => [...texts, ...synonymsOf(termsOf(texts.join(' ')))].join(' ');

function ofOrganisation({ id, name, description, keywords, kind }: Organisation, weight: number): Unnumbered {
  return {
    weight,
    found: { kind: 'organisation', id, title: name, guide: null, note: null },
    organisations: () => [id],
    name: `${name} ${officeWords[kind ?? ''] ?? ''}`,
    words: withSynonyms(...keywords, name),
    text: description,
  };
}

/** One after the other, so that a page can do something else in between. */
function* unnumbered(directory: Directory, guides: Guides): Generator<Unnumbered> {
  const known = new Set(guides.map(({ id }) => id));
  const guideOf = (id: string | null) => (id && known.has(id) ? id : null);
  const competent = competence(directory);
  const left = new Set(needs);

  for (const procedure of directory.procedures) {
    const { slug, title, description, keywords, audience, organisation, operator } = procedure;
    const about = needs.filter(aboutOf(procedure));
    about.forEach((need) => left.delete(need));
    const ids = [procedure, ...about].map(({ guide }) => guideOf(guide));
    const guide = ids.find((id) => id !== null) ?? null;
    yield {
      weight: weights.procedure,
      found: { kind: 'procedure', id: slug, title, guide, note: organisation ? null : (operator ?? null) },
      organisations: () => (organisation ? [organisation] : []),
      title,
      words: withSynonyms(...keywords, ...about.flatMap((need) => [need.title, need.words])),
      text: `${description} ${audience}`,
    };
  }
  for (const need of left) {
    const { id, title, words, note } = need;
    yield {
      weight: weights.need,
      found: { kind: 'need', id, title, guide: guideOf(need.guide), note },
      organisations: () => competent.of(need),
      title,
      words,
    };
  }
  for (const [i, organisation] of directory.organisations.entries()) {
    competent.read(organisation);
    yield ofOrganisation(organisation, i ? weights.organisation : weights.administration);
  }
  for (const { id, title } of guides)
    yield {
      weight: weights.guide,
      found: { kind: 'guide', id, title, guide: id, note: null },
      organisations: () => [],
      guide: title,
    };
}

export function* entriesOf(directory: Directory, guides: Guides): Generator<Entry> {
  let id = 0;
  for (const entry of unnumbered(directory, guides)) yield { id: id++, ...entry };
}
