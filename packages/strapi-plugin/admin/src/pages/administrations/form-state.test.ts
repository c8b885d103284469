import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emptyForm, originOf, toSend } from './form-state.js';

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
    organisations: [
      { key: '1', slug: '', name: 'Voirie', email: ' v@a.example', phone: '', address: '' },
      { key: '2', slug: '', name: 'Voirie', email: '', phone: '', address: '' },
    ],
  });
  assert.equal(sent.name, 'Mairie du Favril');
  assert.equal(sent.siren, '212801482');
  assert.equal(sent.insee, '2A004');
  assert.deepEqual(sent.origins, ['https://a.example', 'https://b.example']);
  assert.deepEqual(sent.hours, ['Lundi : 9 h – 12 h']);
  assert.equal(sent.openingHours, null, 'free lines until somebody types them by the day');
  assert.equal(sent.accent, null);
  assert.equal(sent.successorFrom, null, 'no date without a successor');
  assert.deepEqual(
    sent.organisations.map(({ slug }) => slug),
    ['voirie', 'voirie-2'],
  );
});
