import { hostingRoutes } from '@guichet/contracts/routes';
import { createHash } from 'node:crypto';
import * as z from 'zod';
import { ProblemError } from '../../edge/problem-error.js';
import { route } from '../../edge/route.js';
import { getService } from '../../strapi/services.js';
import { isSame } from '../../vault/secrets.js';

/** A notification is short, and often has the whole mail behind it, of which the beginning is enough. */
const LIMIT = 256 * 1024;

const sha256 = (text: string) => createHash('sha256').update(text).digest();

export const publicRoutes = [
  route({
    method: 'POST',
    path: hostingRoutes.mailBounces,
    access: 'servers',
    limit: LIMIT,
    body: 'mail',
    schema: z.instanceof(Uint8Array),
    rate: 'read',
    async handle({ strapi, bearer, input }) {
      const { bounceSecret } = getService(strapi, 'settings');
      // Nobody is expected: nobody is let in.
      if (bounceSecret === null) throw new ProblemError('not-found');
      // Of one length, so that the time taken says nothing of the secret.
      if (!isSame(sha256(bearer), sha256(bounceSecret))) throw new ProblemError('token-invalid');
      await getService(strapi, 'bounces').receive(input);
      return { status: 202 };
    },
  }),
];
