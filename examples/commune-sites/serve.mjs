/**
 * The web server of an existing commune site: files from a folder, nothing else. The pages carry the snippet as a
 * webmaster pastes it, with the documentation's `https://hebergement.example`; it is replaced on the way out by the
 * hosting's true origin, because the demo's ports may change.
 */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
};

const PLACEHOLDER = 'https://hebergement.example';

/**
 * @param {object} options
 * @param {'le-favril' | 'trilport'} options.site the folder beside this file
 * @param {string} options.hosting the hosting's origin
 * @param {number} options.port 0 for any free port
 * @param {Record<string, string>} [options.drawn] files that are drawn rather than stored, by path
 * @returns {Promise<import('node:http').Server>} listening on the loopback interface
 */
export function serveSite({ site, hosting, port, drawn = {} }) {
  const folder = fileURLToPath(new URL(`${site}/`, import.meta.url));
  const server = createServer(async (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return response.writeHead(405).end();
    try {
      // normalize() keeps an absolute path inside itself: `..` cannot climb above the folder.
      const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://site').pathname));
      const file = path.endsWith('/') ? `${path}index.html` : path;
      const text = drawn[file] ?? (await readFile(join(folder, file), 'utf8'));
      response.writeHead(200, {
        'content-type': types[extname(file)] ?? 'text/plain; charset=utf-8',
        'cache-control': 'no-cache',
      });
      response.end(text.replaceAll(PLACEHOLDER, hosting));
    } catch {
      response.writeHead(404, { 'content-type': types['.html'] });
      response.end(
        '<!doctype html><html lang="fr"><title>Page introuvable</title><h1>Page introuvable</h1><p><a href="/">Retour à l’accueil</a></p></html>',
      );
    }
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}
