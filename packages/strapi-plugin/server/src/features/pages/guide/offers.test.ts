import type { Block } from '@guichet/contracts/guide';
import { contact, section, service } from '@guichet/contracts/guide/testing/guides';
import { anOrganisation } from '@guichet/contracts/testing/a-directory';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mairie } from '../../../domain/testing/tenant.js';
import { hrefs, said, says, shown } from './testing/shown.js';

describe('services', () => {
  it('tell what they are, their number and their file before they are opened', () => {
    const { one } = shown({ services: [service()] });
    assert.equal(one('article h3').textContent, 'Demande de carte');
    const card = one('.card').textContent;
    assert.match(card, /Formulaire · Cerfa n°\u00a012101\*02 · PDF · 606\sko/);
    assert.match(card, /Permet de demander une carte\..*Ministère chargé de l’intérieur/s);
    assert.equal(
      one('.card .button').textContent,
      'Ouvrir le formulaire\u00a0: Demande de carte (autre site)',
    );
    assert.equal(said(one('.card li')), 'Notice (Cerfa n°\u00a051236#01) (autre site)À lire avant.');
  });

  it('have nothing to press where the source gives no address', () => {
    assert.equal(shown({ services: [service({ url: null })] }).all('.card .button').length, 0);
  });

  it('and contacts that the text offers are not said twice', () => {
    const body: Block[] = [
      section('Démarche', { is: 'service', service: service() }, { is: 'contact', contact: contact() }),
    ];
    const { all } = shown({ body, services: [service()], contacts: [contact()] });
    assert.equal(all('.card').length, 2);
    assert.deepEqual(says(all('article h2')), ['Démarche']);
  });

  it('that are a page of their own bear its title, and lead to the guides that need them', () => {
    const { all } = shown({
      kind: 'service',
      title: 'Demande de carte',
      services: [service()],
      groups: [{ id: null, title: null, guides: [{ id: 'F2', title: 'Passeport', audience: null }] }],
    });
    assert.deepEqual(says(all('article :is(h1,h2,h3)')), ['Demande de carte', 'Dans ces guides']);
    assert.match(said(all('.card')[0]!), /^Formulaire · /);
    assert.match(hrefs(all('article li a'))[1]!, /F2$/);
  });
});

describe('contacts', () => {
  it('that are the reader’s mairie are whose page this is', () => {
    const { one } = shown({ contacts: [contact({ complement: 'Service de l’état civil' })] });
    const { name, human } = mairie.administration;
    for (const words of ['Service de l’état civil', name, human.phone, human.address])
      assert.ok(one('.card').textContent.includes(words), words);
    assert.ok(one('.card a[href^="tel:"]'));
    assert.equal(one('.card .out').textContent, 'Trouver une autre mairie (autre site)');
  });

  it('tell its hours', () => {
    const hours = ['Lundi : 9 h – 12 h'];
    const human = { ...mairie.administration.human, hours };
    const tenant = { ...mairie, administration: { ...mairie.administration, human } };
    assert.match(shown({ contacts: [contact()] }, { tenant }).one('.card').textContent, /Lundi : 9 h – 12 h/);
  });

  it('that are elsewhere keep their title, with where to find them', () => {
    const caf = contact({ title: 'Caisse d’allocations familiales', localService: 'caf' });
    const { one } = shown({ contacts: [caf] });
    assert.equal(one('.card h3').textContent, 'Caisse d’allocations familiales');
    assert.equal(one('.card a').textContent, 'Trouver\u00a0: Caisse d’allocations familiales (autre site)');
    const national = shown({ contacts: [contact({ type: 'national', localService: null, title: 'CNIL' })] });
    assert.equal(national.one('.card a').textContent, 'Voir le site\u00a0: CNIL (autre site)');
    assert.equal(shown({ contacts: [contact({ ...caf, url: null })] }).all('.card a').length, 0);
  });

  it('that are in the reader’s directory are told from it', () => {
    const caf = contact({ title: 'Caisse d’allocations familiales', localService: 'caf' });
    const phones = [{ number: '02 61 91 28 02', label: '' }];
    const organisations = [
      anOrganisation('o1', 'Caf de Chartres', 'state', 'caf', { phones }),
      anOrganisation('o2', 'Préfecture', 'state', 'prefecture'),
    ];
    const { one } = shown({ contacts: [caf] }, { organisations });
    assert.match(one('.card li').textContent, /Caf de Chartres/);
    assert.match(one('.card .competent a').getAttribute('href')!, /services\?lang=fr&organisme=o1$/);
    assert.equal(one('.card a[href^="tel:"]').textContent, '02 61 91 28 02');
    assert.ok(!one('.card').textContent.includes('Préfecture'));
    assert.match(one('.card .out').textContent, /^En trouver un autre/);
  });

  it('of another administration than a commune name no mairie', () => {
    const administration = { ...mairie.administration, kind: 'intercommunality' as const };
    const { one } = shown({ contacts: [contact()] }, { tenant: { ...mairie, administration } });
    assert.equal(said(one('.card')), 'Mairie Trouver\u00a0: Mairie (autre site)');
  });
});
