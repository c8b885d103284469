/**
 * The widgets' files, one folder a version. The plugin puts the ones it carries beside those of earlier versions, so
 * that an upgrade never takes away what a page, pinned or half loaded, still asks for.
 */
import { cp, mkdir, readdir, readFile, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

const compress = promisify(brotliCompress);

const FILE_NAME = /^[\w-][\w.-]*$/;
const VERSION = /^\d+\.\d+\.\d+(?:-[\w.]+)?$/;
/** A content hash as rollup writes it: such a file never changes. */
const HASHED = /-[\w-]{8,}\.\w+$/;

const types: Record<string, string> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json',
  map: 'application/json',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
};

export interface Asset {
  bytes: Buffer;
  /** Brotli, at its best quality. */
  compressed: Buffer;
  type: string;
  etag: string;
  isHashed: boolean;
}

export interface AssetStore {
  /** @returns null where this version never had such a file */
  ofVersion(version: string, file: string): Promise<Asset | null>;
  /** Of the newest version that has it: the current one, where it does. */
  newest(file: string): Promise<Asset | null>;
}

/** Newest first. */
function byVersion(one: string, other: string): number {
  return other.localeCompare(one, 'en', { numeric: true });
}

/** Copies what the plugin carries into the folder of its version. @returns false where it carries nothing */
export async function install(from: string, directory: string, version: string): Promise<boolean> {
  const files = await readdir(from).catch(() => []);
  if (!files.length) return false;
  await mkdir(join(directory, version), { recursive: true });
  // A workspace may link the folder: what it points at is copied, not the link.
  await cp(await realpath(from), join(directory, version), { recursive: true });
  return true;
}

export async function openAssets(directory: string): Promise<AssetStore> {
  const versions = (await readdir(directory).catch(() => []))
    .filter((name) => VERSION.test(name))
    .sort(byVersion);
  const kept = new Map<string, Promise<Asset | null>>();

  async function load(version: string, file: string): Promise<Asset | null> {
    const path = join(directory, version, file);
    const bytes = await readFile(path).catch(() => null);
    if (!bytes) return null;
    const compressed =
      (await readFile(`${path}.br`).catch(() => null)) ??
      (await compress(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } }));
    return {
      bytes,
      compressed,
      type: types[file.split('.').at(-1)!] ?? 'application/octet-stream',
      etag: createHash('sha256').update(bytes).digest('base64url').slice(0, 22),
      isHashed: HASHED.test(file),
    };
  }

  function ofVersion(version: string, file: string): Promise<Asset | null> {
    if (!versions.includes(version) || !FILE_NAME.test(file)) return Promise.resolve(null);
    const key = `${version}/${file}`;
    const found = kept.get(key) ?? load(version, file);
    kept.set(key, found);
    // What is not there is not remembered: anyone can ask for any name.
    void found.then((asset) => asset ?? kept.delete(key));
    return found;
  }

  return {
    ofVersion,
    async newest(file) {
      for (const version of versions) {
        const asset = await ofVersion(version, file);
        if (asset) return asset;
      }
      return null;
    },
  };
}
