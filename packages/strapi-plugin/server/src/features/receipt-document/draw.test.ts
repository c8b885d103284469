/** The PDF as another implementation reads it, and as a telephone sees it. */
import type { Language } from '@guichet/contracts/administration';
import fc from 'fast-check';
import jsQR from 'jsqr';
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { getDocument, OPS, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type Block, receiptDocument, type VerifiedReceipt } from './content.js';
import { drawReceipt } from './draw.js';
import { type Fonts, loadFonts } from './fonts.js';
import { writable } from './glyphs.js';
import { PAGE } from './tagged-pdf.js';

const registration: VerifiedReceipt = {
  valid: true,
  kind: 'registration',
  administration: { siren: '200000016', name: 'Mairie du Favril' },
  reference: '28148-2026-7K3M-9QXB',
  receivedAt: '2026-11-21T21:04:10+01:00',
  issuedAt: '2026-11-21T21:04:10+01:00',
  service: {
    name: 'Mairie du Favril, Voirie – Cœur de bourg',
    address: '1 place de l’Église\n28190 Le Favril',
    email: 'voirie@lefavril.example',
    phone: '01 99 00 28 14',
  },
  attachments: [],
};

const acknowledgement: VerifiedReceipt = {
  ...registration,
  kind: 'acknowledgement',
  silence: { effect: 'rejection', date: '2027-01-21', basis: 'CRPA L231-4, 2°' },
  appeal: {
    body: 'Tribunal administratif d’Orléans, 28 rue de la Bretonnerie, 45057 Orléans Cedex 1',
    delay: 'P2M',
    online: 'https://citoyens.telerecours.fr',
  },
  attachments: ['a1'.repeat(32), 'b2'.repeat(32)],
};

const PAGE_OF_VERIFICATION = 'https://hebergement.example/guichet/receipts/verification';

/** As long as a real one: header with a key's thumbprint, the mentions, 64 bytes of signature. */
function codeOf(receipt: VerifiedReceipt): string {
  const { valid: _, ...mentions } = receipt;
  const claims = { v: 1, iss: 'https://hebergement.example', ...mentions };
  const header = { alg: 'ES256', kid: 'k'.repeat(43), typ: 'guichet-receipt+jwt' };
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part(header)}.${part(claims)}.${Buffer.alloc(64, 0x5a).toString('base64url')}`;
}

const documentOf = (receipt: VerifiedReceipt, language: Language = 'fr', trackingCode?: string) =>
  receiptDocument({
    receipt,
    language,
    trackingCode,
    verification: { page: PAGE_OF_VERIFICATION, url: `${PAGE_OF_VERIFICATION}#${codeOf(receipt)}` },
  });

/** Every text of a block, as it is read. */
function textsOf(block: Block): string[] {
  switch (block.kind) {
    case 'facts':
      return block.facts.flatMap(({ label, value }) => [label, ...value.split('\n')]);
    case 'list':
      return block.items;
    case 'proof':
      return [block.scan, block.shown, block.after];
    default:
      return [block.text];
  }
}

interface Node {
  role?: string;
  type?: string;
  lang?: string;
  alt?: string;
  children?: Node[];
}

const squeezed = (text: string) => text.replace(/\s+/g, '');

describe('the PDF of a receipt', () => {
  let fonts: Fonts;
  before(async () => {
    fonts = await loadFonts();
  });

  async function read(bytes: Buffer) {
    const pdf = await getDocument({
      data: new Uint8Array(bytes),
      verbosity: VerbosityLevel.ERRORS,
      // Fonts come with the document, or the test is to fail.
      useSystemFonts: false,
      fontExtraProperties: true,
      disableFontFace: true,
    }).promise;
    const pages = [];
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      const content = await page.getTextContent({ includeMarkedContent: true });
      const tree = (await page.getStructTree()) as Node | null;
      pages.push({ page, content, tree });
    }
    return { pdf, pages };
  }
  const draw = async (...of: Parameters<typeof documentOf>) =>
    read(await drawReceipt(documentOf(...of), fonts));

  type Pages = Awaited<ReturnType<typeof read>>['pages'];

  /** What is read aloud: texts within the structure, without the artifacts. */
  function spoken(pages: Pages): string {
    return pages
      .flatMap(({ content }) => {
        let artifact = 0;
        const open: boolean[] = [];
        return content.items.map((item) => {
          if ('str' in item) return artifact ? '' : item.str;
          if (item.type === 'endMarkedContent') artifact -= open.pop() ? 1 : 0;
          else {
            const { tag } = item as { tag?: string };
            open.push(tag === 'Artifact');
            artifact += tag === 'Artifact' ? 1 : 0;
          }
          return '';
        });
      })
      .join('');
  }

  const rolesOf = (nodes: readonly Node[]): string[] =>
    nodes.flatMap(({ role, children = [] }) => (role ? [role, ...rolesOf(children)] : []));
  const allNodes = (nodes: readonly Node[]): Node[] =>
    nodes.flatMap((node) => [node, ...allNodes(node.children ?? [])]);
  const treesOf = (pages: Pages) => pages.flatMap(({ tree }) => (tree ? [tree] : []));

  it('says every mention, in the order in which it is read, in the words of the law', async () => {
    const document = documentOf(acknowledgement);
    const { pages } = await draw(acknowledgement);
    const [text] = document.texts;
    const expected = [...text!.issuer, text!.title, ...text!.blocks.flatMap(textsOf)];
    assert.equal(squeezed(spoken(pages)), squeezed(expected.join('')));
    const all = expected.join('\n');
    for (const mention of [
      'Mairie du Favril',
      'Accusé de réception électronique',
      '28148-2026-7K3M-9QXB',
      'samedi 21 novembre 2026 à 21:04',
      'Mairie du Favril, Voirie – Cœur de bourg',
      '01 99 00 28 14',
      'La mairie doit vous répondre avant la fin du 21 janvier 2027. Sans réponse ce jour-là, la loi considère que c’est non (CRPA L231-4, 2°).',
      '21 janvier 2027, sous réserve que votre demande soit complète',
      'Tribunal administratif d’Orléans, 28 rue de la Bretonnerie, 45057 Orléans Cedex 1, dans les 2\u00a0mois qui suivent le refus',
      'https://citoyens.telerecours.fr',
      'a1'.repeat(32),
      'C’est une preuve d’intégrité, ni signature ni cachet qualifié.',
    ])
      assert.ok(all.includes(mention), mention);
    assert.doesNotMatch(all, /recommandé/i);
  });

  it('is tagged, with its language, its title, and fonts of its own', async () => {
    const { pdf, pages } = await draw(acknowledgement);
    const { info, metadata } = await pdf.getMetadata();
    const facts = info as Record<string, unknown>;
    assert.equal(facts['Language'], 'fr-FR');
    assert.equal(facts['Title'], 'Accusé de réception électronique 28148-2026-7K3M-9QXB');
    // Maps, whatever their types say.
    const told = async (facts: Promise<unknown>) => new Map((await facts) as Map<string, unknown>);
    assert.equal((await told(pdf.getMarkInfo())).get('Marked'), true);
    assert.equal((await told(pdf.getViewerPreferences())).get('DisplayDocTitle'), true);
    assert.match(String(metadata?.getRaw()), /<pdfuaid:part>1<\/pdfuaid:part>/);
    const roles = rolesOf(treesOf(pages));
    for (const role of [
      'Document',
      'Sect',
      'H1',
      'H2',
      'P',
      'Table',
      'TR',
      'TH',
      'TD',
      'L',
      'LI',
      'LBody',
      'Link',
      'Figure',
    ])
      assert.ok(roles.includes(role), role);
    assert.equal(roles.filter((role) => role === 'H1').length, 1);
    const figure = allNodes(treesOf(pages)).find(({ role }) => role === 'Figure');
    assert.equal(figure?.alt, 'Code QR qui ouvre la page de vérification de cet accusé');
    for (const { page } of pages) {
      const operators = await page.getOperatorList();
      const names = operators.argsArray.flatMap((args: unknown[], i) =>
        operators.fnArray[i] === OPS.setFont ? [String(args[0])] : [],
      );
      assert.ok(names.length);
      for (const name of names) {
        const font = page.commonObjs.get(name) as { name: string; missingFile: boolean };
        assert.match(font.name, /^[A-Z]{6}\+AtkinsonHyperlegibleNext-(?:Regular|Bold)$/);
        assert.equal(font.missingFile, false);
      }
    }
  });

  it('attests what silence has granted: since when, and who says so', async () => {
    const attestation: VerifiedReceipt = {
      ...registration,
      kind: 'attestation',
      decision: {
        kind: 'tacitly-granted',
        on: '2027-02-01',
        author: 'Léa Martin, Maire, Mairie du Favril',
      },
    };
    const { pages } = await draw(attestation);
    const text = squeezed(spoken(pages));
    for (const said of [
      'Attestation de décision implicite d’acceptation',
      'article L232-3',
      'Demande acceptée le',
      '1er février 2027',
      'Léa Martin, Maire, Mairie du Favril',
      'Vérifier cette attestation',
    ])
      assert.ok(text.includes(squeezed(said)), said);
    assert.ok(!text.includes(squeezed('cet accusé')));
    assert.equal(documentOf(attestation).file, 'attestation-28148-2026-7K3M-9QXB');
  });

  it('prints the tracking code only where it is given', async () => {
    const code = '4F7T-2MZK-8RWA-Q6PH';
    assert.ok(!spoken((await draw(registration)).pages).includes('4F7T'));
    const text = squeezed(spoken((await draw(registration, 'fr', code)).pages));
    assert.ok(text.includes(`Codedesuivi${code}`));
  });

  it('fits on one page, unless it lists files', async () => {
    assert.equal((await draw(registration, 'fr', '4F7T-2MZK-8RWA-Q6PH')).pages.length, 1);
    assert.equal((await draw({ ...acknowledgement, attachments: [] })).pages.length, 1);
  });

  it('gives the French text after an English one, each in its language', async () => {
    const { pdf, pages } = await draw(acknowledgement, 'en');
    const { info } = await pdf.getMetadata();
    assert.equal((info as Record<string, unknown>)['Language'], 'en-GB');
    const languages = allNodes(treesOf(pages)).flatMap(({ role, lang }) => (role === 'Sect' ? [lang] : []));
    assert.deepEqual([...new Set(languages)], ['en-GB', 'fr-FR']);
    const text = squeezed(spoken(pages));
    const english = text.indexOf(squeezed('Without an answer on that day, the law takes it as a no'));
    const french = text.indexOf(squeezed('Sans réponse ce jour-là, la loi considère que c’est non'));
    assert.ok(english > 0 && french > english);
  });

  it('leads to where it is verified: by a link, and by a code that reads from paper', async () => {
    for (const receipt of [registration, acknowledgement]) {
      const { pages } = await draw(receipt);
      const url = `${PAGE_OF_VERIFICATION}#${codeOf(receipt)}`;
      const links = (await Promise.all(pages.map(({ page }) => page.getAnnotations()))).flat() as {
        url?: string;
      }[];
      assert.deepEqual(
        links.map((link) => link.url),
        [url],
      );
      assert.equal(await scanned(pages.at(-1)!.page), url);
    }
  });

  it('makes the same bytes of the same receipt', async () => {
    const once = await drawReceipt(documentOf(acknowledgement), fonts);
    assert.ok(once.equals(await drawReceipt(documentOf(acknowledgement), fonts)));
  });

  it('is drawn within its page whatever the names hold, and goes on to the next', async () => {
    const odd = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom(
        'x'.repeat(300),
        'مرحبا بكم في البلدية ',
        '👨‍👩‍👧‍👦 Mairie <&> "',
        'ligne\n'.repeat(90),
        '\u202f«\u202fÀ\u202f»',
        '',
      ),
      fc
        .array(fc.constantFrom('Service', 'des', 'très-longues', 'dénominations'), { maxLength: 120 })
        .map((all) => all.join(' ')),
    );
    await fc.assert(
      fc.asyncProperty(
        odd,
        odd,
        odd,
        fc.constantFrom<Language>('fr', 'en'),
        async (name, address, body, language) => {
          const receipt: VerifiedReceipt = {
            ...acknowledgement,
            administration: { siren: '200000016', name },
            service: { name, address, email: name, phone: name },
            appeal: { body, delay: 'P2M', online: body },
            attachments: Array.from({ length: 40 }, () => 'c'.repeat(64)),
          };
          const { pages } = await draw(receipt, language);
          for (const { content } of pages) {
            for (const item of content.items) {
              if (!('str' in item) || !item.str.trim()) continue;
              const [, , , , x, y] = item.transform as number[];
              const right = x! + item.width;
              assert.ok(
                x! >= PAGE.margin - 1 && right <= PAGE.width - PAGE.margin + 1,
                `${item.str} ends at ${right}`,
              );
              assert.ok(y! > 20 && y! < PAGE.height - 40, `${item.str} is at ${y}`);
            }
          }
          assert.ok(squeezed(spoken(pages)).includes(squeezed(acknowledgement.reference)));
        },
      ),
      { numRuns: 25 },
    );
  });
});

describe('what the font lacks', () => {
  const has = (codePoint: number) => codePoint < 0x180 && codePoint > 0x1f;

  it('becomes what looks or means the same', () => {
    assert.equal(writable('5\u202f€\u2011', has), '5\u00a0?-');
    assert.equal(writable('E\u0301cole', has), 'École');
    assert.equal(writable('a\u200db\u0007\r\nc', has), 'ab\nc');
  });

  it('is seen to be missing', () => {
    assert.equal(writable('م', has), '?');
  });
});

/** Reads the QR code as of a sheet that a cheap scanner saw: 200 points an inch, three and a half a module. */
async function scanned(page: {
  getViewport(o: { scale: number }): { width: number; height: number };
  render(o: object): { promise: Promise<void> };
}): Promise<string | undefined> {
  const { createCanvas } = await import('@napi-rs/canvas');
  const viewport = page.getViewport({ scale: 200 / 72 });
  const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
  const canvasContext = canvas.getContext('2d');
  await page.render({ canvasContext, viewport, canvas: null }).promise;
  const { data, width, height } = canvasContext.getImageData(0, 0, canvas.width, canvas.height);
  return jsQR(data, width, height)?.data;
}
