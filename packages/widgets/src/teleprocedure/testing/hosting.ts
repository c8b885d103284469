import { ApiError } from '@guichet/client/api-error';
import type { CreateOptions } from '@guichet/client/port';
import type { Administration } from '@guichet/contracts/administration';
import type {
  NewMailedLink,
  NewStart,
  NewSubmission,
  Started,
  Submission,
  Teleprocedure,
} from '@guichet/contracts/teleprocedure';
import type { LinkAsked } from '@guichet/contracts/tracking';
import { leFavril } from '../../shared/testing/administration.js';
import type { TeleprocedureClient } from '../view.js';
import { creche, started, submitted } from './creche.js';

type Call = 'readAdministration' | 'readTeleprocedure' | 'begin' | 'submission' | 'mailLink';

/** A hosting in memory that answers like a real one, or fails as it is told, and remembers what it was asked. */
export class OperatedHosting implements TeleprocedureClient {
  readonly starts: { slug: string; body: NewStart; key: string }[] = [];
  readonly submissions: { slug: string; body: NewSubmission }[] = [];
  readonly links: { slug: string; body: NewMailedLink }[] = [];
  readonly failures = new Map<Call, ApiError>();
  /** Calls that never end. */
  readonly silent = new Set<Call>();
  /** By its slug. */
  readonly teleprocedures: Map<string, Teleprocedure>;
  readonly administration: Administration = leFavril;
  started: Started = started;
  submitted: Submission = submitted;
  /** The beginnings that it made. */
  readonly known = new Map([[started.start, creche.slug]]);

  constructor(...teleprocedures: Teleprocedure[]) {
    this.teleprocedures = new Map(
      (teleprocedures.length ? teleprocedures : [creche]).map((each) => [each.slug, each]),
    );
  }

  async #answer<T>(call: Call, value: () => T): Promise<T> {
    await Promise.resolve();
    if (this.silent.has(call)) await new Promise(() => {});
    const failure = this.failures.get(call);
    if (failure) throw failure;
    return value();
  }

  readAdministration(): Promise<Administration> {
    return this.#answer('readAdministration', () => this.administration);
  }

  readTeleprocedure(slug: string): Promise<Teleprocedure> {
    return this.#answer('readTeleprocedure', () => {
      const told = this.teleprocedures.get(slug);
      if (!told) throw new ApiError('teleprocedure-not-found');
      return told;
    });
  }

  begin(slug: string, body: NewStart, { idempotencyKey }: CreateOptions): Promise<Started> {
    this.starts.push({ slug, body, key: idempotencyKey });
    return this.#answer('begin', () => this.started);
  }

  submission(slug: string, body: NewSubmission): Promise<Submission> {
    this.submissions.push({ slug, body });
    return this.#answer('submission', () => {
      if (this.known.get(body.start) !== slug) throw new ApiError('token-invalid');
      return this.submitted;
    });
  }

  mailLink(slug: string, body: NewMailedLink): Promise<LinkAsked> {
    this.links.push({ slug, body });
    return this.#answer('mailLink', () => ({ asked: true }));
  }
}
