/** What is told of an organisation, as lines to be read. */
import type { OrganisationFacts } from '@guichet/contracts/directory';
import { openingWordLines, type Where } from '../../shared/opening-word-lines.js';
import { positionText } from './organisation-form.js';

/** @returns none where nothing is told */
export function factLines(facts: OrganisationFacts, name: keyof OrganisationFacts, where: Where): string[] {
  switch (name) {
    case 'phones':
      return facts.phones.map(({ number, label }) => (label ? `${label}\u00a0: ${number}` : number));
    case 'position':
      return facts.position ? [positionText(facts.position)] : [];
    case 'openingHours':
      return facts.openingHours ? openingWordLines(facts.openingHours, where) : [];
    case 'keywords':
      return facts.keywords;
    default:
      return (facts[name] ?? '').split('\n').filter(Boolean);
  }
}
