/**
 * Files in the inbox. An agent's is sent as the body itself, `application/octet-stream`: Strapi's own parser would write
 * the parts of a form into the machine's temporary folder, in clear, before anybody was asked who calls.
 */
import { FILE_NAME } from '@guichet/contracts/attachment-types';
import { adminPaths } from '@guichet/contracts/admin/paths';
import { type AdminProblemCode, adminProblemStatus } from '@guichet/contracts/admin/problem';
import { discard } from '../../edge/body.js';
import { ProblemError } from '../../edge/problem-error.js';
import { endingAbruptly } from '../../edge/router.js';
import { type AdminCall, adminHandler, AdminRefusal } from '../../strapi/admin-input.js';
import { LARGEST_FILE } from '../../strapi/config.js';
import { gated } from '../../strapi/gated.js';
import { getService } from '../../strapi/services.js';
import { downloadHeaders } from './download.js';

const isAdminCode = (code: string): code is AdminProblemCode => code in adminProblemStatus;

/** What the service refuses, as the panel reads it. */
async function refusing<T>(work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => {
    if (!(error instanceof ProblemError)) throw error;
    const code = error.code === 'attachment-not-found' ? 'not-found' : error.code;
    throw isAdminCode(code) ? new AdminRefusal(code) : error;
  });
}

/** The header is ASCII: a name of other letters is percent-encoded. */
function nameIn(header: string): string {
  try {
    return decodeURIComponent(header);
  } catch {
    throw new AdminRefusal('validation-failed', [{ path: FILE_NAME, code: 'invalid' }]);
  }
}

async function upload({ strapi, user, id, ctx }: AdminCall<undefined>): Promise<unknown> {
  const request = await getService(strapi, 'inbox').request(user, id);
  const announced = Number(ctx.get('Content-Length') || Infinity);
  if (!ctx.is('application/octet-stream') || announced > LARGEST_FILE)
    throw new AdminRefusal(announced > LARGEST_FILE ? 'file-too-large' : 'validation-failed');
  const attachments = getService(strapi, 'attachments');
  try {
    const taken = await refusing(
      attachments.take(
        {
          administrationId: request.administrationId,
          requestId: request.id,
          agentId: user.id,
          name: nameIn(ctx.get(FILE_NAME)),
          announced,
          network: `agent:${user.id}`,
          idempotencyKey: null,
          now: new Date(),
        },
        ctx.req.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>,
      ),
    );
    ctx.status = 201;
    return await refusing(taken.settle());
  } catch (error) {
    await discard(ctx.req, LARGEST_FILE);
    throw error;
  }
}

async function download({ strapi, user, id, ctx }: AdminCall<undefined>): Promise<unknown> {
  const request = await getService(strapi, 'inbox').request(user, id);
  const { params } = ctx as unknown as { params: { attachmentId: string } };
  const found = await refusing(getService(strapi, 'attachments').open(request, params.attachmentId));
  ctx.set(downloadHeaders(found));
  return endingAbruptly(found.bytes, ctx);
}

export const adminRoutes = [
  gated('inbox.answer', {
    method: 'POST',
    path: adminPaths.inboxAttachments,
    handler: adminHandler(null, upload),
  }),
  gated('inbox.read', {
    method: 'GET',
    path: adminPaths.inboxAttachment,
    handler: adminHandler(null, download),
  }),
];
