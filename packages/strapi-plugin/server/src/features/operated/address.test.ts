import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addressOf, fieldsOf } from './address.js';

const start = 'a.b.c.d.e-_';
const journey = { start, language: 'fr', returnTo: null, host: null } as const;

describe('where a resident is led to', () => {
  it('is the operator’s own address, its query kept, with what it is to know', () => {
    const url = new URL(addressOf('https://creches.agglo.example/creche?site=28&guichet-start=x', journey));
    assert.equal(url.origin + url.pathname, 'https://creches.agglo.example/creche');
    assert.deepEqual(
      [...url.searchParams],
      [
        ['site', '28'],
        ['guichet-start', start],
        ['guichet-language', 'fr'],
      ],
    );
  });

  it('leads back to the page it came from, with the start where no server sees it', () => {
    const returnTo = 'https://www.lefavril.example/creche.html?page=2#contenu';
    const url = new URL(
      addressOf('https://creches.agglo.example/', {
        ...journey,
        returnTo,
        host: 'https://www.lefavril.example',
      }),
    );
    assert.equal(
      url.searchParams.get('guichet-return'),
      `https://www.lefavril.example/creche.html?page=2#guichet-retour=${start}`,
    );
    assert.equal(url.searchParams.get('guichet-origin'), 'https://www.lefavril.example');
  });

  it('is told where it leads back to by a form, with nothing of the start in that address', () => {
    const returnTo = 'https://hebergement.example/return?lang=fr';
    const url = new URL(
      addressOf('https://creches.agglo.example/', { ...journey, returnTo, isReturnPosted: true }),
    );
    assert.equal(url.searchParams.get('guichet-return'), returnTo);
    assert.equal(url.searchParams.get('guichet-return-method'), 'post');
  });

  it('is sent what was typed, and nothing where nothing was', () => {
    assert.deepEqual(fieldsOf({ familyName: 'Dubois', phone: '', addressLines: ['3 rue', '', 'bât. B'] }), {
      familyName: 'Dubois',
      addressLines: '3 rue\nbât. B',
    });
    assert.equal(fieldsOf({}), null);
    assert.equal(fieldsOf({ addressLines: [''], city: '' }), null);
  });
});
