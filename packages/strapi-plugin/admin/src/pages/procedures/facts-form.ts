/** What is told of a procedure in the directory, as it is typed and as it is sent. */
import { type ProcedureFacts, type Way, ways } from '@guichet/contracts/directory';
import { linesOf } from '../../shared/lines.js';

/** Lists are one text, a line each. */
export interface ProcedureFactsDraft {
  audience: string;
  documents: string;
  cost: string;
  delay: string;
  ways: readonly Way[];
  keywords: string;
  guide: string;
}

export const procedureFactsDraft = (facts: ProcedureFacts): ProcedureFactsDraft => ({
  ...facts,
  documents: facts.documents.join('\n'),
  keywords: facts.keywords.join('\n'),
  guide: facts.guide ?? '',
});

/** @returns the id of the guide whose address was pasted; what is none stays, for the server to refuse */
function guideOf(typed: string): string | null {
  const text = typed.trim();
  const [, id] = /(?:^|\/)([fnr]\d+)(?:[/?#].*)?$/i.exec(text) ?? [];
  return id?.toUpperCase() ?? (text || null);
}

export const procedureFactsToSend = (draft: ProcedureFactsDraft): ProcedureFacts => ({
  audience: draft.audience.trim(),
  documents: linesOf(draft.documents),
  cost: draft.cost.trim(),
  delay: draft.delay.trim(),
  ways: ways.filter((way) => draft.ways.includes(way)),
  keywords: linesOf(draft.keywords),
  guide: guideOf(draft.guide),
});
