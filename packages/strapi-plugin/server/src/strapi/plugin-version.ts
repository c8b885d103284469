import { version } from '../../../package.json';

/** The exact version of this plugin, as its files and its API's description name it. */
export const pluginVersion: string = version;
