import type { Administration } from '@guichet/contracts/administration';
import type { NewRequestBody, RequestCreated } from '@guichet/contracts/request';
import type {
  AskLink,
  LinkAsked,
  OpenTracking,
  TrackedRequest,
  TrackingOpened,
  TrackingToken,
} from '@guichet/contracts/tracking';

export interface CallOptions {
  /** Ends the call, waiting between two attempts included. */
  signal?: AbortSignal | undefined;
}

export interface CreateOptions extends CallOptions {
  /** A UUID, new for each intention of the sender, the same each time that intention is tried again. */
  idempotencyKey: string;
}

/**
 * What a widget can ask of a hosting, for one administration. Every method rejects with an `ApiError`, or with the
 * signal's reason where the caller aborted.
 */
export interface GuichetClient {
  readAdministration(options?: CallOptions): Promise<Administration>;
  /** A signed, short text that says when a form was begun. */
  formToken(options?: CallOptions): Promise<string>;
  sendRequest(body: NewRequestBody, options: CreateOptions): Promise<RequestCreated>;
  openTracking(body: OpenTracking, options?: CallOptions): Promise<TrackingOpened>;
  /**
   * Asks for a link to the request, mailed to the address that wrote it.
   * @returns the same whether there is such a request or not: nobody learns from it who wrote
   */
  askLink(body: AskLink, options?: CallOptions): Promise<LinkAsked>;
  /** @param token the bearer that `openTracking` or `renewToken` gave */
  readTracked(token: string, options?: CallOptions): Promise<TrackedRequest>;
  /** @returns the request with the message in its timeline */
  sendMessage(token: string, message: string, options: CreateOptions): Promise<TrackedRequest>;
  /** @returns the request, closed */
  withdraw(token: string, options: CreateOptions): Promise<TrackedRequest>;
  renewToken(token: string, options?: CallOptions): Promise<TrackingToken>;
  /** Fetches ahead what the calls will need (code, not data). A failure shows at the call itself. */
  prepare?(): void;
}

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
