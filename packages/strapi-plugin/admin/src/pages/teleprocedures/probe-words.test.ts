import type { EntryReason } from '@guichet/contracts/admin/teleprocedures';
import type { Entry } from '@guichet/contracts/teleprocedure';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ancestorsSay, entryLook, frameOptionsSay, headerToSend, lacksHeader } from './probe-words.js';

test('says what the list lets', () => {
  assert.equal(ancestorsSay(null), 'nothing');
  assert.equal(ancestorsSay("frame-ancestors 'none'"), 'nobody');
  assert.equal(ancestorsSay('frame-ancestors'), 'nobody');
  assert.equal(ancestorsSay("frame-ancestors 'self'"), 'own-site');
  assert.equal(ancestorsSay("frame-ancestors 'self' https://a.example"), 'some');
  assert.equal(ancestorsSay('frame-ancestors *'), 'everybody');
  assert.equal(ancestorsSay("frame-ancestors *, frame-ancestors 'none'"), 'nobody');
});

test('says what the older header means beside the newer one', () => {
  const say = (frameOptions: string | null, contentSecurityPolicy: string | null = null) =>
    frameOptionsSay({ frameOptions, contentSecurityPolicy });
  assert.equal(say(null), 'nothing');
  assert.equal(say('DENY'), 'nobody');
  assert.equal(say('SameOrigin'), 'own-site');
  assert.equal(say('SAMEORIGIN, DENY'), 'nobody');
  assert.equal(say('SAMEORIGIN, ALLOWALL'), 'nobody');
  assert.equal(say('ALLOW-FROM https://a.example'), 'unread');
  assert.equal(say('DENY', "frame-ancestors 'self'"), 'replaced');
  assert.equal(say('DENY', "default-src 'self'"), 'nobody');
});

test('gives the line to ask for', () => {
  assert.equal(
    headerToSend(['https://www.lefavril.example', 'https://www.trilport.example']),
    "Content-Security-Policy: frame-ancestors 'self' https://www.lefavril.example https://www.trilport.example",
  );
});

test('alarms about what is to be mended, and about nothing that was chosen', () => {
  assert.equal(entryLook('frame', 'framable'), 'success');
  assert.equal(entryLook('link', 'furthest'), 'neutral');
  assert.equal(entryLook('hand-off', 'untried'), 'neutral');
  assert.equal(entryLook('hand-off', 'frame-options'), 'warning');
  assert.equal(entryLook('hand-off', 'refused'), 'warning');
  assert.equal(entryLook('link', 'certificate'), 'danger');
  assert.equal(entryLook('hand-off', 'too-many-redirects'), 'danger');
});

test('asks for a header where one would bring it into more pages', () => {
  const reach = { offered: 3, on: 2, framed: 2 };
  const lacks = (...[entry, reason, framed = 2]: [Entry, EntryReason, number?]) =>
    lacksHeader({ chosen: { entry, reason }, reach: { ...reach, framed } });
  assert.equal(lacks('frame', 'framable'), false);
  // Its list of ancestors names some of them.
  assert.equal(lacks('frame', 'framable', 1), true);
  assert.equal(lacks('hand-off', 'frame-options', 0), true);
  assert.equal(lacks('hand-off', 'furthest', 0), false);
  assert.equal(lacks('link', 'gone', 0), false);
});
