import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { correctable, type Correction, newCorrection } from './correction.js';
import { correctionFields, correctionFrom, draftOf } from './correction-from-draft.js';
import { changesOf, checkCorrection } from './correction-rules.js';
import { contactEn } from './words/contact.en.js';
import { contactFr } from './words/contact.fr.js';
import type { ContactWords } from './words/contact.js';
import { correctionError, type CorrectionWords } from './words/correction.js';
import { correctionEn } from './words/correction.en.js';
import { correctionFr } from './words/correction.fr.js';

const address = { lines: ['3 rue de la Mairie'], postalCode: '28190', city: 'Le Favril', country: 'FR' };
const person = { familyName: 'Dubois', givenName: 'Angela', preferredName: null, postalAddress: address };
const senders: Correction['sender'][] = [
  { kind: 'individual', ...person, phone: null },
  { kind: 'company', name: 'Dupré', phone: '01 99 00 28 14' },
  { kind: 'association', name: 'Les amis', phone: null },
  { kind: 'organisation', name: 'Comité', ...person, phone: null },
  { kind: 'minimal', phone: null },
];
const written = (sender: Correction['sender'] = senders[0]!): Correction => ({
  subject: 'Éclairage',
  message: 'Le lampadaire\nne s’allume plus.',
  sender,
});
const individual = (changes: Partial<Extract<Correction['sender'], { kind: 'individual' }>>) =>
  written({ kind: 'individual', ...person, phone: null, ...changes });

describe('a correction', () => {
  it('is checked as the request was, whoever wrote it', () => {
    for (const sender of senders) {
      assert.deepEqual(checkCorrection(written(sender), written(sender)), []);
      const empty = { ...written(sender), subject: ' ', message: 'a\u0000b' };
      assert.deepEqual(checkCorrection(empty, written(sender)), [
        { path: 'subject', code: 'required' },
        { path: 'message', code: 'invalid' },
      ]);
    }
    const wrong = individual({
      familyName: '',
      phone: 'x',
      postalAddress: { ...address, postalCode: '2819' },
    });
    assert.deepEqual(checkCorrection(wrong, written()), [
      { path: 'sender.familyName', code: 'required' },
      { path: 'sender.postalAddress.postalCode', code: 'invalid' },
      { path: 'sender.phone', code: 'invalid' },
    ]);
  });

  it('does not ask for what was missing already, as at the counter', () => {
    const bare = individual({ postalAddress: { lines: [], postalCode: '', city: '', country: 'FR' } });
    assert.deepEqual(checkCorrection({ ...bare, subject: 'Voirie' }, bare), []);
    assert.equal(checkCorrection(bare, written()).length, 3);
  });

  it('does not make another kind of sender of who wrote', () => {
    assert.deepEqual(checkCorrection(written(senders[1]), written()), [
      { path: 'sender.kind', code: 'not-allowed' },
    ]);
  });

  it('is strict when sent; told, it may grow', () => {
    const more = { ...written(), sender: { ...written().sender, email: 'a@example.org' } };
    assert.equal(newCorrection.safeParse(more).success, false);
    assert.deepEqual(correctable.parse(more), written());
    for (const sender of senders) assert.deepEqual(newCorrection.parse(written(sender)), written(sender));
  });

  it('says what it changes, and nothing where only line ends and white space around differ', () => {
    const after = individual({ phone: '01 99 00 28 14', postalAddress: { ...address, city: 'Trilport' } });
    assert.deepEqual(changesOf(written(), after), [
      {
        member: 'postalAddress',
        before: '3 rue de la Mairie\n28190 Le Favril',
        after: '3 rue de la Mairie\n28190 Trilport',
      },
      { member: 'phone', before: '', after: '01 99 00 28 14' },
    ]);
    assert.deepEqual(
      changesOf(written(), { ...written(), message: ' Le lampadaire\r\nne s’allume plus.\n' }),
      [],
    );
  });

  it('goes through its form unchanged', () => {
    const line = fc.string({ minLength: 1 }).map((text) => text.trim() || 'x');
    fc.assert(
      fc.property(fc.constantFrom(...senders), line, line, (sender, subject, message) => {
        const before = { subject, message, sender };
        const draft = draftOf(before);
        assert.deepEqual(correctionFrom(draft, before), before);
        assert.ok(Object.keys(draft).every((name) => (correctionFields as readonly string[]).includes(name)));
      }),
    );
  });
});

describe('the words of a correction', () => {
  const both: [CorrectionWords, ContactWords][] = [
    [correctionFr, contactFr],
    [correctionEn, contactEn],
  ];

  it('call each field as the form does that it was sent by', () => {
    for (const [{ labels }, contact] of both)
      assert.deepEqual(labels, {
        subject: contact.subject,
        message: contact.message,
        'sender.name': contact.bodyName,
        'sender.familyName': contact.familyName,
        'sender.givenName': contact.givenName,
        'sender.preferredName': contact.preferredName,
        'sender.postalAddress.lines': contact.address,
        'sender.postalAddress.postalCode': contact.postalCode,
        'sender.postalAddress.city': contact.city,
        'sender.postalAddress.country': contact.country,
        'sender.phone': contact.phoneNumber,
      });
  });

  it('are in French as French is: spaces that do not break, typographic apostrophes', () => {
    const { labels, hints, errors, otherErrors, ...others } = correctionFr;
    const said = [others, labels, hints, ...Object.values(errors)].flatMap((words) =>
      Object.values(words).flat(),
    );
    for (const text of [...said, ...Object.values(otherErrors).map((say) => say('Objet'))])
      assert.doesNotMatch(text, / [:;!?»]|« |\d \d{3}\b|'/);
  });

  it('say what is wrong with the field by its name, or better', () => {
    assert.equal(
      correctionError(correctionFr, 'subject', 'required'),
      'Remplissez le champ «\u00a0Objet\u00a0».',
    );
    assert.match(correctionError(correctionEn, 'sender.phone', 'invalid'), /for example/);
  });
});
