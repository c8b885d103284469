/** The widgets' files that this hosting serves, put in their place at boot. */
import type { Core } from '@strapi/types';
import { join } from 'node:path';
import { pluginVersion } from '../../strapi/plugin-version.js';
import { getService } from '../../strapi/services.js';
import { type AssetStore, install, openAssets } from './store.js';

declare module '../../strapi/services.js' {
  interface GuichetServices {
    /** From `bootstrap` on. */
    assets: AssetStore;
  }
}

const ASSETS = 'guichet.assets';

export async function prepareAssets(strapi: Core.Strapi): Promise<void> {
  const directory =
    getService(strapi, 'settings').assetsDirectory ?? join(strapi.dirs.app.root, '.guichet-assets');
  const plugins = strapi.config.get<Record<string, { pathToPlugin: string }>>('enabledPlugins');
  const isInstalled = await install(join(plugins['guichet']!.pathToPlugin, 'cdn'), directory, pluginVersion);
  if (!isInstalled)
    strapi.log.warn('guichet: this build carries no widgets; pages that embed them will not find them.');
  const assets = await openAssets(directory);
  strapi.add(ASSETS, () => assets);
}

export function assetStore({ strapi }: { strapi: Core.Strapi }): AssetStore {
  return strapi.get<AssetStore>(ASSETS);
}
