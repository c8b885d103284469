/** An agent confirms what was asked: the facts of it, in their order. */
import type { Nature } from '@guichet/contracts/request';
import type { CivilDate } from '../../domain/civil-date.js';
import { type CaseFile, fileAfter } from '../../domain/case-file.js';
import { silenceAs } from '../../domain/case-silence.js';
import type { RequestState } from '../../domain/request-state.js';
import type { NewEvent } from '../../store/request-store.js';
import { type NewFact, releaseOf } from './facts.js';

/** @param acknowledgement the fact that one was sent, for a file */
export async function acknowledgeFacts(
  state: RequestState,
  nature: Nature,
  today: CivilDate,
  acknowledgement: (file: CaseFile) => Promise<Pick<NewEvent, 'kind' | 'facts'>>,
): Promise<NewFact[]> {
  const { file } = state;
  if (!file) return [];
  const released = releaseOf(state);
  if (nature === file.nature) return [...released, { ...(await acknowledgement(file)), on: today }];
  const carried = { nature, silence: silenceAs(file, nature) };
  const read = fileAfter(file, { kind: 'requalified', by: 'agent', on: today, ...carried });
  return [
    ...released,
    { kind: 'requalified', on: today, facts: carried },
    { ...(await acknowledgement(read)), on: today },
  ];
}
