/**
 * An operator's application: an intercommunalité takes applications for a place in its nurseries, at its own address, and
 * stands in the pages of its communes in their look. Node alone, no framework; no cookie.
 */
import { randomInt, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { openDossiers } from './dossiers.mjs';
import { FILE_MAX, FILES_MAX, faultOfFile, read, steps } from './form.mjs';
import { deskPage, documentsPage, plainPage, reviewPage, sentPage, stepPage } from './pages.mjs';
import { OPERATOR_SCRIPT } from './speaking.mjs';
import { createTeller } from './tell.mjs';

/** Its own words for where a request stands: the téléprocédure's table gives each a common status. */
export const statuses = {
  recue: 'Demande reçue',
  'piece-manquante': 'Il manque un document',
  commission: 'Étudiée par la commission d’attribution',
  attribuee: 'Une place vous est proposée',
  'sans-place': 'Pas de place pour l’instant',
};

/** Room for every document and the words around them. */
const BODY_MAX = FILE_MAX * FILES_MAX + 100_000;
/** Nothing in it is said twice alike, nor spelled wrongly over the telephone. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

class Refusal extends Error {
  constructor(status, title, text) {
    super(title);
    Object.assign(this, { status, title, text });
  }
}

const notFound = () =>
  new Refusal(
    404,
    'Cette demande n’existe pas',
    'Elle a peut-être expiré. Commencez une nouvelle demande, ou appelez-nous.',
  );

/** The form as it was sent, documents included. */
async function formOf(request) {
  const chunks = [];
  let length = 0;
  for await (const chunk of request) {
    length += chunk.length;
    if (length > BODY_MAX)
      throw new Refusal(
        413,
        'Ces documents sont trop lourds',
        'Revenez en arrière, et envoyez-les en plusieurs fois.',
      );
    chunks.push(chunk);
  }
  const type = request.headers['content-type'] ?? 'application/x-www-form-urlencoded';
  return new Response(Buffer.concat(chunks), { headers: { 'content-type': type } }).formData().catch(() => {
    throw new Refusal(
      400,
      'Ce formulaire n’a pas pu être lu',
      'Revenez en arrière, puis envoyez-le de nouveau.',
    );
  });
}

/** What the hosting handed over of what the resident typed already. */
function prefilled(sent) {
  return Object.fromEntries(
    steps
      .flatMap(({ fields }) => fields)
      .filter(({ prefill }) => prefill && sent.get(prefill))
      .map(({ name, prefill }) => [
        name,
        String(sent.get(prefill))
          .trim()
          .replaceAll(/\s*\n\s*/g, ', ')
          .slice(0, 200),
      ]),
  );
}

/**
 * @param {object} options
 * @param {number} options.port 0 for any free port
 * @param {string} options.folder where its files are kept
 * @param {readonly string[]} options.sites the origins that may frame its pages, and lead back to
 * @param {string} [options.hosting] the file that says where to tell what becomes of requests, and the secret that signs
 *   it: `{ address, secret }`, as the hosting's panel shows them once
 * @returns {Promise<import('node:http').Server>} listening on the loopback interface
 */
export function serveOperator({ port, folder, sites, hosting }) {
  const dossiers = openDossiers(folder);
  const findHosting = () => readFile(hosting, 'utf8').then(JSON.parse, () => null);
  const teller = hosting && createTeller(findHosting, dossiers);

  const policy = [
    "default-src 'none'",
    "style-src 'self'",
    "script-src 'self'",
    // Where it may be framed is each operator's own to say: it is what keeps strangers from framing it.
    `frame-ancestors 'self' ${sites.join(' ')}`,
  ].join('; ');
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy,
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  };

  const isOfSites = (url) => URL.canParse(url ?? '') && sites.includes(new URL(url).origin);

  /** By a window, by a frame, or by somebody who just came by. */
  async function begin(parameters, sent) {
    const returnTo = parameters.get('guichet-return');
    const { key } = await dossiers.create({
      start: parameters.get('guichet-start'),
      returnTo: isOfSites(returnTo) ? returnTo : null,
      isReturnPosted: parameters.get('guichet-return-method') === 'post',
      answers: sent ? prefilled(sent) : {},
    });
    return `/creche/${key}/${steps[0].slug}`;
  }

  function tellOf(dossier, type) {
    if (!dossier.start) return;
    dossier.untold.push({
      id: randomUUID(),
      body: JSON.stringify({
        type,
        timestamp: new Date().toISOString(),
        data: {
          start: dossier.start,
          reference: dossier.reference,
          status: dossier.status,
          ...(dossier.acknowledgedOn && { acknowledgement: { on: dossier.acknowledgedOn } }),
        },
      }),
    });
  }

  /** Sent once, however often the button is pressed. */
  async function send(key) {
    await dossiers.change(key, (dossier) => {
      if (dossier.sentAt) return;
      const now = new Date().toISOString();
      const drawn = Array.from({ length: 6 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
      Object.assign(dossier, {
        sentAt: now,
        reference: `PE-${drawn}`,
        status: 'recue',
        acknowledgedOn: now.slice(0, 10),
      });
      tellOf(dossier, 'request.submitted');
    });
    void teller?.tell();
  }

  async function takeDocuments(dossier, sent) {
    const faults = [];
    for (const file of sent.getAll('documents')) {
      // A browser sends an empty one where none was chosen.
      if (typeof file === 'string' || (!file.size && !file.name)) continue;
      const bytes = new Uint8Array(await file.arrayBuffer());
      const { documents } = await dossiers.find(dossier.key);
      const fault = faultOfFile(file, bytes, documents.length);
      if (fault) faults.push(fault);
      else await dossiers.addDocument(dossier.key, file.name.slice(0, 200), bytes);
    }
    return faults.length ? { documents: faults.join(' ') } : {};
  }

  /** @returns a page, or where to go on */
  async function ofDossier(request, [key, slug, document]) {
    const dossier = await dossiers.find(key);
    if (!dossier) throw notFound();
    const to = (next) => ({ to: `/creche/${key}/${next}` });
    if (dossier.sentAt) return slug === 'envoyee' ? { page: sentPage(dossier, sites) } : to('envoyee');
    const index = steps.findIndex((step) => step.slug === slug);
    if (index < 0) throw notFound();
    const step = steps[index];
    const isSending = request.method === 'POST';
    if (step.fields.length) {
      if (!isSending) return { page: stepPage(dossier, sites, index, dossier.answers, {}) };
      const { answers, faults } = read(step, await formOf(request));
      // Kept even where something is wrong with it: nobody types twice.
      const kept = await dossiers.change(key, (one) => Object.assign(one.answers, answers));
      return Object.keys(faults).length
        ? { page: stepPage(kept, sites, index, answers, faults), status: 422 }
        : to(steps[index + 1].slug);
    }
    if (slug === 'pieces') {
      if (!isSending) return { page: documentsPage(dossier, sites, {}) };
      if (document) {
        await dossiers.removeDocument(key, document);
        return to(slug);
      }
      const sent = await formOf(request);
      const faults = await takeDocuments(dossier, sent);
      if (Object.keys(faults).length)
        return { page: documentsPage(await dossiers.find(key), sites, faults), status: 422 };
      return to(sent.get('then') === 'next' ? 'verifier' : slug);
    }
    if (!isSending) return { page: reviewPage(dossier, sites) };
    // Whoever came here by an address alone has not answered everything.
    const open = steps.find(({ fields }) =>
      fields.some(({ name, isOptional }) => !isOptional && !dossier.answers[name]),
    );
    if (open) return to(open.slug);
    await send(key);
    return to('envoyee');
  }

  async function ofDesk(request, key) {
    if (request.method === 'POST' && key) {
      const status = String((await formOf(request)).get('status'));
      if (!(status in statuses) || !(await dossiers.find(key))?.sentAt) throw notFound();
      await dossiers.change(key, (dossier) => {
        dossier.status = status;
        tellOf(dossier, 'request.updated');
      });
      await teller?.tell();
      return { to: '/agents' };
    }
    return { page: deskPage(await dossiers.sent(), statuses) };
  }

  async function answer(request) {
    const url = new URL(request.url ?? '/', 'http://operator');
    const [root, ...rest] = url.pathname.split('/').slice(1);
    if (root === 'creche' && !rest[0])
      return { to: await begin(url.searchParams, request.method === 'POST' ? await formOf(request) : null) };
    if (root === 'creche') return ofDossier(request, rest);
    if (root === 'agents') return ofDesk(request, rest[0]);
    if (root === 'style.css')
      return { page: await readFile(new URL('style.css', import.meta.url)), type: 'text/css; charset=utf-8' };
    if (root === 'operator.js')
      return { page: await readFile(OPERATOR_SCRIPT), type: 'text/javascript; charset=utf-8' };
    if (root === '') return { to: '/creche' };
    throw notFound();
  }

  const server = createServer(async (request, response) => {
    try {
      if (!['GET', 'HEAD', 'POST'].includes(request.method)) return response.writeHead(405).end();
      const { to, page, status = 200, type } = await answer(request);
      if (to) return response.writeHead(303, { ...headers, location: to }).end();
      response.writeHead(status, { ...headers, ...(type && { 'content-type': type }) }).end(page);
    } catch (error) {
      const {
        status = 500,
        title = 'Le service est en panne',
        text = 'Essayez de nouveau dans un moment, ou appelez-nous.',
      } = error instanceof Refusal ? error : {};
      if (status === 500) console.error(error);
      response.writeHead(status, { ...headers, connection: 'close' }).end(plainPage(title, text));
    }
  });
  server.on('close', () => teller?.stop());
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      void teller?.tell();
      resolve(server);
    });
  });
}
