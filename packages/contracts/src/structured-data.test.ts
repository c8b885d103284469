import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { OpeningHours } from './opening-hours.js';
import { serialised, type StructuredData, structuredData } from './structured-data.js';
import { aDirectory, anOrganisation, aProcedure } from './testing/a-directory.js';

const teller = { code: '28148', insee: '28148', holidays: [] };
const hours: OpeningHours = {
  week: [
    [{ from: '09:00', until: '12:00', note: '' }],
    [],
    [
      { from: '09:00', until: '12:00', note: '' },
      { from: '14:00', until: '17:00', note: 'sur rendez-vous' },
    ],
    [],
    [{ from: '09:00', until: '12:00', note: '' }],
    [],
    [],
  ],
  closedOnHolidays: true,
  closings: [{ from: '2026-12-24', until: '2027-01-03', reason: 'congés' }],
  openings: [{ date: '2026-12-30', ranges: [{ from: '10:00', until: '11:00', note: '' }] }],
};

const graph = (data: StructuredData) => data['@graph'] as StructuredData[];
const called = (data: StructuredData, name: string) => graph(data).find((one) => one.name === name)!;

describe('what search engines read of an organisation', () => {
  const town = anOrganisation('28148', 'Mairie du Favril', 'commune', 'mairie', {
    email: 'mairie@example.org',
    phones: [
      { number: '02 37 00 00 00', label: '' },
      { number: '02 37 00 00 01', label: 'Urgences eau' },
    ],
    address: '1 place de la Mairie\nBP 12\n28190 Le Favril',
    position: { latitude: 48.4, longitude: 1.1 },
    openingHours: hours,
  });
  const desk = anOrganisation('urbanisme', 'Urbanisme', 'commune');
  const county = anOrganisation('dep', 'Eure-et-Loir', 'department', 'cg', {
    website: 'https://eurelien.example',
  });
  const club = anOrganisation('foot', 'Football-club', 'association', null, { openingHours: hours });
  const directory = aDirectory({ organisations: [town, desk, county, club], procedures: [] });
  const data = structuredData(
    { ...teller, holidays: [{ date: '2027-03-29', holiday: 'easter-monday', name: 'lundi de Pâques' }] },
    directory,
  );

  it('is an office with how to reach it', () => {
    const {
      '@type': type,
      '@id': id,
      address,
      telephone,
      contactPoint,
      email,
      geo,
      areaServed,
    } = called(data, town.name);
    assert.equal(type, 'GovernmentOffice');
    assert.equal(id, `${directory.link}?organisme=28148`);
    assert.deepEqual(address, {
      '@type': 'PostalAddress',
      streetAddress: '1 place de la Mairie, BP 12',
      postalCode: '28190',
      addressLocality: 'Le Favril',
      addressCountry: 'FR',
    });
    assert.deepEqual(telephone, ['02 37 00 00 00', '02 37 00 00 01']);
    assert.deepEqual(contactPoint, [
      { '@type': 'ContactPoint', telephone: '02 37 00 00 01', contactType: 'Urgences eau' },
    ]);
    assert.equal(email, 'mairie@example.org');
    assert.deepEqual(geo, { '@type': 'GeoCoordinates', latitude: 48.4, longitude: 1.1 });
    assert.deepEqual((areaServed as StructuredData).identifier, {
      '@type': 'PropertyValue',
      propertyID: 'INSEE',
      value: '28148',
    });
  });

  it('has its hours, its closings, its holidays and its special openings', () => {
    const { openingHoursSpecification: week, specialOpeningHoursSpecification: special } = called(
      data,
      town.name,
    );
    const type = 'OpeningHoursSpecification';
    const on = (...days: string[]) => days.map((day) => `https://schema.org/${day}`);
    assert.deepEqual(week, [
      { '@type': type, opens: '09:00', closes: '12:00', dayOfWeek: on('Monday', 'Wednesday', 'Friday') },
      { '@type': type, opens: '14:00', closes: '17:00', dayOfWeek: on('Wednesday') },
    ]);
    assert.deepEqual(special, [
      { '@type': type, opens: '00:00', closes: '00:00', validFrom: '2026-12-24', validThrough: '2027-01-03' },
      { '@type': type, opens: '00:00', closes: '00:00', validFrom: '2027-03-29', validThrough: '2027-03-29' },
      { '@type': type, opens: '10:00', closes: '11:00', validFrom: '2026-12-30', validThrough: '2026-12-30' },
    ]);
  });

  it('says of whom a desk is, and of no other', () => {
    assert.deepEqual(called(data, 'Urbanisme').parentOrganization, {
      '@id': `${directory.link}?organisme=28148`,
    });
    assert.ok(
      !('parentOrganization' in called(data, town.name)) &&
        !('parentOrganization' in called(data, 'Eure-et-Loir')),
    );
    assert.equal(called(data, 'Eure-et-Loir').url, 'https://eurelien.example');
  });

  it('makes no office of an association', () => {
    const { '@type': type, openingHoursSpecification } = called(data, 'Football-club');
    assert.deepEqual([type, openingHoursSpecification], ['Organization', undefined]);
  });

  it('keeps an address that it cannot take apart', () => {
    const addresses = ['La Poste, rue Neuve', '3 rue Haute, 75015 Paris', ''].map((address) => {
      const one = anOrganisation('a', 'A', 'state', null, { address });
      return called(structuredData(teller, aDirectory({ organisations: [one] })), 'A').address as
        StructuredData | undefined;
    });
    assert.equal(addresses[0]!.streetAddress, 'La Poste, rue Neuve');
    assert.deepEqual([addresses[1]!.streetAddress, addresses[1]!.postalCode], ['3 rue Haute', '75015']);
    assert.equal(addresses[2], undefined);
  });
});

describe('what search engines read of a procedure', () => {
  const salle = aProcedure('salle', 'Réserver la salle', {
    audience: 'Habitants et associations',
    ways: ['online', 'counter', 'phone', 'post'],
  });
  const directory = aDirectory({ procedures: [salle, aProcedure('autre', 'Autre', { ways: [] })] });
  const data = structuredData(teller, directory, { procedure: 'salle' });

  it('is a service, who provides it, for whom, and by which ways', () => {
    const one = called(data, 'Réserver la salle');
    const id = `${directory.link}?organisme=mairie`;
    assert.equal(one['@type'], 'GovernmentService');
    assert.deepEqual(one.provider, { '@id': id });
    assert.deepEqual(one.audience, { '@type': 'Audience', audienceType: 'Habitants et associations' });
    assert.deepEqual(one.availableChannel, [
      { '@type': 'ServiceChannel', serviceUrl: salle.link },
      { '@type': 'ServiceChannel', serviceLocation: { '@id': id } },
      { '@type': 'ServiceChannel', servicePhone: { '@type': 'ContactPoint', telephone: '02 37 00 00 00' } },
      { '@type': 'ServiceChannel', servicePostalAddress: called(data, 'Mairie du Favril').address },
    ]);
  });

  it('names who operates it where nobody of the directory is competent', () => {
    const creche = aProcedure('creche', 'Crèche', { organisation: '', operator: 'Crèches de l’agglo' });
    const { provider } = called(structuredData(teller, aDirectory({ procedures: [creche] })), 'Crèche');
    assert.deepEqual(provider, { '@type': 'GovernmentOrganization', name: 'Crèches de l’agglo' });
  });

  it('comes alone, with who provides it, where it is what is shown', () => {
    assert.deepEqual(
      graph(data).map(({ name }) => name),
      ['Mairie du Favril', 'Réserver la salle'],
    );
    const office = graph(structuredData(teller, directory, { organisation: 'caf' }));
    assert.deepEqual(
      office.map(({ name }) => name),
      ['Caisse d’allocations familiales d’Eure-et-Loir'],
    );
    assert.equal(graph(structuredData(teller, directory)).length, directory.organisations.length + 2);
  });
});

describe('structured data in a page', () => {
  it('cannot end its element, whatever is written in a directory, and is what it was', () => {
    const hostile = fc.oneof(
      fc.constantFrom('</script><script>alert(1)</script>', '<!--', ']]>', '\u2028', '&lt;', '"\\'),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(hostile, hostile, (name, text) => {
        const one = anOrganisation('x', name, 'state', null, {
          address: text,
          description: text,
          email: text,
        });
        const data = structuredData(
          teller,
          aDirectory({ organisations: [one], procedures: [aProcedure('p', text, { organisation: 'x' })] }),
        );
        const written = serialised(data);
        assert.doesNotMatch(written, /[<>&\u2028\u2029]/);
        assert.deepEqual(JSON.parse(written), data);
      }),
    );
  });

  it('has no member of which nothing is known', () => {
    const bare = anOrganisation('x', 'X', 'state', null, { address: '', phones: [] });
    const data = structuredData(
      teller,
      aDirectory({
        organisations: [bare],
        procedures: [aProcedure('p', 'P', { ways: [], organisation: 'gone' })],
      }),
    );
    assert.deepEqual(Object.keys(called(data, 'X')), ['@type', '@id', 'name', 'url', 'areaServed']);
    assert.deepEqual(Object.keys(called(data, 'P')), [
      '@type',
      '@id',
      'name',
      'url',
      'serviceType',
      'provider',
      'areaServed',
    ]);
  });
});
