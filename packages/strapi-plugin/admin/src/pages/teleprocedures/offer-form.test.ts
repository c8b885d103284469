import type { TeleprocedureOffer } from '@guichet/contracts/admin/teleprocedures';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { offerDraft, offerIsBeyond, offerToSend, territoryOf } from './offer-form.js';

const name = 'Entre Beauce et Perche';

test('sends an offer that nobody touched as it came, whatever order its names come in', () => {
  const tag = (id: string) => ({ id, code: id, name: id, accent: null });
  const codes = ['28', '200058360'];
  const territories = [
    { code: '200058360', name },
    { code: '28', name: 'Eure-et-Loir' },
  ];
  const offeredTo = { administrations: [tag('b'), tag('a')], territories };
  const sent = (offer: TeleprocedureOffer) => offerToSend(offerDraft({ offer, offeredTo }));
  assert.deepEqual(sent({ to: 'territories', codes }), { to: 'territories', codes });
  assert.deepEqual(sent({ to: 'administrations', ids: ['a', 'b'] }), {
    to: 'administrations',
    ids: ['a', 'b'],
  });
  assert.deepEqual(sent({ to: 'all' }), { to: 'all' });
  // What the sources do not name stays; an administration that is no more does not.
  assert.deepEqual(sent({ to: 'territories', codes: ['99'] }), { to: 'territories', codes: ['99'] });
  assert.deepEqual(sent({ to: 'administrations', ids: ['gone', 'a'] }), {
    to: 'administrations',
    ids: ['a'],
  });
});

test('knows whose communes an administration may offer to', () => {
  const of = (kind: Parameters<typeof territoryOf>[0]['kind'], departement: string | null = '28') =>
    territoryOf({ kind, siren: '200058360', departement, name });
  assert.deepEqual(of('intercommunality'), { code: '200058360', name });
  assert.deepEqual(of('department'), { code: '28', name });
  assert.equal(of('department', null), null);
  assert.equal(of('commune'), null);
  assert.equal(of('ccas'), null);
});

test('tells an offer that only the hosting could make', () => {
  const own = { code: '200058360', name };
  const other = { code: '28', name: 'Eure-et-Loir' };
  const offer = { administrations: [], territories: [own] };
  assert.equal(offerIsBeyond({ ...offer, to: 'all' }, own), true);
  assert.equal(offerIsBeyond({ ...offer, to: 'territories' }, own), false);
  assert.equal(offerIsBeyond({ ...offer, to: 'territories', territories: [own, other] }, own), true);
  assert.equal(offerIsBeyond({ ...offer, to: 'territories' }, null), true);
  assert.equal(offerIsBeyond({ ...offer, to: 'administrations' }, null), false);
});
