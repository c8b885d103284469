import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { followed, type MairieFacts, mairieFacts, saidLast } from './mairie-facts.js';

const facts = (changes: Partial<MairieFacts> = {}): MairieFacts => ({
  phone: '01 99 00 28 14',
  email: 'a@a.example',
  address: '1 place, 28190 Le Favril',
  openingHours: null,
  hours: ['Lundi'],
  ...changes,
});

describe('what an administration has of its mairie’s record', () => {
  it('is its first telephone, its address on one line, its words on its hours', () => {
    const record = {
      name: 'Mairie',
      description: '',
      keywords: [],
      contactForm: null,
      website: null,
      accessibility: '',
      position: null,
      openingHours: null,
      phones: [
        { number: '01 99 00 28 14', label: '' },
        { number: '01 99 00 28 15', label: 'Fax' },
      ],
      email: null,
      address: '1 place\n28190 Le Favril',
      hoursNote: 'Lundi\nMardi',
    };
    assert.deepEqual(
      mairieFacts(record),
      facts({ email: null, hours: ['Lundi', 'Mardi'], address: '1 place, 28190 Le Favril' }),
    );
    assert.equal(mairieFacts({ ...record, phones: [], address: '' }).address, null);
  });

  it('follows the record, but for what was written here', () => {
    const now = facts({ phone: '01 99 00 00 00', email: 'b@b.example' });
    assert.deepEqual(followed(facts(), facts(), now), { phone: '01 99 00 00 00', email: 'b@b.example' });
    assert.deepEqual(followed(facts({ phone: '36 46' }), facts(), now), { email: 'b@b.example' });
    assert.deepEqual(followed(facts(), facts(), facts()), {});
  });

  it('is all people’s own where nothing was brought in', () => {
    assert.deepEqual(followed(facts(), null, facts({ phone: '36 46' })), {});
  });

  it('stays where the record says no more, and follows again once it does', () => {
    const silent = facts({ phone: null, hours: [] });
    assert.deepEqual(followed(facts(), facts(), silent), {});
    const base = saidLast(facts(), silent);
    assert.deepEqual(base, facts());
    assert.deepEqual(followed(facts(), base, facts({ phone: '36 46' })), { phone: '36 46' });
    assert.deepEqual(saidLast(null, silent), silent);
  });
});
