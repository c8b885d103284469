import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import type { CaseClocks } from './case-clocks.js';
import { fold, type RequestEvent } from './request-state.js';
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

/** `received 2026-11-21`: the day of each fact, and for a conversation's, none. */
function factOf(event: RequestEvent): string {
  const on = event.kind === 'received' ? event.opening?.on : 'on' in event ? event.on : undefined;
  return [event.kind, on].filter(Boolean).join(' ');
}

function deadlines(): string {
  const words: Record<keyof Ending, string> = {
    silence: 'silence: ',
    acknowledge: 'acknowledge by (leaves by itself on): ',
    appeal: 'appeal: ',
    reasonsDueBy: 'reasons due by ',
    withdrawableUntil: 'withdrawable until ',
    turn: 'turn: ',
    obstacles: 'appeal times held up by: ',
    refused: 'refused: ',
  };
  const rows = stories.map(({ title, article, events, ending }) => {
    const told = Object.entries(ending).map(([key, value]) => {
      return words[key as keyof Ending] + (value || 'nothing');
    });
    return `| ${title} | ${article} | ${events.map(factOf).join(' → ')} | ${told.join('; ')} |`;
  });
  return `# What the law dates, in stories

Each line is one of the tests of \`server/src/domain/stories.ts\`, from which this page is written. « CRPA »: code des relations entre le public et l’administration; « CJA »: code de justice administrative; « CPC »: code de procédure civile.

| story | article | facts | what follows |
| ----- | ------- | ----- | ------------ |
${rows.join('\n')}
`;
}

describe('stories of the law', () => {
  for (const { title, article, events, ending } of stories) {
    it(`${title} (${article})`, () => {
      const real = endingOf(events);
      const asked = Object.fromEntries(Object.keys(ending).map((key) => [key, real[key as keyof Ending]]));
      assert.deepEqual({ refused: real.refused, ...asked }, { refused: '', ...ending });
    });
  }

  it('are the table of DEADLINES.md; `WRITE_DEADLINES=1` writes it', () => {
    const file = new URL('../../../DEADLINES.md', import.meta.url);
    const page = deadlines();
    if (process.env['WRITE_DEADLINES']) writeFileSync(file, page);
    assert.equal(readFileSync(file, 'utf8'), page);
  });

  it('only the last fact of a refused story is refused', () => {
    for (const { title, events, ending } of stories) {
      if (ending.refused) assert.ok(fold(events.slice(0, -1)).ok, title);
    }
  });
});
