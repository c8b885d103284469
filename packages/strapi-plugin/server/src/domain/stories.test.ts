import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CaseClocks } from './case-clocks.js';
import { fold } from './request-state.js';
import { situationOf } from './situation.js';
import { type Ending, stories } from './stories.js';

function told({ silence }: CaseClocks): string {
  if (silence.kind === 'waiting') return `${silence.effect} waits for ${silence.for}`;
  if (silence.kind !== 'running') return silence.kind;
  const suspended = silence.suspendedUntil ? `, suspended until ${silence.suspendedUntil}` : '';
  return `${silence.effect} ${silence.date}${suspended}`;
}

/** Everything an ending may tell. */
function endingOf(events: (typeof stories)[number]['events']): Required<Ending> {
  const folded = fold(events);
  const blank = { silence: '', acknowledge: '', appeal: '', reasonsDueBy: '', withdrawableUntil: '' };
  if (!folded.ok) return { ...blank, turn: '', obstacles: '', refused: folded.code };
  const situation = situationOf(folded.state);
  assert.ok(situation);
  const { clocks, turn, obstacles } = situation;
  const { acknowledgement, appeal } = clocks;
  const isDated = acknowledgement.kind === 'due' && acknowledgement.dueBy && acknowledgement.leavesOn;
  return {
    silence: told(clocks),
    acknowledge: isDated ? `${acknowledgement.dueBy} (${acknowledgement.leavesOn})` : '',
    appeal: appeal ? `${appeal.before} ${appeal.lastDay ?? 'open'}` : '',
    reasonsDueBy: clocks.reasonsDueBy ?? '',
    withdrawableUntil: clocks.withdrawableUntil ?? '',
    turn,
    obstacles: (obstacles ?? []).map(({ code }) => code).join(', '),
    refused: '',
  };
}

describe('stories of the law', () => {
  for (const { title, article, events, ending } of stories) {
    it(`${title} (${article})`, () => {
      const real = endingOf(events);
      const asked = Object.fromEntries(Object.keys(ending).map((key) => [key, real[key as keyof Ending]]));
      assert.deepEqual({ refused: real.refused, ...asked }, { refused: '', ...ending });
    });
  }

  it('only the last fact of a refused story is refused', () => {
    for (const { title, events, ending } of stories) {
      if (ending.refused) assert.ok(fold(events.slice(0, -1)).ok, title);
    }
  });
});
