import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emptyForm, formOfPreview, originOf, toSend } from './form-state.js';

test('takes the origin of whatever address of the site was pasted', () => {
  assert.equal(originOf('https://www.lefavril.example/contact/?p=1#x'), 'https://www.lefavril.example');
  assert.equal(originOf('www.lefavril.example'), 'https://www.lefavril.example');
  assert.equal(originOf('http://WWW.LeFavril.example:8080/'), 'http://www.lefavril.example:8080');
  assert.equal(originOf('http://localhost:3000'), 'http://localhost:3000');
  assert.equal(originOf('le site'), 'le site');
  assert.equal(originOf('javascript:alert(1).x'), 'javascript:alert(1).x');
});

test('sends what was typed without what typing adds', () => {
  const sent = toSend({
    ...emptyForm,
    name: ' Mairie du Favril ',
    siren: '212 801 482',
    insee: '2a004',
    origins: 'https://a.example/\n\nhttps://a.example/contact\nhttps://b.example',
    hours: 'Lundi : 9 h – 12 h\n',
    successorFrom: '2027-01-01',
  });
  assert.equal(sent.name, 'Mairie du Favril');
  assert.equal(sent.siren, '212801482');
  assert.equal(sent.insee, '2A004');
  assert.deepEqual(sent.origins, ['https://a.example', 'https://b.example']);
  assert.deepEqual(sent.hours, ['Lundi : 9 h – 12 h']);
  assert.equal(sent.openingHours, null, 'free lines until somebody types them by the day');
  assert.equal(sent.accent, null);
  assert.equal(sent.successorFrom, null, 'no date without a successor');
});

test('begins with what is known of a commune, and leaves to be typed what is not', () => {
  const sent = toSend(
    formOfPreview({
      commune: {
        code: '28148',
        name: 'Le Favril',
        postalCodes: ['28190'],
        department: { code: '28', name: 'Eure-et-Loir' },
        population: 377,
        present: null,
        administrationId: null,
      },
      name: 'Mairie du Favril',
      siren: '212801482',
      timeZone: 'Europe/Paris',
      departement: '28',
      phone: null,
      email: 'mairie@lefavril.example',
      address: null,
      openingHours: null,
      hours: ['Lundi : 9 h – 12 h', 'Jeudi : 14 h – 18 h'],
      lacks: ['phone', 'address'],
      intercommunality: null,
      prefecture: null,
      franceServices: [],
      guides: 0,
    }),
  );
  assert.deepEqual(
    [sent.name, sent.insee, sent.siren, sent.departement, sent.phone, sent.email, sent.hours.length],
    ['Mairie du Favril', '28148', '212801482', '28', '', 'mairie@lefavril.example', 2],
  );
});
