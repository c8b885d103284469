/** Fetching a file of an opened request: posted, as no address may hold the bearer. The page stays as it is. */
import type { Reply } from '../../../edge/route.js';
import { getService } from '../../../strapi/services.js';
import { filesWords } from '../files.js';
import { bearerOf } from './bearer.js';
import { type Call, closedDoor, known, opened, viewOf } from './replies.js';

export async function fetchFile(call: Call): Promise<Reply> {
  const { strapi, tenant, network, now } = call;
  const { token: bearer, download, message } = call.input;
  const held = bearerOf(call);
  try {
    await getService(strapi, 'rates').spend('track', network);
    const request = await getService(strapi, 'tracking').request({ tenant, bearer, now });
    return await getService(strapi, 'attachments').download(request, download);
  } catch (error) {
    const problem = known(error);
    if (problem.code !== 'attachment-waiting' && problem.code !== 'attachment-not-found')
      return closedDoor(call, problem);
    // How each file stands is said beside it.
    const news = { text: filesWords[viewOf(call).language].notDownloaded, isBad: true };
    return opened(call, problem.status, { request: await held.read(), token: held.token(), message, news });
  }
}
