import { factsInput } from '@guichet/contracts/admin/directory';
import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { extentOf, levelOf } from './kinds.js';
import { readOffice } from './office.js';
import { at, exported, mairie, range, type WrittenRecord } from './testing/records.js';

const departmentOf = (code: string) =>
  code ? code.slice(0, code.startsWith('97') || code.startsWith('98') ? 3 : 2) : null;
const read = (record: object) => readOffice(JSON.stringify(record), departmentOf);
const facts = (changes: Partial<WrittenRecord>) => read(mairie(changes)).office!.facts;
const faults = (changes: Partial<WrittenRecord>) =>
  read(mairie(changes)).faults.map(({ fault, detail }) => `${fault}: ${detail}`);

describe('a record of the annuaire', () => {
  it('is an office, the same from the export and from the whole file', () => {
    const { office, faults } = read(mairie());
    assert.deepEqual(faults, []);
    assert.deepEqual(office, {
      id: '00000000-0000-4000-8000-000000028148',
      url: 'https://lannuaire.service-public.gouv.fr/centre-val-de-loire/eure-et-loir/0000',
      updatedOn: '2023-12-22',
      kind: 'mairie',
      level: 'commune',
      siren: '212801484',
      commune: '28148',
      competence: ['28148'],
      facts: {
        name: 'Mairie - Le Favril',
        description: '',
        phones: [{ number: '01 99 00 28 14', label: '' }],
        email: 'mairie@lefavril.example',
        contactForm: null,
        website: 'https://www.lefavril.example/',
        address: '1 place de l’Église\n28190 Le Favril',
        accessibility: 'Accessible en fauteuil roulant\nRampe à l’entrée',
        position: { latitude: 48.4472, longitude: 1.1547 },
        openingHours: {
          week: [
            [{ from: '09:00', until: '12:00', note: '' }],
            [],
            [],
            [{ from: '14:00', until: '18:00', note: '' }],
            [],
            [],
            [],
          ],
          closedOnHolidays: true,
          closings: [],
          openings: [],
        },
        hoursNote: '',
        keywords: [],
      },
    });
    assert.deepEqual(read(exported(mairie())), { office, faults: [] });
  });

  it('names nobody', () => {
    assert.doesNotMatch(JSON.stringify(read(mairie())), /CANARI/);
  });

  it('is told of, and nothing of it comes in, where it is no record', () => {
    const told = (json: string) => readOffice(json, departmentOf).faults.map(({ fault }) => fault);
    for (const json of ['', '{', '{"id":}', 'null', '[]', '"x"', '3'])
      assert.deepEqual(told(json), ['malformed'], json);
    assert.deepEqual(read(mairie({ id: '' })), {
      office: null,
      faults: [{ fault: 'no-id', detail: 'it has no id that can be kept' }],
    });
    assert.equal(read(mairie({ id: '../../x' })).office, null);
    assert.deepEqual(faults({ nom: ' <b></b> ' }), ['no-id: it has no name']);
  });

  it('is left where it is of no local office, or not to be shown', () => {
    assert.deepEqual(read(mairie({ pivot: [] })), { office: null, faults: [] });
    assert.deepEqual(read(mairie({ statut_de_diffusion: 'false' })), { office: null, faults: [] });
  });

  it('comes in without the field that cannot be read, which is told', () => {
    const broken = { ...exported(mairie()), telephone: '[{"valeur":', adresse: '{}' };
    const { office, faults } = read(broken);
    assert.deepEqual(faults, [{ fault: 'malformed', detail: 'telephone is no JSON' }]);
    assert.deepEqual([office!.facts.phones, office!.facts.address], [[], '']);
  });

  it('has its e-mail address, the first that is one', () => {
    assert.equal(
      facts({ adresse_courriel: 'pas une adresse;mairie@a.example;b@b.example' }).email,
      'mairie@a.example',
    );
    assert.equal(facts({ adresse_courriel: null }).email, null);
    assert.deepEqual(faults({ adresse_courriel: ['contact chez mairie'] }), [
      'email: "contact" is no address',
    ]);
  });

  it('has addresses of the web, and of nothing else', () => {
    const site = (valeur: string) => facts({ site_internet: [{ libelle: '', valeur }] }).website;
    assert.equal(site('www.favril.example'), 'https://www.favril.example/');
    assert.equal(site('http://a.example;http://b.example'), 'http://a.example/');
    for (const valeur of [
      'javascript:alert(1)',
      'data:text/html,x',
      'file:///etc/passwd',
      'favril',
      'https://',
    ])
      assert.equal(site(valeur), null, valeur);
    assert.deepEqual(faults({ formulaire_contact: ['javascript:alert(1)'] }), [
      'url: "javascript:alert(1)" is no address of the web',
    ]);
  });

  it('has hours by the day, with what is said beside them', () => {
    const note = { ...range('Samedi', 'Lundi', '9h00', '12h'), commentaire: 'état civil <b>seulement</b>' };
    const { openingHours, hoursNote } = facts({
      plage_ouverture: [note],
      commentaire_plage_ouverture: '<p>Fermé en août</p>',
    });
    const ranges = [{ from: '09:00', until: '12:00', note: 'état civil seulement' }];
    assert.deepEqual(openingHours!.week, [ranges, [], [], [], [], ranges, ranges]);
    assert.equal(hoursNote, 'Fermé en août');
    const both = facts({
      plage_ouverture: [range('Lundi', 'Vendredi', '08:30:00', '12:00:00', '13:30:00', '17:00:00')],
    });
    assert.deepEqual(
      both.openingHours!.week.map((day) => day.length),
      [2, 2, 2, 2, 2, 0, 0],
    );
  });

  it('has its hours as words where they make no sense, which is told', () => {
    const wrong = (...plage_ouverture: object[]) => {
      const { openingHours, hoursNote } = facts({ plage_ouverture });
      assert.equal(openingHours, null);
      return [hoursNote.replaceAll('\u00a0', ' '), ...faults({ plage_ouverture })];
    };
    assert.deepEqual(wrong(range('Lundi', 'Mardi', '14:00:00', '12:00:00')), [
      'Lundi – mardi : 14:00 – 12:00',
      'hours: Lundi: hours end before they begin',
      'hours: Mardi: hours end before they begin',
    ]);
    assert.deepEqual(
      wrong(range('Lundi', 'Lundi', '20:00:00', '02:00:00'))[1],
      'hours: Lundi: hours end on the day after',
    );
    assert.deepEqual(
      wrong(
        range('Lundi', 'Lundi', '09:00:00', '12:00:00'),
        range('Lundi', 'Lundi', '10:00:00', '13:00:00'),
      )[1],
      'hours: Lundi: hours overlap',
    );
    assert.match(wrong(range('Lundi', '', 'matin', 'midi'))[1]!, /no times/);
    assert.match(wrong(range('Demain', 'Lundi', '09:00', '12:00'))[1]!, /no day of the week/);
    assert.equal(
      facts({ plage_ouverture: [{ ...range('Lundi', 'Vendredi'), commentaire: 'Sur rendez-vous' }] })
        .hoursNote,
      'Sur rendez-vous',
    );
  });

  it('is where it says, unless that is nowhere', () => {
    assert.equal(facts({ adresse: at({ latitude: '', longitude: '' }) }).position, null);
    assert.equal(facts({ adresse: at({ latitude: '0', longitude: '' }) }).position, null);
    assert.deepEqual(faults({ adresse: at({ latitude: '480.1' }) }), ['position: 480.1, 1.1547 is nowhere']);
    assert.deepEqual(faults({ adresse: at({ latitude: 'x' }) }), ['position: x, 1.1547 is nowhere']);
    const abroad = at({ pays: 'Belgique', code_postal: '1000', nom_commune: 'Bruxelles' });
    assert.match(facts({ adresse: abroad }).address, /\n1000 Bruxelles\nBelgique$/);
    const post = [
      ...at({ type_adresse: 'Adresse postale', numero_voie: 'BP 1' }),
      ...at({ numero_voie: '2 rue' }),
    ];
    assert.match(facts({ adresse: post }).address, /^2 rue\n/);
  });

  it('is of a kind: the State’s, where nobody knows it', () => {
    assert.deepEqual(
      ['mairie', 'epci', 'cg', 'cr', 'prefecture', 'mission_locale', 'neuf', 'constructor', '__proto__'].map(
        levelOf,
      ),
      [
        'commune',
        'intercommunality',
        'department',
        'region',
        'state',
        'association',
        'state',
        'state',
        'state',
      ],
    );
    assert.deepEqual(['prefecture', 'msap', 'france_services', 'toString'].map(extentOf), [
      'department',
      'near',
      'near',
      'commune',
    ]);
    const part = read(mairie({ nom: 'Mairie déléguée - Le Bourg' })).office!;
    assert.deepEqual([part.kind, part.siren], ['mairie_com', null]);
    // A service has the SIREN of who runs it.
    const service = mairie({ pivot: [{ type_service_local: 'msap', code_insee_commune: ['28148'] }] });
    assert.deepEqual([read(service).office!.kind, read(service).office!.siren], ['msap', null]);
  });

  it('takes nothing from the prototype, whatever a record names so', () => {
    const hostile = JSON.stringify(mairie()).replace(
      '{',
      '{"__proto__":{"mission":"x","sigle":"x"},"constructor":1,',
    );
    assert.deepEqual(readOffice(hostile, departmentOf), read(mairie()));
    assert.equal(
      readOffice('{"__proto__":{"id":"x","nom":"X","pivot":[{"type_service_local":"caf"}]}}', departmentOf)
        .office,
      null,
    );
  });

  it('gives what the panel takes, and no markup, whatever a source writes', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.constantFrom(
        '<b>x</b>',
        'x'.repeat(5000),
        '<script>1</script>',
        '09:00:00',
        '__proto__',
        'Lundi',
        'mardi',
      ),
    );
    const value = fc.oneof(text, fc.constant(null), fc.integer(), fc.jsonValue());
    const fields = (...names: string[]) =>
      fc.record(Object.fromEntries(names.map((name) => [name, value])), { requiredKeys: [] });
    const record = fc.record({
      nom: text,
      sigle: value,
      mission: value,
      telephone: fc.array(fields('valeur', 'description'), { maxLength: 12 }),
      adresse_courriel: value,
      site_internet: fc.array(fields('valeur')),
      adresse: fc.array(
        fields(
          'complement1',
          'numero_voie',
          'nom_commune',
          'latitude',
          'longitude',
          'accessibilite',
          'note_accessibilite',
        ),
      ),
      plage_ouverture: fc.array(
        fields('nom_jour_debut', 'nom_jour_fin', 'valeur_heure_debut_1', 'valeur_heure_fin_1', 'commentaire'),
        { maxLength: 9 },
      ),
      commentaire_plage_ouverture: value,
    });
    fc.assert(
      fc.property(record, fc.boolean(), (changes, isExported) => {
        const whole = mairie(changes);
        const { office } = read(isExported ? exported(whole) : whole);
        if (!office) return;
        const taken = factsInput.safeParse(office.facts);
        assert.ok(taken.success, JSON.stringify(taken.error?.issues));
        assert.doesNotMatch(JSON.stringify(office.facts), /<[/!?]?[a-z]/i);
      }),
      { numRuns: 300 },
    );
  });
});
