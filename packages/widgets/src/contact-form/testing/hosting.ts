import type { CreateOptions, Reading, RequestCalls } from '@guichet/client/port';
import type { Administration } from '@guichet/contracts/administration';
import type { NewRequestBody, RequestCreated } from '@guichet/contracts/request';
import { Carrier } from '../../shared/files/testing/carrier.js';
import { leFavril } from '../../shared/testing/administration.js';

export const created: RequestCreated = {
  reference: '28148-2026-7K3M-9QXB',
  trackingCode: '4F7T-2MZK-8RWA-Q6PH',
  receivedAt: '2026-11-21T21:04:10+01:00',
  receipt: {
    kind: 'registration',
    service: {
      name: 'Mairie du Favril',
      address: '3 rue de la Mairie',
      email: 'mairie@le-favril.example',
      phone: '02 61 91 00 10',
    },
    jws: 'eyJhbGciOiJFUzI1NiJ9.e30.c2lnbmF0dXJl',
  },
};

/** The same, acknowledged at once: silence will refuse. */
export const acknowledged: RequestCreated = {
  ...created,
  receipt: {
    ...created.receipt,
    kind: 'acknowledgement',
    silence: { effect: 'rejection', date: '2027-01-21', basis: 'décret n° 2015-1459 (CGCT L2144-3)' },
    appeal: {
      body: 'Tribunal administratif d’Orléans',
      delay: 'P2M',
      online: 'https://citoyens.telerecours.fr',
    },
  },
};

/** The other side of the port: answers as told, and remembers what it was sent. */
export class Hosting implements Reading, RequestCalls {
  readonly files = new Carrier();
  readonly sent: { body: NewRequestBody; key: string }[] = [];
  answer: () => Promise<RequestCreated> = () => Promise.resolve(created);
  administration: () => Promise<Administration>;

  constructor(administration: Administration = leFavril) {
    this.administration = () => Promise.resolve(administration);
  }
  readAdministration = (): Promise<Administration> => this.administration();
  formToken = (): Promise<string> => Promise.resolve('begun');
  sendRequest = (body: NewRequestBody, { idempotencyKey }: CreateOptions): Promise<RequestCreated> => {
    this.sent.push({ body, key: idempotencyKey });
    return this.answer();
  };
}
