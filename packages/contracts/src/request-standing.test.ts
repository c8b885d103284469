import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { natures } from './request-choices.js';
import { type StandingPart, standingOf, wordsOf } from './request-standing.js';
import type { TrackedRequest } from './tracking.js';
import { standingEn } from './words/standing.en.js';
import { standingFr } from './words/standing.fr.js';
import { trackingEn } from './words/tracking.en.js';
import { trackingFr } from './words/tracking.fr.js';

const plainRequest: TrackedRequest = {
  reference: '28148-2026-7K3M-9QXB',
  receivedAt: '2026-11-21T21:04:10+01:00',
  nature: 'request',
  subject: 'Éclairage',
  recipient: null,
  status: 'received',
  canWrite: true,
  canWithdraw: true,
  correctable: null,
  documents: [],
  acknowledgement: null,
  acknowledgementDueBy: null,
  silence: null,
  decision: null,
  items: null,
  forwarded: null,
  canAskReasons: false,
  reasons: null,
  canAskAttestation: false,
  attestation: null,
  timeline: [],
};
const commune = { kind: 'commune' } as const;
const appeal = { body: 'Tribunal administratif d’Orléans', delay: 'P2M', online: null };
const rejection = { effect: 'rejection', date: '2027-02-01', basis: 'CRPA L231-4, 2°' } as const;
const acceptance = { effect: 'acceptance', date: null, basis: 'CRPA L231-1' } as const;
const items = {
  items: [
    { name: 'Plan de masse', basis: 'Code de l’urbanisme, article R431-9' },
    { name: 'Une photographie', basis: null },
  ],
  askedOn: '2027-01-05',
  answerBy: '2027-01-20',
  isRequired: true,
};
const forwarded = { on: '2027-01-05', name: 'Chartres métropole', contact: 'contact@metropole.example' };
const author = { givenName: 'Claire', familyName: 'Martin', capacity: 'Maire', service: 'Mairie du Favril' };
const reasons = { law: 'L’article L2213-1 du CGCT.', facts: 'La rue est trop étroite.' };
const granted = {
  kind: 'granted',
  on: '2027-02-01',
  author,
  message: 'C’est oui.',
  reasons: null,
  illegality: null,
  appeal: null,
  jws: 'a.b.c',
} as const;
const refused = {
  ...granted,
  kind: 'refused',
  message: 'C’est non.',
  reasons,
  appeal: { ...appeal, lastDay: '2027-04-02' },
} as const;
const tacitlyRefused = {
  kind: 'tacitly-refused',
  on: '2027-02-01',
  appeal: { ...appeal, lastDay: '2027-04-02' },
} as const;
const tacitlyGranted = { kind: 'tacitly-granted', on: '2027-02-01', appeal: null } as const;

const handedOver = { on: '2027-01-05', name: 'Mairie du Favril, Voirie', phone: '+33 2 61 91 00 11' };

const partsOf = (changes: Partial<TrackedRequest>, words = trackingFr, kind = commune) =>
  standingOf({ ...plainRequest, ...changes }, kind, words);

const saidIn = (parts: StandingPart[]) =>
  parts.flatMap(({ sentences, items, consequences, mentions }) => [
    ...sentences,
    ...items,
    ...consequences,
    ...mentions.flatMap(({ label, value }) => [label, value]),
  ]);

/** With plain spaces. */
const textOf = (...all: Parameters<typeof partsOf>) =>
  saidIn(partsOf(...all))
    .join('\n')
    .replaceAll('\u00a0', ' ');

/** Every situation. */
function situations(): Partial<TrackedRequest>[] {
  const dates = ['2027-02-01', null];
  const silences = [...dates.map((date) => ({ ...rejection, date })), acceptance];
  const requalified = { id: '1', kind: 'requalified', at: plainRequest.receivedAt } as const;
  const timeline = [{ ...requalified, by: { kind: 'agent', name: null }, message: null, attachments: [] }];
  return [
    ...natures.map((nature) => ({
      nature,
      timeline: timeline as TrackedRequest['timeline'],
      acknowledgementDueBy: '2027-02-01',
    })),
    ...silences.flatMap((silence) => [
      { silence },
      { silence, forwarded },
      ...[true, false].flatMap((isRequired) =>
        dates.map((answerBy) => ({ silence, items: { ...items, isRequired, answerBy } })),
      ),
    ]),
    ...[granted, refused, tacitlyRefused, tacitlyGranted].map((decision) => ({ decision })),
    ...dates.map((lastDay) => ({ decision: { ...refused, appeal: { ...appeal, lastDay } } })),
    ...dates.map((dueBy) => ({ reasons: { askedOn: '2027-02-03', dueBy, given: null } })),
    { reasons: { askedOn: '2027-02-03', dueBy: null, given: reasons } },
    { handedOver },
    { canAskReasons: true },
    { decision: tacitlyGranted, canAskAttestation: true },
    { attestation: { on: '2027-02-03', jws: null } },
    { decision: tacitlyGranted, attestation: { on: '2027-02-03', jws: 'a.b.c' } },
  ];
}

describe('where a request stands', () => {
  it('is written in French as French is: spaces that do not break, typographic apostrophes', () => {
    const others = Object.values(trackingFr)
      .flatMap((words: unknown) => (words && typeof words === 'object' ? Object.values(words) : [words]))
      .flatMap((words: unknown) => (words && typeof words === 'object' ? Object.values(words) : [words]))
      .filter((words) => typeof words === 'string');
    for (const text of [...situations().flatMap((each) => saidIn(partsOf(each))), ...others])
      assert.doesNotMatch(text, / [:;!?»]|« |'|undefined|null|NaN/, text);
  });

  it('is told in English too, of every situation', () => {
    for (const situation of situations()) {
      const [french, english] = [partsOf(situation), partsOf(situation, trackingEn)];
      assert.equal(english.length, french.length);
      assert.doesNotMatch(saidIn(english).join(' '), /'|undefined|null|NaN|La mairie/);
    }
  });

  it('tells the first of a month as one says it', () => {
    assert.equal(standingFr.day('2027-02-01'), '1er février 2027');
    assert.equal(standingFr.day('2027-02-21'), '21 février 2027');
    assert.equal(standingEn.day('2027-02-01'), '1 February 2027');
  });

  it('says nothing where the law dates nothing', () => {
    assert.deepEqual(partsOf({}), []);
  });

  it('lists what is missing with the text that requires it, and until when to provide it', () => {
    const [part] = partsOf({ items, silence: rejection });
    assert.deepEqual(
      part!.items.map((item) => item.replaceAll('\u00a0', ' ')),
      ['Plan de masse (exigé par : Code de l’urbanisme, article R431-9)', 'Une photographie'],
    );
    assert.match(textOf({ items }), /^La mairie vous a demandé, le 5 janvier 2027 :/);
    assert.match(textOf({ items }), /jusqu’au 20 janvier 2027 inclus/);
  });

  it('says that the time to answer stands still for what a text requires, and for nothing else (L114-5)', () => {
    const required = (silence: TrackedRequest['silence']) => textOf({ items, silence });
    assert.match(required(rejection), /est suspendu, au plus tard jusqu’au 20 janvier 2027 \(CRPA L114-5\)/);
    assert.match(required(acceptance), /ne commencera qu’une fois que vous aurez tout fourni/);
    // Where no time runs, none stands still.
    assert.doesNotMatch(required(null), /délai/);
    const plain = textOf({ items: { ...items, isRequired: false }, silence: rejection });
    assert.match(plain, /Cela ne change pas le délai de réponse\./);
    assert.doesNotMatch(plain, /suspendu/);
  });

  it('says which service took it over, and how to call it', () => {
    assert.match(
      textOf({ handedOver }),
      /remise le 5 janvier 2027 au service .+ : Mairie du Favril, Voirie\./,
    );
    assert.equal(partsOf({ handedOver })[0]!.mentions[0]!.href, 'tel:+33261910011');
  });

  it('says who answers since it was passed on, how to reach it, and from when the time runs (L114-3)', () => {
    const text = (silence: TrackedRequest['silence']) => textOf({ forwarded, silence });
    assert.match(text(rejection), /transmise le 5 janvier 2027 à Chartres métropole/);
    assert.match(text(rejection), /n’allonge pas le délai de réponse, qui court depuis votre premier envoi/);
    assert.match(text(rejection), /Cette administration doit vous répondre avant la fin du 1er février 2027/);
    assert.match(text(acceptance), /court depuis que cette administration l’a reçue/);
    assert.doesNotMatch(text(null), /délai/);
    const [{ mentions } = assert.fail()] = partsOf({ forwarded });
    assert.equal(mentions[0]!.href, 'mailto:contact@metropole.example');
    const [post = assert.fail()] = partsOf({ forwarded: { ...forwarded, contact: '1 rue Haute' } });
    assert.equal(post.mentions[0]!.href, undefined);
    assert.deepEqual(partsOf({ forwarded: { ...forwarded, contact: '' } })[0]!.mentions, []);
  });

  it('says what the one it was passed on to tells of it, in its own words, and since when it tells nothing', () => {
    const steps = [
      { on: '2027-01-05', label: 'Signalement ouvert', note: null },
      { on: '2027-02-01', label: 'Signalement clos', note: 'Rebouché' },
    ];
    const followed = { reference: '293944', agency: 'Service des routes', steps, staleSince: '2027-02-03' };
    const [, part = assert.fail()] = partsOf({ forwarded: { ...forwarded, followed } });
    assert.deepEqual(part.items, [
      '5 janvier 2027\u00a0: Signalement ouvert',
      '1er février 2027\u00a0: Signalement clos (Rebouché)',
    ]);
    assert.match(part.sentences[0]!, /^Depuis le 3 février 2027, nous n’arrivons pas à joindre/);
    assert.equal(part.sentences[1], 'Ce qu’indique «\u00a0Chartres métropole\u00a0»');
    assert.deepEqual(
      part.mentions.map(({ value }) => value),
      ['Service des routes', '293944'],
    );
    const silent = { reference: null, agency: null, steps: [], staleSince: null };
    assert.deepEqual(partsOf({ forwarded: { ...forwarded, followed: silent } }).length, 1);
  });

  it('names who decided, gives the text and the reasons, and says until when to challenge', () => {
    const text = textOf({ decision: refused });
    for (const said of [
      'La mairie a refusé votre demande le 1er février 2027. Vous pouvez contester ce refus jusqu’au 2 avril 2027 inclus.',
      'Claire Martin, Maire, Mairie du Favril',
      'C’est non.',
      reasons.law,
      reasons.facts,
      'Tribunal administratif d’Orléans',
    ])
      assert.ok(text.includes(said), `${said}\n${text}`);
    assert.deepEqual(partsOf({ decision: refused })[0]!.proof, { kind: 'decision', jws: 'a.b.c' });
    assert.equal(partsOf({ decision: { ...refused, jws: '' } })[0]!.proof, null);
  });

  it('says why what was granted is taken back (L242-1)', () => {
    const text = textOf({ decision: { ...refused, illegality: 'La salle n’est pas à la commune.' } });
    assert.match(text, /Motifs : pourquoi l’accord d’avant est retiré\nLa salle n’est pas à la commune\./);
    assert.doesNotMatch(textOf({ decision: refused }), /accord d’avant/);
  });

  it('leaves the text of the decision out of the timeline, where it would be read twice', () => {
    const by = { kind: 'agent', name: null } as const;
    const at = plainRequest.receivedAt;
    const entry = { id: '2', kind: 'refused', at, by, message: refused.message, attachments: [] } as const;
    const told = { ...plainRequest, decision: refused };
    assert.equal(wordsOf(entry as never, told), null);
    assert.equal(wordsOf({ ...entry, message: 'Un refus d’avant.' } as never, told), 'Un refus d’avant.');
    assert.equal(wordsOf({ ...entry, kind: 'answered' } as never, told), refused.message);
    assert.equal(wordsOf(entry as never, plainRequest), refused.message);
  });

  it('of what is granted, speaks of no challenge', () => {
    assert.match(textOf({ decision: granted }), /La mairie a accepté votre demande/);
    assert.doesNotMatch(textOf({ decision: granted }), /contester/);
    const decision = { ...tacitlyGranted, appeal: { ...appeal, lastDay: null } };
    assert.doesNotMatch(textOf({ decision }), /contester|Tribunal/);
  });

  it('tells no last day where none counts', () => {
    const decision = { ...tacitlyRefused, appeal: { ...appeal, lastDay: null } };
    assert.match(textOf({ decision }), /Vous pouvez contester ce refus\.\n/);
    assert.doesNotMatch(textOf({ decision }), /jusqu’au/);
  });

  it('lets the reasons of a tacit refusal be asked for, then says until when they are due, then gives them', () => {
    const asks = (changes: Partial<TrackedRequest>) =>
      partsOf({ decision: tacitlyRefused, ...changes }).map(({ ask }) => ask);
    assert.deepEqual(asks({}), [null]);
    assert.deepEqual(asks({ canAskReasons: true }), [null, 'reasons']);
    const asked = { askedOn: '2027-02-03', dueBy: '2027-03-03', given: null };
    assert.match(textOf({ reasons: asked }), /La mairie doit vous répondre avant la fin du 3 mars 2027/);
    const given = textOf({ reasons: { ...asked, given: reasons } });
    assert.match(given, /La mairie vous les donne :/);
    assert.ok(given.includes(reasons.law) && given.includes(reasons.facts));
  });

  it('lets the attestation of a tacit acceptance be asked for, then gives it with its proof', () => {
    const possible = (canAskAttestation: boolean) =>
      partsOf({ decision: tacitlyGranted, canAskAttestation }).map(({ ask }) => ask);
    assert.deepEqual(possible(true), [null, 'attestation']);
    assert.deepEqual(possible(false), [null, null]);
    const asked = { attestation: { on: '2027-02-03', jws: null } };
    assert.match(textOf(asked), /Vous avez demandé une attestation le 3 février 2027/);
    assert.equal(partsOf(asked)[0]!.proof, null);
    const issued = { decision: tacitlyGranted, attestation: { on: '2027-02-03', jws: 'a.b.c' } };
    assert.match(textOf(issued), /atteste que votre demande est acceptée depuis le 1er février 2027/);
    assert.deepEqual(partsOf(issued)[1]!.proof, { kind: 'attestation', jws: 'a.b.c' });
  });
});
