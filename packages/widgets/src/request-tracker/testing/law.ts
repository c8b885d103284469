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
  ...silenceAccepts,
  timeline: [
    ...silenceAccepts.timeline!,
    told({ id: '3', kind: 'tacitly-granted', at: '2027-01-17T00:00:00+01:00', by: system, message: null }),
  ],
  silence: null,
  decision: { kind: 'tacitly-granted', on: '2027-01-16', appeal: null },
};
