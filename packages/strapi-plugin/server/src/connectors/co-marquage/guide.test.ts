import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Block, Inline } from '@guichet/contracts/guide';
import { readGuide, NoGuide } from './guide.js';
import { lostKeys, publication, theme } from './testing/guides.js';
import { idsOf, parts, treeOf } from './testing/real-guides.js';
import { parseXml, XmlError, type XmlElement } from './xml.js';

const read = (xml: string) => readGuide(parseXml(xml));
const bodyOf = (inside: string) => read(publication('F1', 'Essai', `<Texte>${inside}</Texte>`)).guide.body;
const inlinesOf = (inside: string): Inline[] => {
  const [block] = bodyOf(`<Paragraphe>${inside}</Paragraphe>`);
  assert.ok(block?.is === 'text');
  return block.content;
};

describe('a guide', () => {
  const { guide, unknown } = read(lostKeys);

  it('tells what it is, of whom, of when, and where it stands', () => {
    assert.deepEqual([...unknown], []);
    const { id, kind, audiences, title, overtitle, url, modifiedOn, author, trail } = guide;
    assert.deepEqual(
      { id, kind, audiences, title, overtitle, url, modifiedOn, author, trail },
      {
        id: 'F900001',
        kind: 'sheet',
        audiences: ['individuals'],
        title: 'Clés trouvées : que faire ?',
        overtitle: 'Fiche pratique',
        url: 'https://www.service-public.gouv.fr/particuliers/vosdroits/F900001',
        modifiedOn: '2026-10-05',
        author: "Direction de l'essai",
        trail: [{ id: 'N19810', title: 'Papiers - Citoyenneté', audience: null }],
      },
    );
  });

  it('keeps what its lines mean', () => {
    assert.deepEqual(guide.introduction, [
      {
        is: 'text',
        content: [
          'Des clés trouvées se rapportent à la ',
          { is: 'strong', content: ['mairie'] },
          ' dans les ',
          { is: 'value', content: ['8 jours'] },
          '.',
        ],
      },
    ]);
  });

  it('has its situations, and cases within them, under their titles', () => {
    const [situations] = guide.body;
    assert.ok(situations?.is === 'cases' && situations.show === 'tabs');
    assert.deepEqual(
      situations.cases.map(({ title }) => title),
      [['Dans la rue'], ['Dans un train']],
    );
    const [street, train] = situations.cases;
    const [section] = street!.blocks;
    assert.ok(section?.is === 'section');
    assert.deepEqual(section.title, ['Où les rapporter']);
    assert.deepEqual(
      section.blocks.map(({ is }) => is),
      ['text', 'list', 'box'],
    );
    const [text, list, box] = section.blocks as [Block, Block, Block];
    assert.ok(text.is === 'text' && list.is === 'list' && box.is === 'box');
    assert.deepEqual(text.content[1], {
      is: 'guide',
      id: 'F900002',
      audience: 'individuals',
      content: ['service des objets trouvés'],
    });
    assert.deepEqual(text.content[3], { is: 'term', id: 'R900009', content: ['bureau'] });
    assert.equal(list.isNumbered, true);
    assert.equal(box.look, 'note');
    const [cases, table] = train!.blocks as [Block, Block];
    assert.ok(cases.is === 'cases' && cases.show === 'choice' && table.is === 'table');
    assert.deepEqual(
      table.rows.map((row) => row.map(({ isHeader, rows }) => [isHeader, rows])),
      [
        [
          [true, 1],
          [true, 1],
        ],
        [
          [true, 2],
          [false, 1],
        ],
      ],
    );
  });

  it('says what can be done, and whom to turn to', () => {
    assert.deepEqual(guide.services, [
      {
        id: 'R900003',
        type: 'form',
        title: 'Déclarer une perte',
        url: 'https://demarches.example/objets',
        cerfa: '99999*01',
        number: null,
        format: 'application/pdf',
        size: '120.5 KB',
        source: "Ministère de l'essai",
        introduction: [],
        annexes: [],
      },
    ]);
    const [contact] = guide.contacts;
    assert.deepEqual(
      [contact?.type, contact?.localService, contact?.url],
      ['local', 'mairie', 'https://annuaire.example/mairies'],
    );
    assert.deepEqual(guide.references, [
      { title: "Code de l'essai", url: 'https://textes.example/1', complement: 'Article 1' },
    ]);
    assert.deepEqual(
      guide.definitions.map(({ id, title }) => [id, title]),
      [['R900009', 'Bureau']],
    );
    assert.deepEqual(guide.questions, [
      { id: 'F900005', title: 'Faut-il se déplacer ?', audience: 'individuals' },
    ]);
  });

  it('that is a theme holds its folders', () => {
    assert.deepEqual(read(theme).guide.groups, [
      {
        id: 'N20100',
        title: 'Objets',
        guides: [{ id: 'N900010', title: 'Objets trouvés', audience: null }],
      },
    ]);
  });
});

describe('what is not known of a guide', () => {
  it('is kept as text, and told', () => {
    const { guide, unknown } = read(
      publication(
        'F1',
        'Essai',
        '<Texte><Encart><Paragraphe>Du <Brillant>neuf</Brillant>.</Paragraphe></Encart></Texte>',
      ),
    );
    assert.deepEqual(guide.body, [{ is: 'text', content: ['Du ', 'neuf', '.'] }]);
    assert.deepEqual(
      [...unknown],
      [
        ['Texte/Encart', 1],
        ['Paragraphe/Brillant', 1],
      ],
    );
  });

  it('is told of its type too', () => {
    const { guide, unknown } = read(publication('F1', 'Essai', '', { type: 'Fiche nouvelle' }));
    assert.equal(guide.kind, 'sheet');
    assert.deepEqual([...unknown.keys()], ['Publication/@type=Fiche nouvelle']);
  });

  it('never leads anywhere but to the web, a mail or a telephone', () => {
    for (const url of [
      'javascript:alert(1)',
      'data:text/html,x',
      ' jAvAsCrIpT:x',
      'vbscript:x',
      'file:///etc/passwd',
      '//',
      '',
    ])
      assert.deepEqual(inlinesOf(`<LienExterne URL="${url}">ici</LienExterne>`), ['ici']);
    assert.deepEqual(inlinesOf('<LienExterne URL="mailto:a@b.example">ici</LienExterne>'), [
      { is: 'link', url: 'mailto:a@b.example', content: ['ici'] },
    ]);
    assert.deepEqual(inlinesOf('<LienInterne LienPublication="../x">ici</LienInterne>'), ['ici']);
  });

  it('keeps markup in its text as text', () => {
    assert.deepEqual(inlinesOf('&lt;b onclick="x"&gt;'), ['<b onclick="x">']);
  });
});

describe('XML that is not as it should be', () => {
  const refused = (xml: string, reason: RegExp) =>
    assert.throws(
      () => read(xml),
      (error) => error instanceof XmlError && reason.test(error.message),
    );

  it('is refused, and told where', () => {
    refused('<Publication><a></Publication>', /^line 1, column \d+: /);
    refused('', /no element|document must contain/);
    refused('<!DOCTYPE x [<!ENTITY a "aaaa">]><Publication>&a;</Publication>', /document type/);
    refused('<a>'.repeat(200) + '</a>'.repeat(200), /within each other/);
  });

  it('of something else is no guide', () => {
    const refusedAsNone = (xml: string) => assert.throws(() => read(xml), NoGuide);
    refusedAsNone('<html/>');
    refusedAsNone('<Publication ID="../x"/>');
    refusedAsNone('<Publication ID="F1"/>');
  });
});

describe('real guides', () => {
  const textIn = (node: unknown): string =>
    typeof node === 'string'
      ? node
      : Array.isArray(node)
        ? node.map(textIn).join(' ')
        : node && typeof node === 'object'
          ? textIn(Object.values(node))
          : '';

  it('are read whole: nothing is unknown, and no paragraph is lost', () => {
    const all = parts.flatMap((part) => idsOf(part).map((id) => [part, id] as const));
    assert.ok(all.length > 7000);
    // One in a hundred; the command of all of them is beside the pages.
    for (const [part, id] of all.filter((_, index) => index % 100 === 0)) {
      const root = treeOf(part, id);
      const { guide, unknown } = readGuide(root);
      assert.deepEqual([...unknown], [], id);
      const words = textIn(guide).replaceAll(/\s+/g, ' ');
      const paragraphs: string[] = [];
      const gather = (element: XmlElement) => {
        for (const child of element.children) {
          if (typeof child === 'string') continue;
          // Told by the questionnaire alone, and by the pages of services, which repeat what their guides say.
          if (child.name === 'IntituleSiSelectionne' || child.name === 'TitreAlternatif') continue;
          const [only] = child.children;
          if (child.name === 'Paragraphe' && child.children.length === 1 && typeof only === 'string')
            paragraphs.push(only.replaceAll(/\s+/g, ' ').trim());
          else gather(child);
        }
      };
      gather(root);
      for (const paragraph of paragraphs) assert.ok(words.includes(paragraph), `${id}: ${paragraph}`);
    }
  });
});
