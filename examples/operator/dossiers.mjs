/**
 * The operator's files (*dossiers*): one folder each, with what was typed and the documents. Whoever knows the name of
 * one reads it: 128 random bits, in the address of its pages, so that no cookie is needed, which a browser would refuse
 * in a frame.
 */
import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const isKey = (text) => /^[\w-]{22}$/.test(text);
const isDocument = (text) => /^[\da-f]{16}$/.test(text);

/** @param {string} folder kept between two starts */
export function openDossiers(folder) {
  const placeOf = (key) => join(folder, key);
  /** One change after another, for each. */
  const changing = new Map();

  async function save(dossier) {
    const place = placeOf(dossier.key);
    await mkdir(place, { recursive: true, mode: 0o700 });
    // Beside, then in its place: what is read is never half of it.
    await writeFile(join(place, 'dossier.json.new'), JSON.stringify(dossier), { mode: 0o600 });
    await rename(join(place, 'dossier.json.new'), join(place, 'dossier.json'));
    return dossier;
  }

  async function find(key) {
    const text = isKey(key) && (await readFile(join(placeOf(key), 'dossier.json'), 'utf8').catch(() => null));
    return text ? JSON.parse(text) : null;
  }

  /** @param {(dossier: object) => unknown} alter what it throws leaves the file as it was */
  function change(key, alter) {
    const next = (changing.get(key) ?? Promise.resolve()).then(async () => {
      const dossier = await find(key);
      await alter(dossier);
      return save(dossier);
    });
    const settled = next.catch(() => {});
    changing.set(key, settled);
    void settled.then(() => changing.get(key) === settled && changing.delete(key));
    return next;
  }

  return {
    find,
    change,
    /** @param {object} begun by which way the resident came */
    create(begun) {
      const key = randomBytes(16).toString('base64url');
      const empty = { answers: {}, documents: [], sentAt: null, reference: null, status: null, untold: [] };
      return save({ key, ...empty, ...begun });
    },
    /** Those that were sent, the latest first. */
    async sent() {
      const keys = await readdir(folder).catch(() => []);
      const all = await Promise.all(keys.map(find));
      return all
        .filter((dossier) => dossier?.sentAt)
        .sort((one, other) => other.sentAt.localeCompare(one.sentAt));
    },
    async addDocument(key, name, bytes) {
      const id = randomBytes(8).toString('hex');
      await writeFile(join(placeOf(key), id), bytes, { mode: 0o600 });
      return change(key, ({ documents }) => documents.push({ id, name, size: bytes.length }));
    },
    async removeDocument(key, id) {
      await change(key, (dossier) => {
        dossier.documents = dossier.documents.filter((one) => one.id !== id);
      });
      if (isDocument(id)) await rm(join(placeOf(key), id), { force: true });
    },
  };
}
