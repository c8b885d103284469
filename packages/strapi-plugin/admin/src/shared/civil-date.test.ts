import assert from 'node:assert/strict';
import { test } from 'node:test';
import { civilDay, dateIn, dayWords } from './civil-date.js';

test('the day is that of the administration, wherever the agent sits', () => {
  const evening = new Date('2026-12-31T23:30:00Z');
  assert.equal(dateIn('Europe/Paris', evening), '2027-01-01');
  assert.equal(dateIn('America/Martinique', evening), '2026-12-31');
});

test('a date is written as people write it', () => {
  assert.equal(civilDay('2026-12-04', 'fr'), 'vendredi 4 décembre 2026');
  assert.equal(civilDay('2027-01-01', 'fr'), 'vendredi 1er janvier 2027');
  assert.equal(civilDay('2027-01-01', 'fr', { day: 'numeric', month: 'long' }), '1er janvier');
  assert.equal(civilDay('2027-01-01', 'en', { day: 'numeric', month: 'long' }), 'January 1');
  assert.equal(civilDay('2027-02-11', 'fr', { day: 'numeric', month: 'long' }), '11 février');
});

test('the first of a month is said so beside an hour too, and never in figures', () => {
  const first = new Date('2026-10-01T12:00:00Z');
  const written = (locale: string, dateStyle: 'medium' | 'short') =>
    dayWords(new Intl.DateTimeFormat(locale, { dateStyle, timeZone: 'Europe/Paris' }), first);
  assert.equal(written('fr', 'medium'), '1er oct. 2026');
  assert.equal(written('fr', 'short'), '01/10/2026');
  assert.equal(written('en', 'medium'), 'Oct 1, 2026');
});
