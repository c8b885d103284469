import type { TrackedRequest } from '@guichet/contracts/tracking';
import { marie, requestOfDemo, told } from './hosting.js';

/** Requests that the law dates, one in each of the situations that a resident can meet. */

const system = { kind: 'system', name: null } as const;
const [received] = requestOfDemo().timeline;
const fresh = { status: 'received', timeline: [received!] } satisfies Partial<TrackedRequest>;

const service = {
  name: 'Mairie du Favril, Voirie et éclairage public',
  address: '3 rue de la Mairie, 28190 Le Favril',
  email: 'voirie@le-favril.example',
  phone: '02 61 91 00 11',
};
const rejection = { effect: 'rejection', date: '2027-01-16', basis: 'CRPA L231-4, 2°' } as const;
const acceptance = { effect: 'acceptance', date: '2027-01-16', basis: 'CRPA L231-1' } as const;
const court = {
  body: 'Tribunal administratif d’Orléans',
  delay: 'P2M',
  online: 'https://citoyens.telerecours.fr',
};
const acknowledged = {
  id: '2',
  kind: 'acknowledged',
  at: '2026-11-18T09:00:00+01:00',
  message: null,
} as const;
const sentOn = '2026-11-18';

type Situation = Partial<TrackedRequest>;

export const notAcknowledged: Situation = {
  ...fresh,
  acknowledgementDueBy: '2026-11-30',
  silence: rejection,
};

export const silenceRejects: Situation = {
  ...fresh,
  timeline: [received!, told({ ...acknowledged, by: marie })],
  acknowledgement: { kind: 'acknowledgement', service, silence: rejection, appeal: court, sentOn },
  silence: rejection,
};

export const silenceAccepts: Situation = {
  ...fresh,
  timeline: [received!, told({ ...acknowledged, by: system })],
  acknowledgement: { kind: 'acknowledgement', service, silence: acceptance, sentOn },
  silence: acceptance,
};

/** No date can be told before the request is complete. */
export const withoutDate: Situation = {
  ...silenceAccepts,
  acknowledgement: {
    kind: 'acknowledgement',
    service,
    silence: { ...acceptance, date: null },
    sentOn,
  },
  silence: { ...acceptance, date: null },
};

export const requalified: Situation = {
  ...fresh,
  nature: 'complaint',
  timeline: [
    received!,
    told({ ...acknowledged, by: marie }),
    told({ ...acknowledged, id: '3', kind: 'requalified', by: marie }),
    told({ ...acknowledged, id: '4', by: marie }),
  ],
  acknowledgement: { kind: 'acknowledgement', service, silence: rejection, appeal: court, sentOn },
  silence: rejection,
};

export const question: Situation = {
  ...fresh,
  nature: 'question',
  timeline: [received!, told({ ...acknowledged, by: system })],
  acknowledgement: { kind: 'acknowledgement', service, sentOn },
};

export const tacitlyRefused: Situation = {
  correctable: null,
  ...silenceRejects,
  timeline: [
    ...silenceRejects.timeline!,
    told({ id: '3', kind: 'tacitly-refused', at: '2027-01-17T00:00:00+01:00', by: system, message: null }),
  ],
  silence: null,
  decision: { kind: 'tacitly-refused', on: '2027-01-16', appeal: { ...court, lastDay: '2027-03-17' } },
};

/** Without a lawful acknowledgement no time limit counts (CRPA L112-12). */
export const tacitlyRefusedWithoutLimit: Situation = {
  ...tacitlyRefused,
  acknowledgement: null,
  decision: { kind: 'tacitly-refused', on: '2027-01-16', appeal: { ...court, lastDay: null } },
};

export const tacitlyGranted: Situation = {
  correctable: null,
  ...silenceAccepts,
  timeline: [
    ...silenceAccepts.timeline!,
    told({ id: '3', kind: 'tacitly-granted', at: '2027-01-17T00:00:00+01:00', by: system, message: null }),
  ],
  silence: null,
  decision: { kind: 'tacitly-granted', on: '2027-01-16', appeal: null },
};

const author = {
  givenName: 'Claire',
  familyName: 'Martin',
  capacity: 'Maire',
  service: 'Mairie du Favril',
};
const jws = 'eyJhbGciOiJFUzI1NiJ9.e30.c2lnbmF0dXJl';
const reasons = {
  law: 'L’article L2213-6 du code général des collectivités territoriales.',
  facts: 'Le trottoir ne mesure qu’un mètre vingt\u00a0: une terrasse ne laisserait pas passer un fauteuil.',
};
const pieces = {
  items: [
    { name: 'Plan de la terrasse, avec ses dimensions', basis: 'Code de la voirie routière, article R116-2' },
    { name: 'Vos jours d’ouverture', basis: null },
  ],
  askedOn: '2026-11-20',
  answerBy: '2026-12-11',
  isRequired: true,
};
const asked = told({
  id: '3',
  kind: 'items-asked',
  at: '2026-11-20T10:00:00+01:00',
  by: marie,
  message: 'Bonjour Madame, il nous manque deux éléments.',
});

/** What a text requires is missing: the time stands still. */
export const itemsAsked: Situation = {
  ...silenceRejects,
  status: 'in-progress',
  timeline: [...silenceRejects.timeline!, asked],
  items: pieces,
};

/** A plain question: no time is moved. */
export const itemsAskedFreely: Situation = {
  ...itemsAsked,
  items: { ...pieces, items: [pieces.items[1]!], answerBy: null, isRequired: false },
};

export const itemsAskedOfAcceptance: Situation = {
  ...withoutDate,
  status: 'in-progress',
  timeline: [...withoutDate.timeline!, asked],
  items: pieces,
};

export const forwarded: Situation = {
  ...silenceRejects,
  status: 'in-progress',
  canWithdraw: false,
  correctable: null,
  timeline: [
    ...silenceRejects.timeline!,
    told({ id: '3', kind: 'forwarded', at: '2026-11-20T10:00:00+01:00', by: marie, message: null }),
  ],
  forwarded: { on: '2026-11-20', name: 'Chartres métropole', contact: 'voirie@chartres-metropole.example' },
};

/** Its system tells where it stands there, and cannot be reached since. */
export const forwardedAndFollowed: Situation = {
  ...forwarded,
  status: 'closed',
  silence: null,
  acknowledgementDueBy: null,
  forwarded: {
    on: '2026-11-20',
    name: 'Conseil départemental d’Eure-et-Loir',
    contact: '02 37 20 10 10\nroutes@eureetloir.example\n1 place Châtelet\n28000 Chartres',
    followed: {
      reference: '293944',
      agency: 'Subdivision des routes du Perche',
      steps: [
        { on: '2026-11-20', label: 'Signalement ouvert', note: 'Passage prévu sous huit jours' },
        { on: '2026-11-27', label: 'Signalement clos', note: 'Chaussée reprise à l’enrobé' },
      ],
      staleSince: '2026-11-28',
    },
  },
};

/** It only passed through, and is not shredded here yet. */
export const handedOver: Situation = {
  ...fresh,
  status: 'in-progress',
  canWrite: false,
  canWithdraw: false,
  correctable: null,
  recipient: 'voirie',
  handedOver: { on: '2026-11-20', name: service.name, phone: service.phone },
};

/** The same, once nothing else is left of it. */
export const shredded: Situation = {
  ...handedOver,
  subject: requestOfDemo().reference,
  documents: [],
  timeline: [],
};

const decided = (kind: 'granted' | 'refused', message: string) =>
  told({ id: '3', kind, at: '2026-12-10T10:00:00+01:00', by: marie, message });

export const granted: Situation = {
  ...silenceRejects,
  status: 'answered',
  canWithdraw: false,
  correctable: null,
  silence: null,
  timeline: [...silenceRejects.timeline!, decided('granted', 'Votre terrasse est autorisée.')],
  decision: {
    kind: 'granted',
    on: '2026-12-10',
    author,
    message: 'Votre terrasse est autorisée.',
    reasons: null,
    illegality: null,
    appeal: null,
    jws,
  },
  documents: ['registration', 'decision'],
};

export const refused: Situation = {
  ...granted,
  timeline: [...silenceRejects.timeline!, decided('refused', 'Votre demande ne peut pas être acceptée.')],
  decision: {
    kind: 'refused',
    on: '2026-12-10',
    author,
    message: 'Votre demande ne peut pas être acceptée.',
    reasons,
    illegality: null,
    appeal: { ...court, lastDay: '2027-02-11' },
    jws,
  },
};

export const mayAskReasons: Situation = { ...tacitlyRefused, canAskReasons: true };
export const reasonsAsked: Situation = {
  ...tacitlyRefused,
  reasons: { askedOn: '2027-01-20', dueBy: '2027-02-20', given: null },
};
export const reasonsGiven: Situation = {
  ...tacitlyRefused,
  reasons: { askedOn: '2027-01-20', dueBy: null, given: reasons },
};

export const mayAskAttestation: Situation = { ...tacitlyGranted, canAskAttestation: true };
export const attestationAsked: Situation = {
  ...tacitlyGranted,
  attestation: { on: '2027-01-20', jws: null },
};
export const attested: Situation = {
  ...tacitlyGranted,
  attestation: { on: '2027-01-22', jws },
  documents: ['attestation'],
};

const creches = { name: 'Crèches de Chartres métropole', phone: '02 37 99 00 12', email: null };

/** It was made at an operator, whose page alone has said so. */
export const operatedClaimed: Situation = {
  status: 'received',
  subject: 'Inscription en crèche',
  recipient: null,
  canWrite: false,
  canWithdraw: false,
  correctable: null,
  documents: [],
  timeline: [],
  operated: {
    operator: creches,
    reference: 'CR-2026-1742',
    isSent: true,
    isConfirmed: false,
    steps: [],
    url: null,
    acknowledgement: null,
    staleSince: null,
  },
};

const { operated: claimed } = operatedClaimed;

/** The operator has told of it itself. */
export const operated: Situation = {
  ...operatedClaimed,
  status: 'in-progress',
  operated: {
    ...claimed!,
    isConfirmed: true,
    steps: [
      { at: '2026-11-16T21:04:10+01:00', label: 'Demande déposée', status: 'received' },
      { at: '2026-11-20T10:00:00+01:00', label: 'Passage en commission', status: 'in-progress' },
    ],
    url: 'https://creches.chartres-metropole.example/dossiers/1742',
    acknowledgement: {
      on: '2026-11-17',
      url: 'https://creches.chartres-metropole.example/dossiers/1742/accuse',
    },
  },
};

/** It cannot be asked any more. */
export const operatedStale: Situation = {
  ...operated,
  operated: { ...operated.operated!, staleSince: '2026-11-21T08:00:00+01:00' },
};

/** It is prepared there, and yet to be sent. */
export const operatedPrepared: Situation = {
  ...operatedClaimed,
  operated: {
    ...claimed!,
    isSent: false,
    isConfirmed: true,
    steps: [{ at: '2026-11-16T21:04:10+01:00', label: 'Préparé, pas encore envoyé', status: 'received' }],
    url: 'https://creches.chartres-metropole.example/commencer/1742',
  },
};
