import type { Attachment } from '@guichet/contracts/attachment';
import type { Administration, Language } from '@guichet/contracts/administration';
import type { CorrectionBody } from '@guichet/contracts/correction';
import type { Directory } from '@guichet/contracts/directory';
import type { GuideAudience, GuideIndex, ShownGuide } from '@guichet/contracts/guide';
import type { NewRequestBody, RequestCreated } from '@guichet/contracts/request';
import type {
  NewMailedLink,
  NewStart,
  NewSubmission,
  Started,
  Submission,
  Teleprocedure,
} from '@guichet/contracts/teleprocedure';
import type {
  AskLink,
  DocumentKind,
  LinkAsked,
  NewMessageBody,
  OpenTracking,
  TrackedRequest,
  TrackingOpened,
  TrackingToken,
} from '@guichet/contracts/tracking';

export interface CallOptions {
  /** Ends the call, waiting between two attempts included. */
  signal?: AbortSignal | undefined;
}

export interface GuideOptions extends CallOptions {
  /** Whose, where two parts of the source have a guide of the same id; individuals’ where absent or null. */
  audience?: GuideAudience | null | undefined;
}

export interface CreateOptions extends CallOptions {
  /** A UUID, new for each intention of the sender, the same each time that intention is tried again. */
  idempotencyKey: string;
}

/** What every widget asks. Every method of these rejects with an `ApiError`, or with the signal's reason if aborted. */
export interface Reading {
  readAdministration(options?: CallOptions): Promise<Administration>;
  /** Fetches ahead what the calls will need (code, not data). A failure shows at the call itself. */
  prepare?(): void;
}

/** What the directory of services asks. */
export interface DirectoryReading {
  readDirectory(options?: CallOptions): Promise<Directory>;
  /** The State's guides that can be looked for. */
  readGuides(options?: CallOptions): Promise<GuideIndex>;
  /** @param id of a guide. Rejects with `guide-not-found` where there is none of that id */
  readGuide(id: string, options?: GuideOptions): Promise<ShownGuide>;
}

/** What a page asks of téléprocédures, each named by its slug. */
export interface TeleprocedureCalls {
  /** Rejects with `teleprocedure-not-found` where none of that name is offered there. */
  readTeleprocedure(slug: string, options?: CallOptions): Promise<Teleprocedure>;
  /**
   * Begins it. The key matters where the operator makes the file at once: made again, there is one.
   * Rejects with `teleprocedure-closed` where it was withdrawn or switched off meanwhile.
   */
  begin(slug: string, body: NewStart, options: CreateOptions): Promise<Started>;
  /** What became of a beginning: asked again, it answers the same. */
  submission(slug: string, body: NewSubmission, options?: CallOptions): Promise<Submission>;
  /** Has its reference, and a link to follow it, mailed to an address. Rejects with `request-not-found` while nothing is known of it. */
  mailLink(slug: string, body: NewMailedLink, options?: CallOptions): Promise<LinkAsked>;
}

export interface RequestCalls {
  /** A signed, short text that says when a form was begun. */
  formToken(options?: CallOptions): Promise<string>;
  sendRequest(body: NewRequestBody, options: CreateOptions): Promise<RequestCreated>;
}

export interface TrackingCalls {
  openTracking(body: OpenTracking, options?: CallOptions): Promise<TrackingOpened>;
  /**
   * Asks for a link to the request, mailed to the address that wrote it.
   * @returns the same whether there is such a request or not: nobody learns from it who wrote
   */
  askLink(body: AskLink, options?: CallOptions): Promise<LinkAsked>;
  /** @param token the bearer that `openTracking` or `renewToken` gave */
  readTracked(token: string, options?: CallOptions): Promise<TrackedRequest>;
  /** @returns the request with the message in its timeline */
  sendMessage(token: string, body: NewMessageBody, options: CreateOptions): Promise<TrackedRequest>;
  /**
   * Corrects what was sent (CRPA L123-1).
   * @returns the request as it is to be read from now on
   */
  correct(token: string, body: CorrectionBody, options: CreateOptions): Promise<TrackedRequest>;
  /** @returns the request, closed */
  withdraw(token: string, options: CreateOptions): Promise<TrackedRequest>;
  /**
   * Asks for the reasons of a tacit refusal (CRPA L232-4), or for the attestation of a tacit acceptance (L232-3).
   * @returns the request, with what was asked in its timeline
   */
  ask(token: string, what: 'reasons' | 'attestation', options: CreateOptions): Promise<TrackedRequest>;
  renewToken(token: string, options?: CallOptions): Promise<TrackingToken>;
}

export interface UploadOptions extends CreateOptions {
  /** The bearer, where the file is for a request that is followed. */
  token?: string | undefined;
  /** Slug of the procedure that it is for, whose limits are checked at once. */
  procedure?: string | undefined;
  /** Told how much of it has left, from 0 to 1. */
  onProgress?: (part: number) => void;
}

/** Files that leave, in a browser: `files.ts`, which a page loads with the first one. */
export interface Uploads {
  /**
   * Sends one, once: who waits for a connection better than a call does tries it again, under the same key. Ends where
   * nothing moves for a minute.
   *
   * @returns what a request or a message then names by its `id`
   */
  upload(file: File, options: UploadOptions): Promise<Attachment>;
}

/** Files that come, in a browser: `downloads.ts`, likewise. */
export interface Downloads {
  /** @param token the bearer that `openTracking` or `renewToken` gave */
  download(token: string, id: string, options?: CallOptions): Promise<Blob>;
  /** What the request gives to keep, as a PDF. @param token the same */
  document(token: string, kind: DocumentKind, options: CallOptions & { language: Language }): Promise<Blob>;
}

export interface FileCalls extends Uploads, Downloads {}

/** A client that brings its own way to carry files. */
export interface CarriesFiles {
  readonly files?: FileCalls;
}

/** All that can be asked of a hosting, for one administration. */
export interface GuichetClient extends Reading, RequestCalls, TrackingCalls {}

export interface ClientOptions {
  /** The hosting's origin: `https://hebergement.example`, without a closing slash. */
  baseUrl: string;
  /** The administration's INSEE code or SIREN. */
  administration: string;
  /**
   * Outside a browser only: the origin that POSTs and reads with a bearer are made for, one of those that the
   * administration lists. A browser sets its page's own and ignores this.
   */
  origin?: string;
}
