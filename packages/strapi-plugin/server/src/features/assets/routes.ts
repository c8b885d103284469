/** The widgets' files: `/guichet/v1/…` follows upgrades, `/guichet/0.1.0/…` never changes. */
import { ProblemError } from '../../edge/problem-error.js';
import { type EdgeCall, type Reply, route } from '../../edge/route.js';
import { anyQuery } from '../../edge/schemas.js';
import { getService } from '../../strapi/services.js';
import type { Asset } from './store.js';

const FOREVER = 'public, max-age=31536000, immutable';
/** The script tag's own file: an upgrade reaches every page within minutes. */
const SHORT = 'public, max-age=300, stale-while-revalidate=3600';
const CURRENT = 'v1';

function replyWith(asset: Asset, isPinned: boolean, header: EdgeCall['header']): Reply {
  const isCompressed = /\bbr\b/.test(header('accept-encoding'));
  const etag = `"${asset.etag}${isCompressed ? '-br' : ''}"`;
  const headers = {
    ETag: etag,
    'Cache-Control': isPinned || asset.isHashed ? FOREVER : SHORT,
    'Content-Type': asset.type,
    Vary: 'Accept-Encoding',
    ...(isCompressed && { 'Content-Encoding': 'br' }),
  };
  if (header('if-none-match').includes(etag)) return { status: 304, headers };
  return { status: 200, body: isCompressed ? asset.compressed : asset.bytes, headers };
}

export const publicRoutes = [
  route({
    method: 'GET',
    path: '/guichet/:version/:file',
    access: 'anyone',
    limit: 0,
    schema: anyQuery,
    rate: 'read',
    async handle({ strapi, params, header }): Promise<Reply> {
      const { version = '', file = '' } = params;
      const store = getService(strapi, 'assets');
      const asset = await (version === CURRENT ? store.newest(file) : store.ofVersion(version, file));
      if (!asset) throw new ProblemError('not-found');
      return replyWith(asset, version !== CURRENT, header);
    },
  }),
];
