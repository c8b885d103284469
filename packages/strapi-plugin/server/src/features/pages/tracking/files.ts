/** Fetching a file of an opened request, or a document that it gives to keep: posted, as no address may hold the bearer. The page stays as it is. */
import type { Reply } from '../../../edge/route.js';
import { getService } from '../../../strapi/services.js';
import { filesWords } from '../files.js';
import { bearerOf } from './bearer.js';
import { type Call, closedDoor, known, opened, viewOf } from './replies.js';

export async function fetchFile(call: Call): Promise<Reply> {
  const { strapi, tenant, network, now } = call;
  const { token: bearer, download, document: kind, message } = call.input;
  const { language } = viewOf(call);
  const tracking = getService(strapi, 'tracking');
  const held = bearerOf(call);
  try {
    await getService(strapi, 'rates').spend('track', network);
    if (kind) return await tracking.document({ tenant, bearer, now, kind, language });
    const request = await tracking.request({ tenant, bearer, now });
    return await getService(strapi, 'attachments').download(request, download);
  } catch (error) {
    const problem = known(error);
    const isThere = !['attachment-waiting', 'attachment-not-found', 'not-found'].includes(problem.code);
    if (isThere) return closedDoor(call, problem);
    // How each file stands is said beside it.
    const news = { text: filesWords[language].notDownloaded, isBad: true };
    return opened(call, problem.status, { request: await held.read(), token: held.token(), message, news });
  }
}
