/** One public route, as data: what bounds it stands beside what it does, and tests enumerate it. */
import type { Core } from '@strapi/types';
import type { ParsedUrlQuery } from 'node:querystring';
import type { Readable } from 'node:stream';
import type * as z from 'zod';
import type { Tenant } from '../domain/tenant.js';
import type { RateName } from '../strapi/config.js';
import type { IncomingFile, MultipartLimits } from './multipart.js';
import type { ProblemError } from './problem-error.js';

/**
 * A body of JSON (`application/json`), of a form without JavaScript (`application/x-www-form-urlencoded`), one with
 * files (`multipart/form-data`), which the handler takes in by {@link EdgeCall.receive}, or either of both, as the forms
 * of one page send them; a mail (`message/rfc822`), or JSON that is signed, whose bytes are the input.
 */
export type BodyKind = 'json' | 'form' | 'multipart' | 'form-or-multipart' | 'mail' | 'signed';

/**
 * Who may call: `anyone` may read (`Access-Control-Allow-Origin: *`); `origins`: pages of the administration's allowed
 * exact origins, the hosting's own included; `own`: pages of this hosting alone; `servers`: no page, but programs that
 * prove who they are.
 */
export type Access = 'anyone' | 'origins' | 'own' | 'servers';

/** What the edge has already checked when a handler runs. */
export interface EdgeCall<Input = unknown> {
  strapi: Core.Strapi;
  /** The administration in the path; routes without one get none and must not ask. */
  tenant: Tenant;
  /** Parsed by the route's schema: the body of a POST, the query of a GET. Nothing where files may come: `receive`. */
  input: Input;
  /**
   * Reads a body that may have files: each as it comes, then the other fields, parsed by the route's schema.
   *
   * @throws ProblemError as `readMultipart`
   */
  receive: (limits: MultipartLimits, take: (file: IncomingFile) => Promise<void>) => Promise<Input>;
  /** Bytes that the body is announced to have; Infinity where nothing is. */
  announced: number;
  /** The address's query, as it came. */
  query: Readonly<ParsedUrlQuery>;
  /** The path's parameters, decoded. */
  params: Readonly<Record<string, string>>;
  /** Header by lower-case name. */
  header: (name: string) => string;
  /** The bearer of `Authorization`, empty where there is none. */
  bearer: string;
  /** The `Idempotency-Key`, in small letters; empty unless the route asks for one. */
  idempotencyKey: string;
  /** Stands for the caller's network in rate limits; no address can be read from it. */
  network: string;
  now: Date;
}

/** What is known of a call that was refused. */
export interface RefusedCall extends Pick<EdgeCall, 'strapi' | 'query' | 'header'> {
  /** Null where it was refused before, or because, its administration was looked for. */
  tenant: Tenant | null;
  path: string;
}

export interface Reply {
  status: number;
  /** An object leaves as JSON; a string, bytes and what is read from need a `Content-Type` header. */
  body?: object | string | Buffer | Readable;
  headers?: Readonly<Record<string, string>>;
}

export interface PublicRoute<Input = never> {
  method: 'GET' | 'POST';
  /** A path of @koa/router, from `contracts/routes`. */
  path: string;
  access: Access;
  /** Longest body, in bytes; 0 where none is read. */
  limit: number;
  /** Of the body of a POST, of the query of a GET. Strict. */
  schema: z.ZodType<Input>;
  /** The budget of the caller's network. */
  rate: RateName;
  /** Another budget, shared by all that call for the same administration. */
  administrationRate?: RateName;
  /** `json` unless said otherwise. */
  body?: BodyKind;
  /** Asks for an `Idempotency-Key` header. */
  creates?: boolean;
  handle(call: EdgeCall<Input>): Promise<Reply> | Reply;
  /** How a refusal looks, where it is not `application/problem+json`: pages say it in words. */
  refuse?(problem: ProblemError, refused: RefusedCall): Promise<Reply> | Reply;
}

/**
 * Declares a route with its handler's input typed by its schema.
 *
 * @example route({ method: 'GET', path: routes.health, access: 'anyone', limit: 0, schema: noQuery, rate: 'read', handle })
 */
export function route<Input>(declaration: PublicRoute<Input>): PublicRoute {
  // The edge only ever hands a handler what its own schema gave back.
  return declaration as unknown as PublicRoute;
}

/** @returns whether the path names an administration. */
export function hasTenant({ path }: Pick<PublicRoute, 'path'>): boolean {
  return path.includes('/:code');
}

/** @returns whether its body may have files. */
export function mayHaveFiles({ body }: Pick<PublicRoute, 'body'>): boolean {
  return body === 'multipart' || body === 'form-or-multipart';
}
