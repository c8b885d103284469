/** The morning's mail. Pure: what waits, where and when are arguments. */
import { standingFr } from '@guichet/contracts/words/standing.fr';
import type { CivilDate } from '../../domain/civil-date.js';
import type { DueRequest, WaitingWork } from '../../store/digest-query.js';
import { briefly, dueLabels, inFull, words } from './digest.messages.js';

/** What waits in one administration. */
export interface Waiting extends WaitingWork {
  /** The administration's name. */
  name: string;
  today: CivilDate;
}

export interface DigestMail {
  subject: string;
  name: string;
  sections: {
    language: 'fr';
    title: string;
    before: string[];
    facts: { label: string; value: string; href: string }[];
    action: { label: string; url: string };
    after: string[];
  }[];
  foot: string[];
}

/** The most pressing first. */
const counted = ['late', 'soon', 'arrived', 'approval', 'undelivered'] as const;

export function hasWork(work: WaitingWork): boolean {
  return counted.some((name) => work[name] > 0);
}

function labelOf({ for: what, on }: DueRequest, today: CivilDate): string {
  const label = dueLabels[what](standingFr.day(on));
  return on < today ? words.late(label) : label;
}

/** @param inbox where the panel lists requests, and shows each below */
export function composeDigest(administrations: readonly Waiting[], inbox: string): DigestMail {
  const total = (name: (typeof counted)[number]) => administrations.reduce((sum, one) => sum + one[name], 0);
  const summary = counted.filter((name) => total(name) > 0).map((name) => briefly[name](total(name)));
  return {
    subject: `${words.sender}\u00a0: ${summary.join(', ')}`,
    name: administrations.length === 1 ? administrations[0]!.name : words.sender,
    sections: administrations.map((one, i) => ({
      language: 'fr',
      title: one.name,
      before: [
        ...(i === 0 ? [words.greeting] : []),
        ...counted.filter((name) => one[name] > 0).map((name) => inFull[name](one[name])),
      ],
      facts: one.due.map((due) => ({
        label: labelOf(due, one.today),
        value: due.reference,
        href: `${inbox}/${encodeURIComponent(due.id)}`,
      })),
      action: { label: words.open, url: inbox },
      after: i === administrations.length - 1 ? [words.after] : [],
    })),
    foot: words.foot,
  };
}
