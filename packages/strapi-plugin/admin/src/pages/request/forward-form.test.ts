import assert from 'node:assert/strict';
import { test } from 'node:test';
import { actOnRequest } from '@guichet/contracts/admin/inbox-actions';
import { checkForward, emptyForward, forwardEffect, type ForwardForm, forwardWish } from './forward-form.js';

const trilport = { id: 'a2', code: '77475', name: 'Mairie de Trilport', accent: null };
const paths = (form: ForwardForm) => checkForward(form).map(({ path }) => path);

test('asks to whom first, then for what that needs', () => {
  assert.deepEqual(paths(emptyForward), ['to.kind']);
  assert.deepEqual(paths({ ...emptyForward, where: 'here' }), ['to.administrationId']);
  assert.deepEqual(paths({ ...emptyForward, where: 'elsewhere' }), ['to.name', 'to.contact']);
});

test('the server takes what is right here, and nothing of the way that was left', () => {
  const here: ForwardForm = { ...emptyForward, where: 'here', administration: trilport, name: 'x' };
  const elsewhere: ForwardForm = {
    ...emptyForward,
    where: 'elsewhere',
    administration: trilport,
    name: ' Conseil départemental ',
    contact: '02 61 91 28 00',
  };
  const report = { description: 'Nid-de-poule', address: 'D922', position: '', reporter: [] };
  const system: ForwardForm = { ...emptyForward, where: 'system', system: { slug: 'voirie', report } };
  assert.deepEqual([...paths(here), ...paths(elsewhere), ...paths(system)], []);
  assert.deepEqual(paths({ ...system, system: { slug: 'voirie', report: { ...report, address: '' } } }), [
    'to.report.address',
  ]);
  assert.deepEqual(forwardWish(system).to, {
    kind: 'system',
    teleprocedure: 'voirie',
    report: { description: 'Nid-de-poule', address: 'D922', position: null, reporter: [] },
  });
  assert.deepEqual(forwardWish(here), {
    action: 'forward',
    to: { kind: 'here', administrationId: 'a2' },
    message: null,
  });
  for (const form of [here, elsewhere, system])
    assert.ok(actOnRequest.safeParse({ ...forwardWish(form), seen: 1 }).success);
});

test('CRPA L114-3: the rejection clock runs on, the acceptance clock begins anew', () => {
  const silence = { date: null, basis: '' };
  assert.equal(forwardEffect({ silence: { ...silence, effect: 'rejection' } }), 'forward.effect.rejection');
  assert.equal(forwardEffect({ silence: { ...silence, effect: 'acceptance' } }), 'forward.effect.acceptance');
  assert.equal(forwardEffect({ silence: null }), 'forward.effect.none');
});
