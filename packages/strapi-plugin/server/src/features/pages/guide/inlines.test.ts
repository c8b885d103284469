import type { Inline } from '@guichet/contracts/guide';
import { text } from '@guichet/contracts/guide/testing/guides';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hrefs, says, shown } from './testing/shown.js';

describe('what a guide explains', () => {
  const term = (id: string): Inline => ({ is: 'term', id, content: ['quotité'] });
  const definitions = [{ id: 'R10', title: 'Quotité', blocks: [text('Part de…')] }];

  it('is linked from the text to its end, and back to where it was first read', () => {
    const { all, one } = shown({ introduction: [text(term('R10'))], body: [text(term('R10'))], definitions });
    assert.deepEqual(hrefs(all('.term')), ['#def-R10', '#def-R10']);
    assert.equal(one('dt#def-R10').textContent, 'Quotité');
    const [way] = all('dd a');
    assert.match(way!.textContent, /^Revenir au texte/);
    assert.equal(way!.getAttribute('href'), `#${all('.term')[0]!.id}`);
    assert.equal(all('.term')[1]!.id, '');
  });

  it('has no way back where the text does not use it, and no link where it is not explained', () => {
    const { all } = shown({ body: [text(term('R99'))], definitions });
    assert.equal(all('.term, dd a[href^="#use"]').length, 0);
  });

  it('is no link where no words are', () => {
    const { all } = shown({ body: [text({ is: 'term', id: 'R10', content: [' '] })], definitions });
    assert.equal(all('.term').length, 0);
  });

  it('lists its abbreviations', () => {
    const { one } = shown({
      abbreviations: [{ id: 'R1', title: 'Pacs', text: 'Pacte civil de solidarité' }],
    });
    assert.equal(one('article dl').textContent, 'PacsPacte civil de solidarité');
  });
});

describe('links', () => {
  const to = (
    id: string,
    content: Inline[] = ['la fiche'],
    audience: 'individuals' | 'associations' | null = null,
  ) => text({ is: 'guide', id, audience, content });

  it('lead to the guide on this hosting where it is there', () => {
    const { one } = shown({ body: [to('F2')] }, { titles: new Map([['F2', 'Passeport']]) });
    const link = one('article p > a');
    assert.equal(link.getAttribute('href'), '/guichet/administrations/28148/guides/F2?lang=fr');
    assert.equal(link.textContent, 'la fiche');
  });

  it('keep the audience, or take the one that the source says', () => {
    const titles = new Map([['F2', 'Créer une association']]);
    const associations = shown({ audiences: ['associations'], body: [to('F2')] }, { titles });
    assert.match(hrefs(associations.all('article p > a'))[0]!, /pour=associations$/);
    const individuals = shown({ body: [to('F2', ['x'], 'associations')] }, { titles });
    assert.match(hrefs(individuals.all('article p > a'))[0]!, /pour=associations$/);
  });

  it('take the guide’s title where they have no words', () => {
    for (const content of [[], [' ']]) {
      const { one } = shown({ body: [to('F2', content)] }, { titles: new Map([['F2', 'Passeport']]) });
      assert.equal(one('article p > a').textContent, 'Passeport');
    }
  });

  it('lead to the source’s own site where the guide is not here, and nowhere where that is not known', () => {
    const { one } = shown({ body: [to('F2')] });
    assert.equal(
      one('article p > a').getAttribute('href'),
      'https://www.service-public.gouv.fr/particuliers/vosdroits/F2',
    );
    for (const lost of [
      shown({ body: [to('F2', ['x'], 'associations')] }),
      shown({ url: null, body: [to('F2', ['x'])] }),
    ])
      assert.equal(lost.all('article p > a').length, 0);
  });

  it('say that they lead away, except those to a mail or a telephone', () => {
    const link = (url: string) => text({ is: 'link', url, content: ['x'] });
    const { all } = shown({ body: [link('https://www.caf.fr/'), link('mailto:a@example.org')] });
    const [web, mail] = all('article p > a');
    assert.equal(web!.textContent, 'x (autre site)');
    assert.equal(web!.className, 'out');
    assert.equal(mail!.textContent, 'x');
  });

  it('never stand in each other', () => {
    const inner: Inline = { is: 'link', url: 'https://b.example/', content: ['b'] };
    const { all } = shown({ body: [text({ is: 'link', url: 'https://a.example/', content: ['a', inner] })] });
    assert.deepEqual(says(all('article p > a')), ['ab (autre site)']);
  });
});
