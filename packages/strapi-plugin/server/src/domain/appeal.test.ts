import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { appealDistance } from './appeal-distance.js';
import { appealMention, appealRoutes, type AppealContext, lastDayToAppeal } from './appeal.js';
import { courtOf } from './courts.js';

const two = (number: number) => String(number).padStart(2, '0');
/** Every département: 96 of the mainland, five overseas. */
const departements = [
  ...Array.from({ length: 95 }, (_, index) => two(index + 1)).filter((code) => code !== '20'),
  '2A',
  '2B',
  ...['971', '972', '973', '974', '976'],
];

describe('the administrative court', () => {
  it('is one, for each département and each collectivity overseas', () => {
    assert.equal(departements.length, 101);
    const overseas = ['975', '977', '978', '984', '986', '987', '988', '989'];
    const seen = new Set<string>();
    for (const code of [...departements, ...overseas]) {
      const court = courtOf(code);
      assert.ok(court, code);
      assert.equal(court.departements.filter((one) => one === code).length, 1, code);
      seen.add(court.name);
    }
    assert.equal(seen.size, 42);
  });

  it('is that of CJA R221-3', () => {
    const known: [string, string][] = [
      ['28', 'Tribunal administratif d’Orléans'],
      ['80', 'Tribunal administratif d’Amiens'],
      ['2A', 'Tribunal administratif de Bastia'],
      ['62', 'Tribunal administratif de Lille'],
      ['68', 'Tribunal administratif de Strasbourg'],
      ['83', 'Tribunal administratif de Toulon'],
      ['78', 'Tribunal administratif de Versailles'],
      ['972', 'Tribunal administratif de Schœlcher'],
      ['974', 'Tribunal administratif de Saint-Denis'],
      ['987', 'Tribunal administratif de Papeete'],
    ];
    for (const [code, name] of known) assert.equal(courtOf(code)?.name, name);
  });

  it('is unknown where the département is', () => {
    for (const code of [null, '', '20', '99', '1', '28 37', 'constructor']) assert.equal(courtOf(code), null);
  });
});

describe('the routes of appeal', () => {
  const context: AppealContext = {
    first: 'court',
    administration: 'Mairie du Favril',
    superior: null,
    court: courtOf('28'),
  };
  const kinds = (more: Partial<AppealContext>) =>
    appealRoutes({ ...context, ...more }).map(({ kind, required }) => (required ? `${kind}!` : kind));

  it('go to who decided, to the superior where there is one, to the court', () => {
    assert.deepEqual(kinds({}), ['gracious', 'court']);
    assert.deepEqual(kinds({ superior: 'Préfet d’Eure-et-Loir' }), ['gracious', 'hierarchical', 'court']);
    assert.deepEqual(kinds({ court: null }), ['gracious']);
  });

  it('pass by the CADA for documents, by the prefect for a host certificate', () => {
    assert.deepEqual(kinds({ first: 'cada' }), ['cada!', 'court']);
    assert.deepEqual(kinds({ first: 'prefect' }), ['prefect!', 'court']);
  });

  it('are mentioned by the one that comes first', () => {
    assert.deepEqual(appealMention(context), {
      body: 'Tribunal administratif d’Orléans',
      delay: 'P2M',
      online: 'https://citoyens.telerecours.fr',
    });
    assert.match(appealMention({ ...context, first: 'cada' })!.body, /CADA/);
    assert.equal(appealMention({ ...context, court: null }), null);
  });
});

describe('the last day to appeal', () => {
  const last = (on: string, ...rest: Partial<[first: 'court' | 'cada', distance: number]>) =>
    lastDayToAppeal({ on, trigger: 'notification' }, rest[0] ?? 'court', rest[1] ?? 0, 'national');

  it('is the day after two months, a working day', () => {
    assert.equal(last('2026-03-16'), '2026-05-18');
    assert.equal(last('2026-01-12'), '2026-03-13');
    assert.equal(last('2026-12-31'), '2027-03-01');
  });

  it('is not a day later before the CADA, nor further for who lives far', () => {
    assert.equal(last('2026-01-12', 'cada'), '2026-03-12');
    assert.equal(last('2026-01-12', 'cada', 2), '2026-03-12');
  });
});

describe('who lives far from the court', () => {
  const months = (departement: string, country: string, postalCode = '') =>
    appealDistance({ country, postalCode }, courtOf(departement)!);

  it('has a month more from overseas, two from abroad', () => {
    assert.equal(months('28', 'FR', '28190'), 0);
    assert.equal(months('28', 'FR', '97400'), 1);
    assert.equal(months('28', 'RE', '97400'), 1);
    assert.equal(months('28', 'NC', '98800'), 1);
    assert.equal(months('28', 'BE', '1000'), 2);
    assert.equal(months('2A', 'FR', '20000'), 0);
  });

  it('has a month more where the court is overseas and the home elsewhere', () => {
    assert.equal(months('974', 'FR', '97400'), 0);
    assert.equal(months('974', 'FR', '28190'), 1);
    assert.equal(months('974', 'FR', '97200'), 1);
    assert.equal(months('974', 'BE', '1000'), 2);
    // Postal codes of Guadeloupe, collectivities of their own.
    assert.equal(months('978', 'FR', '97150'), 0);
    assert.equal(months('977', 'FR', '97 133'), 0);
    assert.equal(months('971', 'FR', '97150'), 1);
  });

  it('has nothing more where no address was asked for', () => {
    assert.equal(appealDistance(null, courtOf('28')!), 0);
  });
});
