/**
 * The demo's own folder, `.demo/` unless GUICHET_DEMO_FOLDER names another: its secrets, drawn once, and its database.
 * Deleting it starts afresh.
 */
import { randomBytes, randomInt } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { refuse, root } from '../../.config/bootstrap.mjs';

export const folder = resolve(process.env.GUICHET_DEMO_FOLDER || join(root, '.demo'));

const base64 = (bytes) => randomBytes(bytes).toString('base64');
// Without the signs that are mistaken for one another when copied from a screen.
const LETTERS = 'abcdefghjkmnpqrstuvwxyz';

function draw() {
  return {
    APP_KEYS: [base64(32), base64(32)].join(','),
    ADMIN_JWT_SECRET: base64(32),
    API_TOKEN_SALT: base64(16),
    TRANSFER_TOKEN_SALT: base64(16),
    ENCRYPTION_KEY: base64(32),
    GUICHET_KEYS: `demo:${base64(32)}`,
    GUICHET_SECRET: base64(32),
    // Strapi asks for a capital, a small letter and a digit.
    GUICHET_DEMO_PASSWORD: `Mairie-${Array.from({ length: 8 }, () => LETTERS[randomInt(LETTERS.length)]).join('')}-${randomInt(10, 100)}`,
  };
}

/** @returns {Record<string, string>} the variables that the hosting reads, the same at each start */
export function secrets() {
  const file = join(folder, 'secrets.json');
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    // `wx` never overwrites: requests encrypted with lost keys could not be read again.
    writeFileSync(file, `${JSON.stringify(draw(), null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'ENOTDIR'].includes(error.code))
      refuse(
        `${folder} cannot be written to (${error.code}): mend its rights or its disk, then start again.`,
      );
    if (error.code !== 'EEXIST') throw error;
  }
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return refuse(`${file} cannot be read: mend its rights, or delete the folder ${folder} to start afresh.`);
  }
}
