/** Real guides on their pages: a sample of every kind, and of everything that is drawn in a way of its own. */
import type { Guide } from '@guichet/contracts/guide';
import { aDirectory } from '@guichet/contracts/testing/a-directory';
import { audiences, guideKinds, guideServiceTypes } from '@guichet/contracts/guide';
import { shownGuide } from '@guichet/contracts/guide-schema';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { JSDOM } from 'jsdom';
import { readGuide } from '../../../connectors/co-marquage/guide.js';
import type { XmlElement } from '../../../connectors/co-marquage/xml.js';
import { guidesLinkedBy } from '../../../domain/guide-links.js';
import { mairie } from '../../../domain/testing/tenant.js';
import { openingAt } from '../opening.js';
import { viewOf } from '../services/view.js';
import { guidePage } from './guide.page.js';
import { fetched, newJudge, pageOf } from './testing/drawn.js';
import { featuresOf } from './testing/features-of.js';
import { guideOf, sample, treeOf } from '../../../connectors/co-marquage/testing/real-guides.js';

const guides = sample.map(([part, id]) => guideOf(part, id));

const inlines = ['strong', 'value', 'quote', 'superscript', 'subscript', 'foreign', 'guide', 'link', 'term'];
const blocks = ['text', 'section', 'list', 'table', 'box', 'cases', 'service', 'contact', 'picture'];

describe('real guides', () => {
  it('show everything there is to show', () => {
    const found = new Set(guides.flatMap((guide) => [...featuresOf(guide)]));
    const wanted = [
      ...guideKinds.map((kind) => `kind ${kind}`),
      ...[...inlines, ...blocks].map((is) => `is ${is}`),
      ...['note', 'know', 'warning', 'reminder'].map((look) => `look ${look}`),
      ...['tabs', 'choice', 'sequence'].map((show) => `show ${show}`),
      ...[...guideServiceTypes, 'local', 'centre', 'national', 'support'].map((type) => `type ${type}`),
      ...Object.keys(guides[0]!).map((name) => `has ${name}`),
      ...[
        'isHeader true',
        'isNumbered true',
        'spans columns',
        'spans rows',
        'mairie',
        'cerfa',
        'isBeingUpdated',
      ],
    ];
    assert.deepEqual(
      wanted.filter((one) => !found.has(one)),
      [],
    );
    assert.deepEqual(new Set(guides.map(({ audiences: [first] }) => first)), new Set(audiences));
  });

  it('are described to programs whole', () => {
    for (const guide of guides) {
      const shown = { guide, source: fetched, titles: {} };
      assert.deepEqual(shownGuide.parse(shown), shown, guide.id);
    }
  });

  it('break no rule of accessibility, in either language, their links here or elsewhere', async () => {
    const judge = newJudge();
    for (const [index, guide] of guides.entries()) {
      const titles = new Map(index % 2 ? guidesLinkedBy(guide).map((id) => [id, `Guide ${id}`]) : []);
      const language = index % 4 === 3 ? 'en' : 'fr';
      assert.deepEqual(await judge.violations(pageOf(guide, { language, titles })), [], guide.id);
    }
  });

  it('are looked up for every link before they are drawn', () => {
    for (const guide of guides) {
      const asked = new Set<string>();
      const titles = new Map<string, string>();
      titles.get = (id) => void asked.add(id);
      pageOf(guide, { titles });
      const looked = new Set(guidesLinkedBy(guide));
      assert.deepEqual([...asked].sort(), [...looked].sort(), guide.id);
    }
  });

  it('say all that their source says', () => {
    const worded =
      'title overtitle content blocks body introduction cases items rows text caption services service contacts contact complement annexes warning groups guides questions howTo seeAlso learnMore references definitions abbreviations'.split(
        ' ',
      );
    const told = (one: unknown, texts: string[] = []): string[] => {
      if (Array.isArray(one)) for (const each of one) told(each, texts);
      else if (typeof one === 'string') texts.push(one);
      else if (one && typeof one === 'object')
        for (const name of worded) told((one as Record<string, unknown>)[name], texts);
      return texts;
    };
    for (const guide of guides) {
      const said = new JSDOM(pageOf(guide)).window.document.querySelector('article')!.textContent;
      for (const text of told(guide)) {
        // The word of a box may stand without the colon that its source writes.
        if (!said.includes(text.replace(/[\s:]+$/, ''))) assert.fail(`${guide.id} does not say: ${text}`);
      }
    }
  });
});

describe('a hostile source', () => {
  const HOSTILE = `"'><script>alert(1)</script><img src=x onerror=alert(1)><!-- &lt;`;
  /** What the model itself says: it is ours. */
  const ours = new Set(['is', 'look', 'show', 'type', 'kind', 'audience', 'audiences']);

  const spoilt = (value: unknown, name = ''): unknown => {
    if (typeof value === 'string') return ours.has(name) ? value : HOSTILE;
    if (Array.isArray(value)) return value.map((one) => spoilt(one, name));
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, spoilt(one, key)]));
  };

  it('gets no markup into the page, whatever field it fills', () => {
    const { administration } = mairie;
    const now = new Date('2026-11-23T09:00:00Z');
    for (const guide of guides) {
      // Its dates are read as dates, and its addresses as addresses, before they get here.
      const { modifiedOn, url } = guide;
      const bad = { ...(spoilt({ ...guide, warning: null }) as Guide), modifiedOn, url };
      const page = guidePage({
        guide: bad,
        source: { ...fetched, file: HOSTILE },
        administration,
        opening: openingAt(mairie, 'fr', now),
        language: 'fr',
        titles: new Map([[HOSTILE, HOSTILE]]),
        services: viewOf(mairie, aDirectory(), 'fr', now),
      });
      const { window } = new JSDOM(String(page));
      const { body } = window.document;
      assert.equal(body.querySelectorAll('script, img').length, 0, guide.id);
      const comments = body.ownerDocument.createNodeIterator(body, window.NodeFilter.SHOW_COMMENT);
      assert.equal(comments.nextNode(), null, guide.id);
      const names = [...body.querySelectorAll('*')].flatMap((one) => one.getAttributeNames());
      assert.deepEqual(
        names.filter((name) => /^on|[^a-z-]/.test(name)),
        [],
        guide.id,
      );
      assert.ok(body.textContent.includes(HOSTILE), 'it is there, as text');
    }
  });

  it('gets no address into the page that runs something', () => {
    const poisoned = ({ name, attributes, children }: XmlElement): XmlElement => ({
      name,
      attributes: Object.fromEntries(
        Object.entries(attributes).map(([key, value]) => [
          key,
          /url$/i.test(key) ? 'javascript:alert(1)' : value,
        ]),
      ),
      children: children.map((child) => (typeof child === 'string' ? child : poisoned(child))),
    });
    for (const [part, id] of sample) {
      const { guide } = readGuide(poisoned(treeOf(part, id)));
      const { document } = new JSDOM(pageOf(guide)).window;
      const schemes = [...document.querySelectorAll<HTMLAnchorElement>('main a')].map(
        (link) => /^[a-z]+:/i.exec(link.getAttribute('href')!)?.[0],
      );
      assert.ok(schemes.length > 0);
      assert.deepEqual(
        schemes.filter((one) => one && !/^(?:https?|mailto|tel):$/.test(one)),
        [],
        id,
      );
    }
  });
});
