import { deliveryKinds } from '@guichet/contracts/admin/deliveries';
import type { Administration } from '@guichet/contracts/administration';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { composeMail, type Acknowledgement, type Letter, type MailSubject } from './compose.js';
import { oneLine } from './mail.js';
import { mailHtml } from './mail-html.js';
import { mailText } from './mail-text.js';

const administration: Administration = {
  code: '97411',
  siren: '200000008',
  insee: '97411',
  name: 'Mairie de Saint-Denis',
  kind: 'commune',
  timeZone: 'Indian/Reunion',
  human: {
    phone: '02 99 00 97 41',
    email: 'mairie@saint-denis.example',
    address: '1 rue Pasteur\n97400 Saint-Denis',
    hours: [],
  },
  openingHours: null,
  holidays: [],
  theme: { accent: '#ffe14d' },
  languages: ['fr', 'en'],
  origins: [],
  procedures: [],
  recipients: [],
  attachments: { maxFiles: 10, maxFileBytes: 26_214_400, maxTotalBytes: 104_857_600 },
  links: { contact: '', tracking: '', terms: '', services: '' },
};

const subject: MailSubject = {
  reference: '97411-2026-7K3M-9QXB',
  receivedAt: '2026-12-31T21:04:10.000Z',
  language: 'fr',
  hasName: true,
  service: {
    name: 'Mairie de Saint-Denis, État civil',
    address: '1 rue Pasteur, 97400 Saint-Denis',
    email: 'etat-civil@saint-denis.example',
    phone: '+262 2 99 00 97 42',
  },
  administration,
  hours: ['Du lundi au vendredi : 8 h – 16 h'],
  verification: 'https://hebergement.example/guichet/receipts/verification',
  url: 'https://hebergement.example/guichet/administrations/97411/tracking#suivi=a.b',
};

const rejected: Acknowledgement = {
  receipt: {
    kind: 'acknowledgement',
    service: subject.service,
    silence: { effect: 'rejection', date: '2027-03-01', basis: 'CRPA L231-4, 2°' },
    appeal: {
      body: 'Tribunal administratif de La Réunion',
      delay: 'P2M',
      online: 'https://citoyens.telerecours.fr',
    },
  },
  nature: 'request',
  isCorrection: false,
  isOnPaper: false,
  isImmediate: false,
};

const letters = deliveryKinds.map((kind): Letter => {
  switch (kind) {
    case 'acknowledgement':
      return { kind, ...rejected };
    case 'deadline-notice':
      return { kind, effect: 'rejection', date: '2027-03-01' };
    case 'correction-receipt':
      return { kind, at: '2027-01-02T12:00:00.000Z' };
    case 'items-asked':
      return { kind, answerBy: '2027-02-01' };
    case 'forwarded':
      return { kind, name: 'Communauté d’agglomération', contact: 'contact@agglo.example' };
    default:
      return { kind };
  }
});

const textOf = (letter: Letter, about: Partial<MailSubject> = {}) =>
  mailText(composeMail(letter, { ...subject, ...about })).replaceAll('\u00a0', ' ');

describe('a mail', () => {
  it('tells the date of reception as it was where the administration is', () => {
    const text = mailText(composeMail({ kind: 'registration-receipt' }, subject));
    assert.match(text, /Reçu le\u00a0: vendredi 1er janvier 2027 à 01:04/);
  });

  it('names the service with its telephone, to be called by a tap', () => {
    const mail = composeMail({ kind: 'registration-receipt' }, subject);
    assert.match(mailText(mail), /Service\u00a0: Mairie de Saint-Denis, État civil/);
    assert.match(mailHtml(mail), /<a href="tel:\+262299009742"[^>]*>\+262 2 99 00 97 42<\/a>/);
  });

  it('says the same in its text and in its HTML', () => {
    for (const letter of letters) {
      const mail = composeMail(letter, { ...subject, language: 'en' });
      const html = mailHtml(mail);
      const text = mailText(mail);
      for (const { facts, action, before, after } of mail.sections) {
        const said = [...before, ...after, ...facts.map(({ value }) => value), action.url, action.label];
        for (const piece of said) {
          assert.ok(text.includes(piece), piece);
          assert.ok(html.includes(piece.replaceAll("'", '&#39;')), piece);
        }
      }
    }
  });

  it('asks only for what the link’s page can check', () => {
    const text = (hasName: boolean) =>
      mailText(composeMail({ kind: 'answer-notice' }, { ...subject, hasName }));
    assert.match(text(true), /nom de famille/);
    assert.doesNotMatch(text(false), /nom de famille/);
    assert.match(text(false), /adresse électronique/);
  });

  it('tells until when to send what is asked for, where there is a day', () => {
    assert.match(textOf({ kind: 'items-asked', answerBy: '2027-02-01' }), /au plus tard le 1er février 2027/);
    assert.doesNotMatch(textOf({ kind: 'items-asked', answerBy: null }), /au plus tard/);
    const text = textOf({ kind: 'items-asked', answerBy: '2027-02-01' }, { language: 'en' });
    assert.match(text, /The town hall asks you for .*Please answer by 1 February 2027/s);
  });

  it('tells who answers since a request was passed on, and how to reach it', () => {
    const elsewhere = {
      kind: 'forwarded',
      name: 'La métropole',
      contact: 'contact@metropole.example',
    } as const;
    const text = textOf(elsewhere);
    assert.match(text, /La mairie ne peut pas répondre elle-même .* transmise à La métropole/);
    assert.match(text, /Pour la joindre : contact@metropole\.example/);
    assert.doesNotMatch(text, /État civil/);
    const html = (contact: string) => mailHtml(composeMail({ ...elsewhere, contact }, subject));
    assert.match(html(elsewhere.contact), /href="mailto:contact@metropole\.example"/);
    assert.doesNotMatch(html('12 rue Haute, 97400 Saint-Denis'), /href="mailto:12/);
  });

  it('says that it was decided, and not what', () => {
    for (const language of ['fr', 'en'] as const) {
      const text = textOf({ kind: 'decision' }, { language });
      assert.match(text, language === 'fr' ? /La mairie a décidé/ : /The town hall has decided/);
      assert.doesNotMatch(text, /accept|refus|grant/i);
    }
  });

  it('names another administration than a commune as what it is', () => {
    const about = { administration: { ...administration, kind: 'ccas' as const } };
    assert.match(textOf({ kind: 'decision' }, about), /L’administration a décidé/);
  });

  it('speaks French to the service, whatever the resident speaks', () => {
    for (const kind of [
      'service-notice',
      'message-notice',
      'approval-notice',
      'assignment-notice',
    ] as const) {
      const { sections } = composeMail({ kind }, { ...subject, language: 'en' });
      assert.deepEqual(
        sections.map(({ language }) => language),
        ['fr'],
      );
    }
  });

  it('says in the notice until when a text wants an answer, where one does', () => {
    const answer = { by: '2026-11-28', basis: 'loi n° 2005-102, art. 47' };
    assert.match(
      textOf({ kind: 'service-notice', answer }),
      /une réponse au plus tard le 28 novembre 2026 \(loi n° 2005-102, art\. 47\)/,
    );
    assert.doesNotMatch(textOf({ kind: 'service-notice' }), /au plus tard/);
  });

  it('puts a non-breaking space where French asks for one, and a typographic apostrophe', () => {
    for (const letter of letters) {
      const text = mailText(composeMail(letter, subject));
      const own = text.replace(subject.url, '').replaceAll('Du lundi au vendredi : 8 h – 16 h', '');
      assert.doesNotMatch(own, / [:;!?»]|« |'/);
    }
  });

  it('shows whatever it is given as text', () => {
    const hostile = fc.string({ unit: 'grapheme' }).map((text) => `<script>"'&${text}<img onerror=x>`);
    fc.assert(
      fc.property(hostile, fc.constantFrom(...letters), (text, plain) => {
        const human = { ...administration.human, address: text, phone: text };
        const service = { name: text, phone: text, email: text, address: text };
        const silence = { effect: 'acceptance', date: null, basis: text } as const;
        const appeal = { body: text, delay: text, online: text };
        const receipt = { kind: 'acknowledgement', service, silence, appeal } as const;
        const letter: Letter =
          plain.kind === 'acknowledgement'
            ? { ...plain, receipt }
            : plain.kind === 'forwarded'
              ? { ...plain, name: text, contact: text }
              : plain;
        const html = mailHtml(
          composeMail(letter, {
            ...subject,
            service,
            administration: { ...administration, name: text, human },
            hours: [text],
            verification: `https://example.org/${text}`,
            url: `https://example.org/${text}`,
          }),
        );
        assert.doesNotMatch(html, /<script|<img/);
        // Every attribute still ends where it began.
        assert.doesNotMatch(
          html.replace(/<[a-z1]+(?: [a-z-]+="[^"<>]*")*>|<\/[a-z1]+>|<!doctype html>/g, ''),
          /[<>]/,
        );
      }),
    );
  });

  it('keeps headers and text lines single, whatever a name holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        assert.doesNotMatch(oneLine(`${text}\r\nBcc: a@b.example\u2028x`), /[\p{Cc}\u2028\u2029]/u);
      }),
    );
  });
});
