import { noRetention, retentionSettings } from '@guichet/contracts/admin/retention';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { retentionDraft, retentionToSend } from './retention-form.js';

test('says again what was said, and nothing where nothing was', () => {
  const said = retentionSettings.parse({
    here: {
      period: { count: 18, unit: 'months' },
      finalAction: 'keep',
      agreement: { reference: '2024/17', date: '2024-05-02' },
    },
    transit: 'email',
  });
  assert.deepEqual(retentionToSend(retentionDraft(said)), said);
  assert.deepEqual(retentionToSend(retentionDraft(noRetention)), noRetention);
});

test('invents no period where none was typed', () => {
  for (const count of ['', 'deux', '-1', '1.5']) {
    const sent = retentionToSend({ ...retentionDraft(noRetention), finalAction: 'destroy', count });
    assert.equal(retentionSettings.safeParse(sent).success, false, count);
  }
});
