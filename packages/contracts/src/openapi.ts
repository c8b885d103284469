/** The OpenAPI 3.1 description of the public API, generated from the schemas. Served at `routes.openapi`. */
import * as z from 'zod';
import { administration } from './administration.js';
import { attachment, attachmentQuery } from './attachment.js';
import { FILE_FIELD } from './attachment-types.js';
import { newCorrection } from './correction.js';
import { directory } from './directory.js';
import { health } from './health.js';
import { guideIndex, guidesQuery, shownGuide } from './guide-schema.js';
import { fieldErrorCodes, problemStatus, type ProblemCode } from './problem.js';
import { procedure } from './procedure.js';
import { OPERATOR_EVENTS_PATH, operatorEvent } from './operator-event.js';
import { newRequest, requestCreated } from './request.js';
import { IDEMPOTENCY_KEY, receiptRoutes, routes } from './routes.js';
import {
  newMailedLink,
  newStart,
  newSubmission,
  started,
  submission,
  teleprocedure,
} from './teleprocedure.js';
import { formToken } from './token.js';
import {
  askLink,
  documentQuery,
  linkAsked,
  newMessage,
  newWithdrawal,
  openTracking,
  trackedRequest,
  trackingOpened,
  trackingToken,
} from './tracking.js';
import { jwks, newReceiptDocument, newVerification, receiptVerification } from './verification.js';

const paths = { ...routes, ...receiptRoutes, operatorEvents: OPERATOR_EVENTS_PATH };

interface Operation {
  route: keyof typeof paths;
  method: 'get' | 'post';
  summary: string;
  /** Of JSON, or a form whose one field is a file. */
  body?: z.ZodType | 'file';
  /** Every member optional. */
  query?: z.ZodObject;
  status: 200 | 201 | 204;
  /** Of JSON, or the media type of a file; null where nothing is. */
  reply: z.ZodType | 'application/pdf' | 'application/octet-stream' | null;
  bearer?: boolean;
  creates?: boolean;
  /** Signed as Standard Webhooks says. */
  signed?: boolean;
  problems: ProblemCode[];
}

export const pathOfOperation = ({ route }: Pick<Operation, 'route'>): string => paths[route];

const sent: ProblemCode[] = [
  'malformed-request',
  'validation-failed',
  'origin-not-allowed',
  'payload-too-large',
  'unsupported-media-type',
  'rate-limited',
  'unavailable',
];

const sentFile: ProblemCode[] = [
  ...sent,
  'idempotency-key-missing',
  'idempotency-key-reused',
  'file-empty',
  'file-damaged',
  'file-too-large',
  'file-type-not-accepted',
  'file-infected',
  'image-too-large',
];

/** Every operation under `/api/guichet/`, `openapi.json` apart. The router's tests hold it to be complete. */
export const operations: Operation[] = [
  {
    route: 'health',
    method: 'get',
    summary: 'Is the hosting able to receive requests',
    status: 200,
    reply: health,
    problems: [],
  },
  {
    route: 'administration',
    method: 'get',
    summary: 'What the widgets need to know',
    status: 200,
    reply: administration,
    problems: ['administration-not-found'],
  },
  {
    route: 'procedure',
    method: 'get',
    summary: 'One procedure: what it asks for, what silence means, what is given at once',
    status: 200,
    reply: procedure,
    problems: ['administration-not-found', 'procedure-not-found'],
  },
  {
    route: 'guides',
    method: 'get',
    summary: 'The State’s guides that browsing begins with, and those that can be looked for by title',
    query: guidesQuery,
    status: 200,
    reply: guideIndex,
    problems: ['administration-not-found', 'validation-failed'],
  },
  {
    route: 'directory',
    method: 'get',
    summary: 'Who does what for its residents, and what they can start',
    status: 200,
    reply: directory,
    problems: ['administration-not-found'],
  },
  {
    route: 'guide',
    method: 'get',
    summary: 'One of the State’s guides, with where it comes from, as its licence asks',
    query: guidesQuery,
    status: 200,
    reply: shownGuide,
    problems: ['administration-not-found', 'guide-not-found', 'validation-failed'],
  },
  {
    route: 'formToken',
    method: 'get',
    summary: 'When a form was begun, signed',
    status: 200,
    reply: formToken,
    problems: ['administration-not-found'],
  },
  {
    route: 'attachments',
    method: 'post',
    summary: 'Send a file, to be named in a request within a day',
    query: attachmentQuery,
    body: 'file',
    status: 201,
    reply: attachment,
    creates: true,
    problems: [...sentFile, 'administration-not-found'],
  },
  {
    route: 'requests',
    method: 'post',
    summary: 'Send a request',
    body: newRequest,
    status: 201,
    reply: requestCreated,
    creates: true,
    problems: [
      ...sent,
      'administration-not-found',
      'idempotency-key-missing',
      'idempotency-key-reused',
      'request-in-progress',
    ],
  },
  {
    route: 'tracking',
    method: 'post',
    summary: 'Open a request by reference and code, or all that a mailed link opens',
    body: openTracking,
    status: 200,
    reply: trackingOpened,
    problems: [...sent, 'request-not-found'],
  },
  {
    route: 'trackingLinks',
    method: 'post',
    summary:
      'Ask for a fresh link, to all requests of an address or to one, mailed to that address; the same answer whether there is any or not',
    body: askLink,
    status: 200,
    reply: linkAsked,
    problems: sent,
  },
  {
    route: 'trackedRequest',
    method: 'get',
    summary: 'Read the opened request',
    status: 200,
    reply: trackedRequest,
    bearer: true,
    problems: ['origin-not-allowed', 'token-invalid', 'rate-limited'],
  },
  {
    route: 'trackingMessages',
    method: 'post',
    summary: 'Add a message to the opened request',
    body: newMessage,
    status: 201,
    reply: trackedRequest,
    bearer: true,
    creates: true,
    problems: [
      ...sent,
      'token-invalid',
      'request-closed',
      'idempotency-key-missing',
      'idempotency-key-reused',
    ],
  },
  {
    route: 'trackingAttachments',
    method: 'post',
    summary: 'Send a file, to be named in a message to the opened request within a day',
    body: 'file',
    status: 201,
    reply: attachment,
    bearer: true,
    creates: true,
    problems: [...sentFile, 'token-invalid'],
  },
  {
    route: 'trackingDocument',
    method: 'get',
    summary:
      'What the opened request gives to keep, as an accessible PDF: registration, acknowledgement, decision, attestation',
    query: documentQuery,
    status: 200,
    reply: 'application/pdf',
    bearer: true,
    problems: ['validation-failed', 'origin-not-allowed', 'token-invalid', 'not-found', 'rate-limited'],
  },
  {
    route: 'trackingAttachment',
    method: 'get',
    summary: 'A file of the opened request, to be saved',
    status: 200,
    reply: 'application/octet-stream',
    bearer: true,
    problems: [
      'origin-not-allowed',
      'token-invalid',
      'attachment-not-found',
      'attachment-waiting',
      'rate-limited',
    ],
  },
  {
    route: 'trackingCorrection',
    method: 'post',
    summary: 'Correct what was sent; the date of reception stays the same',
    body: newCorrection,
    status: 201,
    reply: trackedRequest,
    bearer: true,
    creates: true,
    problems: [
      ...sent,
      'token-invalid',
      'request-closed',
      'idempotency-key-missing',
      'idempotency-key-reused',
    ],
  },
  {
    route: 'trackingWithdrawal',
    method: 'post',
    summary: 'Withdraw the opened request',
    body: newWithdrawal,
    status: 201,
    reply: trackedRequest,
    bearer: true,
    creates: true,
    problems: [
      ...sent,
      'token-invalid',
      'request-closed',
      'idempotency-key-missing',
      'idempotency-key-reused',
    ],
  },
  {
    route: 'trackingToken',
    method: 'post',
    summary: 'Renew the bearer while it is in use',
    status: 200,
    reply: trackingToken,
    bearer: true,
    problems: ['origin-not-allowed', 'token-invalid', 'rate-limited'],
  },
  {
    route: 'receiptVerification',
    method: 'post',
    summary: 'Was this receipt issued here, and is it unaltered',
    body: newVerification,
    status: 200,
    reply: receiptVerification,
    problems: sent,
  },
  {
    route: 'teleprocedure',
    method: 'get',
    summary:
      'A téléprocédure that somebody else operates: what is told of it before it is begun, and the way in',
    status: 200,
    reply: teleprocedure,
    problems: ['administration-not-found', 'teleprocedure-not-found'],
  },
  {
    route: 'teleprocedureStarts',
    method: 'post',
    summary: 'Begin a téléprocédure: where the resident is led to, and by what it is known',
    body: newStart,
    status: 201,
    reply: started,
    creates: true,
    problems: [
      ...sent,
      'idempotency-key-missing',
      'administration-not-found',
      'teleprocedure-not-found',
      'teleprocedure-closed',
    ],
  },
  {
    route: 'teleprocedureSubmissions',
    method: 'post',
    summary: 'What became of a beginning: asked again, it answers the same',
    body: newSubmission,
    status: 200,
    reply: submission,
    problems: [...sent, 'administration-not-found', 'teleprocedure-not-found', 'token-invalid'],
  },
  {
    route: 'teleprocedureLinks',
    method: 'post',
    summary: 'Have the reference of what was sent, and a link to follow it, mailed to an address',
    body: newMailedLink,
    status: 200,
    reply: linkAsked,
    problems: [
      ...sent,
      'administration-not-found',
      'teleprocedure-not-found',
      'request-not-found',
      'token-invalid',
    ],
  },
  {
    route: 'operatorEvents',
    method: 'post',
    summary: 'What an operator tells of a request, signed with the secret that it shares with the hosting',
    body: operatorEvent,
    status: 204,
    reply: null,
    signed: true,
    problems: [...sent.filter((code) => code !== 'origin-not-allowed'), 'token-invalid', 'request-not-found'],
  },
  {
    route: 'receiptDocument',
    method: 'post',
    summary: 'A receipt as an accessible PDF, from any page: it tells what is in the JWS and keeps nothing',
    body: newReceiptDocument,
    status: 200,
    reply: 'application/pdf',
    problems: sent.filter((code) => code !== 'origin-not-allowed'),
  },
  {
    route: 'jwks',
    method: 'get',
    summary: 'The public keys that receipts are signed with (RFC 7517)',
    status: 200,
    reply: jwks,
    problems: [],
  },
];

const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.enum(Object.keys(problemStatus) as [ProblemCode, ...ProblemCode[]]),
  errors: z.array(z.object({ path: z.string(), code: z.enum(fieldErrorCodes) })).optional(),
});

/** zod's JSON Schema is draft 2020-12, which is OpenAPI 3.1's own dialect. */
function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): object {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}

/** OpenAPI 3.1: what a form's field holds is binary where nothing is said of it (4.8.14.4). */
function contentOf(body: z.ZodType | 'file'): object {
  if (body !== 'file') return { 'application/json': { schema: jsonSchema(body, 'input') } };
  const file = { type: 'object', required: [FILE_FIELD], properties: { [FILE_FIELD]: {} } };
  return { 'multipart/form-data': { schema: file } };
}

function replyOf(reply: z.ZodType | string): object {
  if (typeof reply === 'string') return { [reply]: {} };
  return { 'application/json': { schema: jsonSchema(reply, 'output') } };
}

/** A header of Standard Webhooks 1.0.0. */
const webhookHeader = (name: string, description: string): object => ({
  name,
  in: 'header',
  required: true,
  schema: { type: 'string' },
  description,
});

function describe(operation: Operation): object {
  const parameters: object[] = [];
  if (pathOfOperation(operation).includes(':code')) parameters.push({ $ref: '#/components/parameters/code' });
  if (pathOfOperation(operation).includes(':id')) parameters.push({ $ref: '#/components/parameters/id' });
  if (operation.creates) parameters.push({ $ref: '#/components/parameters/idempotencyKey' });
  if (operation.signed)
    for (const name of ['Id', 'Timestamp', 'Signature'])
      parameters.push({ $ref: `#/components/parameters/webhook${name}` });
  for (const [name, schema] of Object.entries(operation.query?.shape ?? {}))
    parameters.push({ name, in: 'query', schema: jsonSchema(schema as z.ZodType, 'input') });
  const problems = new Map<number, ProblemCode[]>();
  for (const code of operation.problems) {
    problems.set(problemStatus[code], [...(problems.get(problemStatus[code]) ?? []), code]);
  }
  return {
    operationId: operation.route,
    summary: operation.summary,
    ...(parameters.length && { parameters }),
    ...(operation.bearer && { security: [{ bearer: [] }] }),
    ...(operation.body && {
      requestBody: {
        required: true,
        content: contentOf(operation.body),
      },
    }),
    responses: {
      [operation.status]: {
        description: 'Done',
        ...(operation.reply !== null && { content: replyOf(operation.reply) }),
      },
      ...Object.fromEntries(
        [...problems].map(([status, codes]) => [
          status,
          {
            description: codes.join(', '),
            content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
          },
        ]),
      ),
    },
  };
}

/** @param version the exact version of the plugin that serves it */
export function openapi(version: string): object {
  const described: Record<string, Record<string, object>> = {};
  for (const operation of operations) {
    const path = pathOfOperation(operation).replace(':code', '{code}').replace(':id', '{id}');
    described[path] = { ...described[path], [operation.method]: describe(operation) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Guichet', version, license: { name: 'MIT', identifier: 'MIT' } },
    paths: described,
    components: {
      parameters: {
        code: {
          name: 'code',
          in: 'path',
          required: true,
          schema: { type: 'string' },
          description: 'INSEE code of a commune, or SIREN',
        },
        id: { name: 'id', in: 'path', required: true, schema: { type: 'string' } },
        idempotencyKey: {
          name: IDEMPOTENCY_KEY,
          in: 'header',
          required: true,
          schema: { type: 'string', format: 'uuid' },
        },
        webhookId: webhookHeader('webhook-id', 'Of the message: told again under it, it is the same'),
        webhookTimestamp: webhookHeader('webhook-timestamp', 'Seconds since the epoch, within five minutes'),
        webhookSignature: webhookHeader(
          'webhook-signature',
          'v1, and HMAC-SHA256 of id.timestamp.body in base64',
        ),
      },
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
      schemas: { Problem: jsonSchema(problem, 'output') },
    },
  };
}
