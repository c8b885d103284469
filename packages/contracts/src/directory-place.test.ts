import assert from 'node:assert/strict';
import { it } from 'node:test';
import { hostOf, mapOf } from './directory-place.js';

it('leads to a map by the position, else by the address', () => {
  const address = '1 rue de l’Église\n28190 Le Favril';
  assert.equal(
    mapOf({ address, position: { latitude: 48.4, longitude: -1.1 } }),
    'https://www.openstreetmap.org/?mlat=48.4&mlon=-1.1#map=18/48.4/-1.1',
  );
  const { host, searchParams } = new URL(mapOf({ address, position: null }));
  assert.equal(host, 'www.openstreetmap.org');
  assert.equal(searchParams.get('query'), '1 rue de l’Église, 28190 Le Favril');
});

it('says whose an address is, and an address that is none as it is', () => {
  assert.equal(hostOf('https://www.caf.fr/allocataires?x#y'), 'www.caf.fr');
  assert.equal(hostOf('http://moi@exemple.fr:8080/'), 'exemple.fr:8080');
  assert.equal(hostOf('exemple'), 'exemple');
});
