import type { Administration } from '@guichet/contracts/administration';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { composeMail, type Acknowledgement, type MailSubject } from './compose.js';
import { mailHtml } from './mail-html.js';
import { mailText } from './mail-text.js';

const service = {
  name: 'Mairie du Favril',
  address: '3 rue de la Mairie, 28190 Le Favril',
  email: 'mairie@le-favril.example',
  phone: '02 61 91 00 10',
};
const administration: Administration = {
  code: '28148',
  siren: '212801480',
  insee: '28148',
  name: service.name,
  kind: 'commune',
  timeZone: 'Europe/Paris',
  human: { ...service, hours: [] },
  openingHours: null,
  holidays: [],
  theme: { accent: null },
  languages: ['fr', 'en'],
  origins: [],
  procedures: [],
  recipients: [],
  attachments: { maxFiles: 10, maxFileBytes: 26_214_400, maxTotalBytes: 104_857_600 },
  links: { contact: '', tracking: '', terms: '', services: '' },
};
const subject: MailSubject = {
  reference: '28148-2026-7K3M-9QXB',
  receivedAt: '2026-12-31T23:30:00.000Z',
  language: 'fr',
  hasName: true,
  service,
  administration,
  hours: [],
  verification: 'https://hebergement.example/guichet/receipts/verification',
  url: 'https://hebergement.example/guichet/administrations/28148/tracking#suivi=a.b',
};
const appeal = {
  body: 'Tribunal administratif d’Orléans',
  delay: 'P2M',
  online: 'https://citoyens.telerecours.fr',
};
const silence = { effect: 'rejection', date: '2027-03-01', basis: 'CRPA L231-4, 2°' } as const;
const rejected: Acknowledgement = {
  receipt: { kind: 'acknowledgement', service, silence, appeal },
  nature: 'request',
  isCorrection: false,
  isOnPaper: false,
  isImmediate: false,
};

const compose = (letter: Partial<Acknowledgement> = {}, about: Partial<MailSubject> = {}) =>
  composeMail({ kind: 'acknowledgement', ...rejected, ...letter }, { ...subject, ...about });
/** Its text, with plain spaces. */
const textOf = (...all: Parameters<typeof compose>) => mailText(compose(...all)).replaceAll('\u00a0', ' ');

describe('the acknowledgement (CRPA R112-11-1)', () => {
  it('holds every mention of a request that silence rejects', () => {
    const text = textOf();
    for (const mention of [
      'Référence : 28148-2026-7K3M-9QXB',
      'Reçu le : vendredi 1er janvier 2027 à 00:30',
      'Considéré comme : une demande',
      'Service : Mairie du Favril',
      'Adresse : 3 rue de la Mairie, 28190 Le Favril',
      'Téléphone : 02 61 91 00 10',
      'Adresse électronique : mairie@le-favril.example',
      'La mairie doit vous répondre avant la fin du 1er mars 2027. Sans réponse ce jour-là, la loi considère que c’est non (CRPA L231-4, 2°).',
      'Date limite de réponse : 1er mars 2027, sous réserve que votre demande soit complète',
      'Sans réponse à cette date : la loi considère que c’est non : décision implicite de rejet (CRPA L231-4, 2°)',
      'Pour contester ce refus : Tribunal administratif d’Orléans, dans les 2 mois qui suivent le refus',
      'Recours en ligne : https://citoyens.telerecours.fr',
    ])
      assert.ok(text.includes(mention), `${mention}\n${text}`);
    assert.doesNotMatch(text, /remplace|attestation/);
  });

  it('of one that silence accepts, names the attestation and no appeal', () => {
    const accepted = { effect: 'acceptance', date: '2027-03-01', basis: 'CRPA L231-1' } as const;
    const text = textOf({ receipt: { kind: 'acknowledgement', service, silence: accepted } });
    assert.match(text, /c’est oui : décision implicite d’acceptation \(CRPA L231-1\)/);
    assert.match(text, /demander une attestation \(CRPA L232-3\)/);
    assert.doesNotMatch(text, /contester|Recours/);
  });

  it('of a question, speaks of no silence', () => {
    const text = textOf({ receipt: { kind: 'acknowledgement', service }, nature: 'question' });
    assert.match(text, /Considéré comme : une question/);
    assert.doesNotMatch(text, /Sans réponse|la loi considère|contester/);
  });

  it('of a request whose date cannot be known yet, tells none', () => {
    const undated = { ...silence, date: null };
    const text = textOf({ receipt: { ...rejected.receipt, silence: undated } });
    assert.match(text, /Date limite de réponse : connue quand votre demande sera complète/);
    assert.doesNotMatch(text, /mars 2027/);
  });

  it('leads before the CADA where a document is refused', () => {
    const cada = {
      body: 'Commission d’accès aux documents administratifs (CADA)',
      delay: 'P2M',
      online: 'https://www.cada.fr',
    };
    const text = textOf({ receipt: { ...rejected.receipt, appeal: cada }, nature: 'document' });
    assert.match(text, /Pour contester ce refus : Commission .* \(CADA\), dans les 2 mois/);
    assert.match(text, /https:\/\/www\.cada\.fr/);
  });

  it('that replaces another says so, and that the date of reception stays', () => {
    const text = textOf({ isCorrection: true, nature: 'complaint' });
    assert.match(text, /Il remplace l’accusé de réception .* La date de réception .* reste la même\./);
    assert.match(text, /Reçu le : vendredi 1er janvier 2027 à 00:30/);
    assert.match(text, /une réclamation/);
  });

  it('of what came on paper says that it repeats it, and by which text; nothing is attached', () => {
    const text = textOf({ isOnPaper: true });
    assert.match(text, /reprend l’accusé de réception .* articles L112-3 et R112-5/);
    assert.doesNotMatch(text, /L112-11|électronique de votre message|joint/);
    assert.match(text, /la loi considère/);
  });

  it('names the request in its subject', () => {
    assert.equal(compose().subject, 'Accusé de réception 28148-2026-7K3M-9QXB');
    const english = compose({}, { language: 'en' }).subject;
    assert.equal(english, 'Acknowledgement – Accusé de réception 28148-2026-7K3M-9QXB');
  });

  it('in English has the French text below, which prevails', () => {
    const text = textOf({}, { language: 'en' });
    assert.match(text, /The town hall must answer you by the end of 1 March 2027\./);
    assert.match(text, /A French text follows; in law, it prevails\./);
    assert.match(text, /La mairie doit vous répondre avant la fin du 1er mars 2027\./);
  });

  it('makes links of what can be called, written to or opened, and of nothing else', () => {
    const html = (online: string) =>
      mailHtml(compose({ receipt: { ...rejected.receipt, appeal: { ...appeal, online } } }));
    for (const href of ['tel:0261910010', 'mailto:mairie@le-favril.example', appeal.online])
      assert.ok(html(appeal.online).includes(`href="${href}"`), href);
    assert.doesNotMatch(html('javascript:alert(1)'), /href="javascript/);
  });
});
