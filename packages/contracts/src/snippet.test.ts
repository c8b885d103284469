import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RESERVED_ROOM, snippet } from './snippet.js';

const leFavril = {
  element: 'guichet-contact-form',
  loader: 'https://hebergement.example/guichet/v1/loader.js',
  code: '28148',
  human: { email: 'mairie@le-favril.example', phone: '02 61 91 28 14' },
  page: 'https://hebergement.example/guichet/administrations/28148/contact',
} as const;

test('a snippet reserves the widget’s room and brings mail, telephone and page of its own', () => {
  const html = snippet(leFavril);
  assert.ok(html.includes(`<guichet-contact-form administration="28148" style="${RESERVED_ROOM}">`));
  assert.ok(html.includes('<script type="module" src="https://hebergement.example/guichet/v1/loader.js">'));
  assert.ok(
    html.includes('href="tel:0261912814"') && html.includes('href="mailto:mairie@le-favril.example"'),
  );
  assert.ok(html.includes(leFavril.page));
});

test('whatever an administration is called by stays text', () => {
  const html = snippet({ ...leFavril, human: { email: '"><script>', phone: '<b>1' }, code: '"onload="' });
  assert.equal(html.match(/<script/g)?.length, 1);
  assert.ok(!html.includes('<b>') && !html.includes('"onload="'));
});
