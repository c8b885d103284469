import { ApiError, type ApiErrorCode } from '@guichet/client/api-error';
import type { CallOptions, CreateOptions, Reading, TrackingCalls } from '@guichet/client/port';
import type { Correction, CorrectionBody } from '@guichet/contracts/correction';
import type { Administration } from '@guichet/contracts/administration';
import { makeReference, makeTrackingCode } from '@guichet/contracts/reference';
import type {
  AskLink,
  LinkAsked,
  NewMessageBody,
  OpenTracking,
  TimelineEntry,
  TrackedRequest,
} from '@guichet/contracts/tracking';
import { Carrier } from '../../shared/files/testing/carrier.js';
import { leFavril } from '../../shared/testing/administration.js';

type Call = keyof Reading | keyof TrackingCalls;

/** A hosting in memory, which keeps one request and answers like a real one, or fails as it is told. */
export class DemoHosting implements Reading, TrackingCalls {
  static readonly reference = makeReference('28148', 2026, Uint8Array.of(7, 19, 3, 20, 9, 22, 29));
  static readonly trackingCode = makeTrackingCode(Uint8Array.of(35, 207, 161, 83, 94, 1, 2, 3, 4, 5));
  static readonly link = 'bGllbi1kZS1kZW1vbnN0cmF0aW9u';
  static readonly email = 'angela.dubois@boite.example';
  static readonly control = '28190';

  /** How a next call fails, by its name; each failure happens once unless `always`. */
  readonly files = new Carrier();
  /** The ids that each message named. */
  readonly enclosed: string[][] = [];
  readonly failures: { call: Call; error: ApiError; always: boolean }[] = [];
  /** Whether each message that came said to bring all that was asked for. */
  readonly completions: boolean[] = [];
  /** The keys of every message and click that came, repetitions included. */
  readonly keys: string[] = [];
  /** What came in `openTracking`. */
  readonly openings: OpenTracking[] = [];
  /** What came in `askLink`. */
  readonly links: AskLink[] = [];
  /** Calls that never end, by their name. */
  readonly silent = new Set<Call>();
  renewals = 0;
  lifetime = 30 * 60_000;

  #tokens = new Set<string>();
  #held = new Map<Call, Promise<void>>();
  #messages = new Map<string, string>();
  #corrections = new Map<string, Correction>();
  #withdrawals = new Set<string>();
  #asked = new Set<string>();

  administration: Administration;
  request: TrackedRequest;

  constructor(request: Partial<TrackedRequest> = {}, administration: Partial<Administration> = {}) {
    this.administration = { ...leFavril, recipients: [voirie], ...administration };
    this.request = { ...requestOfDemo(), ...request };
  }

  fail(call: Call, code: ApiErrorCode, { always = false, retryAfter = null as number | null } = {}): void {
    this.failures.push({ call, error: new ApiError(code, [], retryAfter), always });
  }

  recover(): void {
    this.failures.length = 0;
    this.silent.clear();
  }

  /** Keeps the answers of a call back, whatever the caller wants meanwhile. @returns lets them go */
  hold(call: Call): () => void {
    let release!: () => void;
    this.#held.set(call, new Promise((resolve) => (release = resolve)));
    return () => {
      this.#held.delete(call);
      release();
    };
  }

  /** Forgets every bearer, as a server does whose secret changed. */
  forgetTokens(): void {
    this.#tokens.clear();
  }

  async #answer(call: Call, { signal }: CallOptions = {}): Promise<void> {
    await Promise.resolve();
    if (this.silent.has(call)) {
      await new Promise((_, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason as Error));
      });
    }
    const index = this.failures.findIndex((failure) => failure.call === call);
    const failure = this.failures[index];
    if (!failure) return;
    if (!failure.always) this.failures.splice(index, 1);
    throw failure.error;
  }

  #grant(): { token: string; expiresAt: string } {
    const token = crypto.getRandomValues(new Uint32Array(2)).join('.');
    this.#tokens.add(token);
    return { token, expiresAt: new Date(Date.now() + this.lifetime).toISOString() };
  }

  #check(token: string): void {
    if (!this.#tokens.has(token)) throw new ApiError('token-invalid');
  }

  async readAdministration(options?: CallOptions): Promise<Administration> {
    await this.#answer('readAdministration', options);
    return structuredClone(this.administration);
  }

  async openTracking(opening: OpenTracking, options?: CallOptions) {
    this.openings.push(opening);
    await this.#answer('openTracking', options);
    const isRight =
      'link' in opening
        ? opening.link === DemoHosting.link && opening.control === DemoHosting.control
        : opening.reference === this.request.reference && opening.trackingCode === DemoHosting.trackingCode;
    if (!isRight) throw new ApiError('request-not-found');
    return { ...this.#grant(), request: structuredClone(this.request) };
  }

  async askLink(asked: AskLink, options?: CallOptions): Promise<LinkAsked> {
    this.links.push(asked);
    await this.#answer('askLink', options);
    return { asked: true };
  }

  async readTracked(token: string, options?: CallOptions): Promise<TrackedRequest> {
    await this.#answer('readTracked', options);
    this.#check(token);
    const request = structuredClone(this.request);
    await this.#held.get('readTracked');
    return request;
  }

  async sendMessage(
    token: string,
    { message, completes = false, attachments = [] }: NewMessageBody,
    options: CreateOptions,
  ): Promise<TrackedRequest> {
    this.keys.push(options.idempotencyKey);
    this.completions.push(completes);
    this.enclosed.push(attachments);
    await this.#answer('sendMessage', options);
    this.#check(token);
    if (!this.request.canWrite) throw new ApiError('request-closed');
    if (!this.#messages.has(options.idempotencyKey)) {
      this.#messages.set(options.idempotencyKey, message);
      this.tell({
        kind: 'message',
        by: { kind: 'resident', name: null },
        message,
        at: new Date().toISOString(),
      });
      if (completes && this.request.items) {
        this.tell({ kind: 'completed', by: resident, message: null, at: new Date().toISOString() });
        this.request = { ...this.request, items: null };
      }
    }
    return structuredClone(this.request);
  }

  async ask(token: string, what: 'reasons' | 'attestation', options: CreateOptions): Promise<TrackedRequest> {
    this.keys.push(options.idempotencyKey);
    await this.#answer('ask', options);
    this.#check(token);
    const { canAskReasons, canAskAttestation } = this.request;
    if (!this.#asked.has(options.idempotencyKey)) {
      if (!(what === 'reasons' ? canAskReasons : canAskAttestation)) throw new ApiError('request-closed');
      this.#asked.add(options.idempotencyKey);
      this.tell({ kind: `${what}-asked`, by: resident, message: null, at: new Date().toISOString() });
      this.request = {
        ...this.request,
        canAskReasons: false,
        canAskAttestation: false,
        ...(what === 'reasons'
          ? { reasons: { askedOn: '2027-01-20', dueBy: '2027-02-20', given: null } }
          : { attestation: { on: '2027-01-20', jws: null } }),
      };
    }
    return structuredClone(this.request);
  }

  async correct(token: string, body: CorrectionBody, options: CreateOptions): Promise<TrackedRequest> {
    this.keys.push(options.idempotencyKey);
    await this.#answer('correct', options);
    this.#check(token);
    if (!this.#corrections.has(options.idempotencyKey)) {
      if (!this.request.correctable) throw new ApiError('request-closed');
      const correction = body as Correction;
      this.#corrections.set(options.idempotencyKey, correction);
      const { subject, message } = correction;
      this.tell({ kind: 'corrected', by: resident, message, at: new Date().toISOString() });
      this.request = { ...this.request, subject, correctable: correction };
    }
    return structuredClone(this.request);
  }

  /** Every correction that was recorded. */
  get corrections(): Correction[] {
    return [...this.#corrections.values()];
  }

  async withdraw(token: string, options: CreateOptions): Promise<TrackedRequest> {
    this.keys.push(options.idempotencyKey);
    await this.#answer('withdraw', options);
    this.#check(token);
    if (!this.#withdrawals.has(options.idempotencyKey)) {
      if (!this.request.canWithdraw) throw new ApiError('request-closed');
      this.#withdrawals.add(options.idempotencyKey);
      this.tell({
        kind: 'withdrawn',
        by: { kind: 'resident', name: null },
        message: null,
        at: new Date().toISOString(),
      });
      const over = {
        canWrite: false,
        canWithdraw: false,
        correctable: null,
        acknowledgementDueBy: null,
        silence: null,
      };
      this.request = { ...this.request, ...over, status: 'closed' };
    }
    return structuredClone(this.request);
  }

  async renewToken(token: string, options?: CallOptions) {
    this.renewals++;
    await this.#answer('renewToken', options);
    this.#check(token);
    return this.#grant();
  }

  /** Adds an entry to the timeline, as an agent does in the meantime. */
  tell(entry: Omit<Told, 'id'>): void {
    const id = String(this.request.timeline.length + 1);
    this.request = { ...this.request, timeline: [...this.request.timeline, told({ id, ...entry })] };
  }
}

type Told = Omit<TimelineEntry, 'attachments'>;

/** An entry without files. */
export const told = (entry: Told) => ({ attachments: [], ...entry }) as TimelineEntry;

const voirie = { slug: 'voirie', name: 'Voirie et éclairage public', phone: '02 61 91 00 11' };
export const marie = { kind: 'agent', name: 'Marie Lenoir, secrétaire de mairie' } as const;
const resident = { kind: 'resident', name: null } as const;

const written =
  'Bonjour,\n\nLe lampadaire devant le 12 rue de la Fontaine est éteint depuis une semaine. Le trottoir est très sombre quand les enfants rentrent de l’école.\n\nMerci de votre aide.';

export function requestOfDemo(): TrackedRequest {
  return {
    reference: DemoHosting.reference,
    receivedAt: '2026-11-16T21:04:10+01:00',
    nature: 'request',
    subject: 'Lampadaire éteint rue de la Fontaine',
    recipient: 'voirie',
    status: 'answered',
    canWrite: true,
    canWithdraw: true,
    correctable: {
      subject: 'Lampadaire éteint rue de la Fontaine',
      message: written,
      sender: {
        kind: 'individual',
        familyName: 'Dubois',
        givenName: 'Angela',
        preferredName: null,
        postalAddress: {
          lines: ['3 rue de la Mairie'],
          postalCode: '28190',
          city: 'Le Favril',
          country: 'FR',
        },
        phone: null,
      },
    },
    documents: ['registration'],
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
    timeline: (
      [
        {
          id: '1',
          kind: 'received',
          at: '2026-11-16T21:04:10+01:00',
          by: resident,
          message: written,
        },
        {
          id: '2',
          kind: 'message',
          at: '2026-11-17T10:12:00+01:00',
          by: marie,
          message: 'Bonjour Madame, pouvez-vous nous donner le numéro inscrit sur le lampadaire ?',
        },
        { id: '3', kind: 'message', at: '2026-11-17T18:40:00+01:00', by: resident, message: 'C’est le 214.' },
        {
          id: '4',
          kind: 'answered',
          at: '2026-11-20T11:30:00+01:00',
          by: marie,
          message:
            'Bonjour Madame,\n\nL’entreprise passera le mardi 24 novembre. La lampe sera remplacée le jour même.\n\nBien à vous.',
        },
      ] as const
    ).map(told),
  };
}
