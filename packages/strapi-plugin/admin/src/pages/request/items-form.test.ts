import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ReceiptSilence } from '@guichet/contracts/receipt';
import { actOnRequest, ITEMS_MAX } from '@guichet/contracts/admin/inbox-actions';
import {
  canAddLine,
  checkItems,
  emptyItems,
  type ItemsForm,
  itemsEffect,
  itemsWish,
  withLine,
} from './items-form.js';

const today = '2026-11-22';
const line = { key: 1, name: ' Attestation ', isRequired: false, basis: '', isIndispensable: false };
const plain: ItemsForm = { items: [line], answerBy: '', message: ' ' };
const required: ItemsForm = {
  items: [{ ...line, isRequired: true, basis: ' Code de la route, article R1 ' }],
  answerBy: '2026-12-15',
  message: 'Merci.',
};
const paths = (form: ItemsForm) => checkItems(form, today).map(({ path, code }) => `${path} ${code}`);

test('a plain question needs no day; an item that a text requires needs the text and the day', () => {
  assert.deepEqual(paths(plain), []);
  assert.deepEqual(paths({ ...required, answerBy: '' }), ['answerBy required']);
  assert.deepEqual(paths({ ...required, items: [{ ...line, isRequired: true }] }), [
    'items.0.basis required',
  ]);
  assert.deepEqual(paths(withLine(plain)), ['items.1.name required']);
});

test('the time allowed is still to come', () => {
  assert.deepEqual(paths({ ...plain, answerBy: today }), ['answerBy invalid']);
  assert.deepEqual(paths({ ...plain, answerBy: '2026-11-23' }), []);
});

test('a line more has a key of its own, up to as many as the server takes', () => {
  let form = emptyItems();
  while (canAddLine(form)) form = withLine(form);
  assert.equal(new Set(form.items.map(({ key }) => key)).size, ITEMS_MAX);
});

test('the server takes what is right here, without a text that was typed and given up', () => {
  for (const form of [plain, required])
    assert.ok(actOnRequest.safeParse({ ...itemsWish(form), seen: 1 }).success);
  assert.deepEqual(itemsWish({ ...required, items: [{ ...required.items[0]!, isRequired: false }] }), {
    action: 'ask-items',
    items: [{ name: 'Attestation', basis: null, isIndispensable: false }],
    answerBy: '2026-12-15',
    message: 'Merci.',
  });
});

test('CRPA L114-5: only what a text requires moves a clock, and each clock in its way', () => {
  const silence = (effect: ReceiptSilence['effect']) => ({ silence: { effect, date: null, basis: '' } });
  assert.equal(itemsEffect(plain, silence('rejection')), 'items.effect.none');
  assert.equal(itemsEffect(required, silence('rejection')), 'items.effect.rejection');
  assert.equal(
    itemsEffect({ ...required, answerBy: '' }, silence('rejection')),
    'items.effect.rejection.undated',
  );
  assert.equal(itemsEffect(required, silence('acceptance')), 'items.effect.acceptance');
  assert.equal(itemsEffect(required, { silence: null }), 'items.effect.noDelay');
});
