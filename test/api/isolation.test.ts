/** Every public route, as the router's own table has it, with what belongs to another administration. */
import { fillCode } from '@guichet/contracts/administration-path';
import { routes } from '@guichet/contracts/routes';
import { LINK_FRAGMENT } from '@guichet/contracts/routes';
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import type { BodyKind } from '../../packages/strapi-plugin/server/src/edge/route.js';
import { publicRoutes } from '../../packages/strapi-plugin/server/src/index.js';
import { getService } from '../../packages/strapi-plugin/server/src/strapi/services.js';
import { aRequest, angela, openTracking, seed, send, TRILPORT } from './calls.js';
import { aPdf } from '../../packages/strapi-plugin/server/src/features/attachments/testing/files.js';
import { upload } from './attachment-calls.js';
import { databases, generous, type Harness, startHarness, stopDatabases } from './harness.js';

after(stopDatabases);

const canary = 'Canaridubourg';
const message = 'Message du canari';
const fileText = 'Fichier du canari';

/** `fetch` says itself of what type a form is. */
function bodyOf(kind: BodyKind | undefined, fields: Record<string, string>) {
  if (kind === 'form' || kind === 'form-or-multipart') return new URLSearchParams(fields);
  if (kind !== 'multipart') return JSON.stringify(fields);
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', new Blob([Uint8Array.from(aPdf())]), 'a.pdf');
  return form;
}

for (const database of databases) {
  describe(`one administration’s residents are nothing to another, on ${database}`, () => {
    let harness: Harness;
    /** What Le Favril's resident holds. */
    let held: {
      reference: string;
      trackingCode: string;
      token: string;
      link: string;
      key: string;
      file: string;
    };

    before(async () => {
      const rates = { send: generous, track: generous };
      harness = await startHarness({ database, config: { rates } });
      await seed(harness);
      const key = randomUUID();
      const file = (await upload(harness, aPdf(fileText), { name: `${canary}.pdf` })).body.id;
      const body = aRequest({ attachments: [file], message, sender: { ...angela, familyName: canary } });
      const { reference, trackingCode } = (await send(harness, body, { key })).body;
      const { token } = (await openTracking(harness, { reference, trackingCode })).body;
      const row = await harness.knex('guichet_requests').where({ reference }).first('id');
      const url = await getService(harness.strapi, 'tracking').link(row!.id, 'tracking');
      held = { reference, trackingCode, token, link: url.split(LINK_FRAGMENT)[1]!, key, file };
    });
    after(() => harness.stop());

    const perAdministration = publicRoutes.filter(({ path }) => path.includes('/:code'));

    it('knows every route there is', () => {
      const named = Object.values(routes).filter((path) => path.includes('/:code'));
      const known = new Set(perAdministration.map(({ path }) => path));
      assert.deepEqual(
        named.filter((path) => !known.has(path)),
        [],
      );
    });

    for (const { method, path, body: kind } of perAdministration) {
      it(`${method} ${path} gives Trilport nothing of Le Favril’s`, async () => {
        const own = [TRILPORT, 'http://127.0.0.1'];
        const bodies: Record<string, string>[] = [
          { reference: held.reference, trackingCode: held.trackingCode },
          { link: held.link, control: canary },
          {
            link: held.link,
            control: '28190',
            reference: held.reference,
            trackingCode: held.trackingCode,
            token: held.token,
          },
          { message: 'Bonjour', token: held.token },
          { file: held.file },
        ];
        for (const origin of own) {
          for (const body of method === 'POST' ? bodies : [{}]) {
            const address = fillCode(path, '77475').replace(':id', held.file);
            const reply = await fetch(harness.origin + address, {
              method,
              headers: {
                Origin: origin,
                Authorization: `Bearer ${held.token}`,
                'Idempotency-Key': held.key,
                ...(method === 'POST' &&
                  (kind ?? 'json') === 'json' && { 'Content-Type': 'application/json' }),
              },
              ...(method === 'POST' && { body: bodyOf(kind, body) }),
            });
            const text = await reply.text();
            // A page gives back what was typed into it, and nothing more.
            const unsaid = [canary, message, fileText, held.trackingCode, angela.email].filter(
              (secret) => !Object.values(body).includes(secret),
            );
            for (const secret of unsaid) assert.ok(!text.includes(secret), secret);
            if (path.startsWith('/api/guichet/administrations/:code/tracking')) {
              assert.ok([400, 401, 404].includes(reply.status), `${reply.status} ${text}`);
            }
          }
        }
      });
    }

    it('lets Le Favril’s resident in all the while', async () => {
      const opened = await openTracking(harness, {
        reference: held.reference,
        trackingCode: held.trackingCode,
      });
      assert.equal(opened.body.request.timeline[0]!.message, message);
      assert.equal(opened.body.request.timeline.length, 1);
    });
  });
}
