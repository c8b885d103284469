import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isOfferedTo, mayOffer } from './offer.js';

const none = new Map<string, string>();
const favril = {
  ids: ['favril', 'before-its-merger'],
  places: [
    'everywhere',
    'region:24',
    'department:28',
    'intercommunality:200058360',
    'commune:28148',
  ] as const,
};
const ccas = { ids: ['ccas'], places: ['everywhere'] as const };

describe('an offer', () => {
  it('to all reaches every administration', () => {
    for (const one of [favril, ccas]) assert.ok(isOfferedTo({ to: 'all' }, one, none));
  });

  it('to a list reaches those named, and who has taken over from one of them', () => {
    const to = (...ids: string[]) => isOfferedTo({ to: 'administrations', ids }, favril, none);
    assert.ok(to('other', 'favril'));
    assert.ok(to('before-its-merger'));
    assert.ok(!to('other'));
    assert.ok(!to());
  });

  it('to a territory reaches its communes, and no others', () => {
    const to = (...codes: string[]) => isOfferedTo({ to: 'territories', codes }, favril, none);
    assert.ok(to('28'));
    assert.ok(to('2A', '200058360'));
    assert.ok(!to('2A', '200000000'));
    // A département’s code is no region’s, nor a commune’s.
    assert.ok(!to('24'));
    assert.ok(!isOfferedTo({ to: 'territories', codes: ['28'] }, ccas, none));
  });

  it('to an intercommunality that has merged reaches the communes of its successor', () => {
    const to = (successors: ReadonlyMap<string, string>) =>
      isOfferedTo({ to: 'territories', codes: ['242800000'] }, favril, successors);
    assert.ok(!to(none));
    assert.ok(to(new Map([['242800000', '200058360']])));
  });
});

describe('who defines a téléprocédure without being the hosting’s administrator', () => {
  const own = '200058360';
  const isWithin = (id: string) => id === 'favril';

  it('offers it to the owner’s own territory and communes, and to nobody else’s', () => {
    assert.ok(mayOffer({ to: 'territories', codes: ['200058360'] }, own, isWithin));
    assert.ok(mayOffer({ to: 'administrations', ids: ['favril'] }, own, isWithin));
    assert.ok(mayOffer({ to: 'administrations', ids: [] }, own, isWithin));
    assert.ok(!mayOffer({ to: 'all' }, own, isWithin));
    assert.ok(!mayOffer({ to: 'territories', codes: ['200058360', '28'] }, own, isWithin));
    assert.ok(!mayOffer({ to: 'administrations', ids: ['favril', 'other'] }, own, isWithin));
    assert.ok(!mayOffer({ to: 'territories', codes: ['28'] }, null, isWithin));
  });
});
