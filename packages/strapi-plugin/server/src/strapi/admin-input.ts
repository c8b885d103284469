/** What admin routes take in and refuse, in the envelope that Strapi's panel reads. */
import {
  adminFieldCodes,
  type AdminFieldCode,
  type AdminFieldError,
  type AdminProblemCode,
  adminProblemStatus,
} from '@guichet/contracts/admin/problem';
import type { Core } from '@strapi/types';
import type { Context } from 'koa';
import type * as z from 'zod';

/** Anything an admin route refuses. Never carries what was sent. */
export class AdminRefusal extends Error {
  readonly code: AdminProblemCode;
  readonly errors: readonly AdminFieldError[];

  constructor(code: AdminProblemCode, errors: readonly AdminFieldError[] = []) {
    super(code);
    this.name = 'AdminRefusal';
    this.code = code;
    this.errors = errors;
  }
}

/** The admin user who calls, as Strapi's policy has put it in the state. */
export interface AdminUser {
  id: number;
  firstname: string | null;
  lastname: string | null;
}

/** One call of an admin route whose input was parsed. */
export interface AdminCall<B> {
  strapi: Core.Strapi;
  user: AdminUser;
  /** `:id` of the path, empty where there is none. */
  id: string;
  body: B;
  /** @param permission without prefix: `administrations.manage` */
  can: (permission: string) => boolean;
  /** For the bytes of a file, in or out: they are no input to parse, nor JSON. */
  ctx: Context;
}

const isFieldCode = (text: string): text is AdminFieldCode =>
  (adminFieldCodes as readonly string[]).includes(text);

function codeOf(issue: z.core.$ZodIssue): AdminFieldCode {
  if (isFieldCode(issue.message)) return issue.message;
  if (issue.code === 'unrecognized_keys') return 'not-allowed';
  if (issue.code === 'too_big') return 'too-long';
  if (issue.code === 'too_small') return 'required';
  if (issue.code === 'invalid_type' && issue.input === undefined) return 'required';
  return 'invalid';
}

function errorOf(issue: z.core.$ZodIssue): AdminFieldError {
  const error = { path: issue.path.join('.'), code: codeOf(issue) };
  if (error.code !== 'too-long' || issue.code !== 'too_big' || typeof issue.input !== 'string') return error;
  return { ...error, length: { most: Number(issue.maximum), is: issue.input.length } };
}

/** @throws AdminRefusal `validation-failed` */
function parseAdmin<T>(schema: z.ZodType<T>, input: unknown): T {
  const result = schema.safeParse(input, { reportInput: true });
  if (result.success) return result.data;
  throw new AdminRefusal('validation-failed', result.error.issues.map(errorOf));
}

/**
 * A handler that takes nothing but what it has parsed: no query parameter, and a body of `schema` or none.
 *
 * @param handle what it answers is the reply's body
 */
export function adminHandler<B>(
  schema: z.ZodType<B> | null,
  handle: (call: AdminCall<B>) => Promise<unknown>,
): (ctx: Context) => Promise<void> {
  return async (ctx) => {
    try {
      if (Object.keys(ctx.query).length) throw new AdminRefusal('validation-failed');
      const { body: input = {} } = ctx.request as { body?: unknown };
      if (!schema && typeof input === 'object' && Object.keys(input ?? {}).length) {
        throw new AdminRefusal('validation-failed');
      }
      const { user, userAbility } = ctx.state as {
        user: AdminUser;
        userAbility: { can(action: string): boolean };
      };
      const { id = '' } = (ctx as { params?: { id?: string } }).params ?? {};
      const body = schema ? parseAdmin(schema, input) : (undefined as B);
      const can = (permission: string) => userAbility.can(`plugin::guichet.${permission}`);
      // Agents' pages hold what residents wrote: no cache may keep it.
      ctx.set('Cache-Control', 'no-store');
      ctx.body = await handle({ strapi: globalThis.strapi, user, id, body, can, ctx });
    } catch (error) {
      if (!(error instanceof AdminRefusal)) throw error;
      // Answered here, not thrown: Strapi would log each of them as an error, with its stack.
      const { code, errors } = error;
      const status = adminProblemStatus[code];
      ctx.status = status;
      ctx.body = {
        data: null,
        error: {
          status,
          name: error.name,
          message: code,
          details: { code, ...(errors.length && { errors }) },
        },
      };
    }
  };
}
