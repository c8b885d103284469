/** The widgets' files, served by the hosting itself: `/guichet/v1/…` follows upgrades, `/guichet/0.1.0/…` never changes. */
import type { Core } from '@strapi/types';
import { join } from 'node:path';
import { ProblemError } from '../../edge/problem-error.js';
import { type EdgeCall, type Reply, route } from '../../edge/route.js';
import { anyQuery } from '../../edge/schemas.js';
import type { Feature } from '../../strapi/feature.js';
import { pluginVersion } from '../../strapi/plugin-version.js';
import { getService } from '../../strapi/services.js';
import { type Asset, type AssetStore, install, openAssets } from './store.js';

declare module '../../strapi/services.js' {
  interface GuichetServices {
    assets: AssetStore;
  }
}

const FOREVER = 'public, max-age=31536000, immutable';
/** The script tag's own file: an upgrade reaches every page within minutes. */
const SHORT = 'public, max-age=300, stale-while-revalidate=3600';
const CURRENT = 'v1';
const ASSETS = 'guichet.assets';

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

async function prepare(strapi: Core.Strapi): Promise<void> {
  const directory =
    getService(strapi, 'settings').assetsDirectory ?? join(strapi.dirs.app.root, '.guichet-assets');
  const plugins = strapi.config.get<Record<string, { pathToPlugin: string }>>('enabledPlugins');
  const isInstalled = await install(join(plugins['guichet']!.pathToPlugin, 'cdn'), directory, pluginVersion);
  if (!isInstalled)
    strapi.log.warn('guichet: this build carries no widgets; pages that embed them will not find them.');
  const assets = await openAssets(directory);
  strapi.add(ASSETS, () => assets);
}

export const assets: Feature = {
  services: { assets: ({ strapi }) => strapi.get(ASSETS) },
  publicRoutes: [
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
  ],
  bootstrap: prepare,
};
