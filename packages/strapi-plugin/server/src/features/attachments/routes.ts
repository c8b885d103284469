import { attachmentQuery } from '@guichet/contracts/attachment';
import { FILE_FIELD } from '@guichet/contracts/attachment-types';
import { type FileLimits, fileLimits } from '@guichet/contracts/file-limits';
import { routes } from '@guichet/contracts/routes';
import { parse } from '../../edge/parse.js';
import { ProblemError } from '../../edge/problem-error.js';
import { type EdgeCall, type Reply, route } from '../../edge/route.js';
import { noQuery } from '../../edge/schemas.js';
import { LARGEST_FILE } from '../../strapi/config.js';
import { getService } from '../../strapi/services.js';

export { adminRoutes } from './admin-routes.js';

/** The largest file that a hosting may allow, and what a form puts around it. */
const LIMIT = LARGEST_FILE + 64 * 1024;

async function takeOne(
  call: EdgeCall<object>,
  requestId: string | null,
  limits?: FileLimits,
): Promise<Reply> {
  const { attachments, refused } = await getService(call.strapi, 'attachments').receiveForm(call, {
    field: FILE_FIELD,
    files: 1,
    requestId,
    limits,
  });
  if (refused[0]) throw refused[0].problem;
  const [body] = attachments;
  if (!body)
    throw new ProblemError('validation-failed', { errors: [{ path: FILE_FIELD, code: 'required' }] });
  return { status: 201, body };
}

/** @throws ProblemError `validation-failed` where nothing of that name can be started */
function limitsOf({ tenant, query }: EdgeCall<object>): FileLimits {
  const { procedure } = parse(attachmentQuery, query);
  if (procedure !== undefined && !tenant.procedures.some(({ slug }) => slug === procedure))
    throw new ProblemError('validation-failed', { errors: [{ path: 'procedure', code: 'invalid' }] });
  return fileLimits(tenant.administration, procedure);
}

export const publicRoutes = [
  route({
    method: 'POST',
    path: routes.attachments,
    access: 'origins',
    limit: LIMIT,
    // No field beside the file.
    schema: noQuery,
    body: 'multipart',
    rate: 'upload',
    administrationRate: 'uploadToAdministration',
    creates: true,
    handle: (call) => takeOne(call, null, limitsOf(call)),
  }),
  route({
    method: 'POST',
    path: routes.trackingAttachments,
    access: 'origins',
    limit: LIMIT,
    schema: noQuery,
    body: 'multipart',
    rate: 'upload',
    administrationRate: 'uploadToAdministration',
    creates: true,
    handle: async (call) => takeOne(call, (await getService(call.strapi, 'tracking').request(call)).id),
  }),
  route({
    method: 'GET',
    path: routes.trackingAttachment,
    access: 'origins',
    limit: 0,
    schema: noQuery,
    rate: 'track',
    handle: async (call) => {
      const request = await getService(call.strapi, 'tracking').request(call);
      return getService(call.strapi, 'attachments').download(request, call.params['id'] ?? '');
    },
  }),
];
