import { OPERATOR_EVENTS_PATH, operatorEvent } from '@guichet/contracts/operator-event';
import { routes } from '@guichet/contracts/routes';
import { newMailedLink, newStart, newSubmission } from '@guichet/contracts/teleprocedure';
import * as z from 'zod';
import { readJson } from '../../edge/body.js';
import { parse } from '../../edge/parse.js';
import { ProblemError } from '../../edge/problem-error.js';
import { route } from '../../edge/route.js';
import { getService } from '../../strapi/services.js';
import { isSigned } from '../../vault/webhook-signature.js';

/** What was typed already and an address fit in the widest characters. */
const SMALL = 16 * 1024;
/** What is told of one request is a few lines. */
const EVENT = 16 * 1024;

export const publicRoutes = [
  route({
    method: 'POST',
    path: routes.teleprocedureStarts,
    access: 'origins',
    limit: SMALL,
    schema: newStart,
    rate: 'send',
    administrationRate: 'sendToAdministration',
    creates: true,
    handle: async ({ strapi, tenant, params, input, idempotencyKey, header, now }) => ({
      status: 201,
      body: await getService(strapi, 'operated').begin({
        tenant,
        slug: params['id'] ?? '',
        body: input,
        key: idempotencyKey,
        host: header('origin'),
        now,
      }),
    }),
  }),
  route({
    method: 'POST',
    path: routes.teleprocedureSubmissions,
    access: 'origins',
    limit: SMALL,
    schema: newSubmission,
    rate: 'track',
    handle: async ({ strapi, tenant, params, input, now }) => ({
      status: 200,
      body: await getService(strapi, 'operated').submission({
        tenant,
        slug: params['id'] ?? '',
        body: input,
        now,
      }),
    }),
  }),
  route({
    method: 'POST',
    path: routes.teleprocedureLinks,
    access: 'origins',
    limit: SMALL,
    schema: newMailedLink,
    rate: 'track',
    handle: async ({ strapi, tenant, params, input, network, now }) => {
      const slug = params['id'] ?? '';
      await getService(strapi, 'operated').mailLink({ tenant, slug, network, body: input, now });
      return { status: 200, body: { asked: true } };
    },
  }),
  route({
    method: 'POST',
    path: OPERATOR_EVENTS_PATH,
    access: 'servers',
    limit: EVENT,
    body: 'signed',
    schema: z.instanceof(Uint8Array),
    // Of one operator, who tells of all its communes.
    rate: 'read',
    async handle({ strapi, params, header, input, now }) {
      const operatorId = params['id'] ?? '';
      const known = await getService(strapi, 'teleprocedures').operatorSecrets(operatorId);
      const message = {
        id: header('webhook-id'),
        timestamp: header('webhook-timestamp'),
        signature: header('webhook-signature'),
      };
      // Before anything of it is read. Who is no operator is told the same.
      if (!isSigned(known?.secrets ?? [], message, input, now)) throw new ProblemError('token-invalid');
      const event = parse(operatorEvent, readJson(input));
      await getService(strapi, 'operated').tell({ operatorId, id: message.id, event, now });
      return { status: 204 };
    },
  }),
];
