/** The two Strapi applications that are compared: one with the built plugin, one with a content type, otherwise alike. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { root } from '../../.config/bootstrap.mjs';

const plugin = join(root, 'packages', 'strapi-plugin');
const key = (byte) => Buffer.alloc(32, byte).toString('base64');
const commonJs = (value) => `module.exports = ${JSON.stringify(value)};`;

/** What a created Strapi project has, as little of it as boots. */
function writeCommon(folder) {
  const write = writerIn(folder);
  write(
    'package.json',
    JSON.stringify({ name: 'bench', version: '0.0.0', strapi: { telemetryDisabled: true } }),
  );
  write('public/uploads/.gitkeep', '');
  write('src/index.js', 'module.exports = {};');
  write('config/server.js', commonJs({ host: '127.0.0.1', port: 0, app: { keys: ['a-bench-key'] } }));
  write(
    'config/admin.js',
    commonJs({
      auth: { secret: 'a-bench-secret' },
      apiToken: { salt: 'a-bench-salt' },
      transfer: { token: { salt: 'a-bench-salt' } },
      secrets: { encryptionKey: key(9) },
    }),
  );
  write(
    'config/middlewares.js',
    commonJs(
      ['logger', 'errors', 'security', 'cors', 'query', 'body', 'session', 'favicon', 'public'].map(
        (name) => `strapi::${name}`,
      ),
    ),
  );
  write(
    'config/database.js',
    commonJs({
      connection: {
        client: 'sqlite',
        connection: { filename: join(folder, 'data.db') },
        useNullAsDefault: true,
      },
    }),
  );
  return write;
}

/**
 * The plugin as it is published, its limits out of the way.
 * @param {{ smtpPort: number, config?: object }} options `config` is added to the plugin's own
 */
export function writeGuichet(folder, { smtpPort, config = {} }) {
  const write = writeCommon(folder);
  const noLimit = { points: 1e9, seconds: 60 };
  const resolve = createRequire(join(plugin, 'package.json')).resolve;
  write(
    'config/plugins.js',
    commonJs({
      email: {
        config: {
          provider: resolve('@strapi/provider-email-nodemailer'),
          providerOptions: { host: '127.0.0.1', port: smtpPort, secure: false, ignoreTLS: true },
          settings: {
            defaultFrom: 'ne-pas-repondre@hebergement.example',
            defaultReplyTo: 'ne-pas-repondre@hebergement.example',
          },
        },
      },
      guichet: {
        enabled: true,
        resolve: plugin,
        config: {
          publicUrl: 'http://127.0.0.1',
          keys: [`bench:${key(1)}`],
          secret: key(2),
          mail: { from: 'ne-pas-repondre@hebergement.example' },
          rates: { read: noLimit, send: noLimit, sendToAdministration: noLimit },
          ...config,
        },
      },
    }),
  );
}

/**
 * A content type with a request's fields and Strapi's own controller, service and routes. Without Draft & Publish and
 * without asking for permissions, which both would make it slower.
 */
export function writeStock(folder) {
  const write = writeCommon(folder);
  const string = { type: 'string' };
  write(
    'src/api/message/content-types/message/schema.json',
    JSON.stringify({
      kind: 'collectionType',
      collectionName: 'messages',
      info: { singularName: 'message', pluralName: 'messages', displayName: 'Message' },
      options: { draftAndPublish: false },
      attributes: {
        ...Object.fromEntries(
          ['procedure', 'nature', 'senderKind', 'familyName', 'givenName', 'subject'].map((name) => [
            name,
            string,
          ]),
        ),
        email: { type: 'email' },
        postalAddress: { type: 'json' },
        message: { type: 'text', required: true },
      },
    }),
  );
  const strapi = JSON.stringify(createRequire(join(plugin, 'package.json')).resolve('@strapi/strapi'));
  const factory = (made, options = '') =>
    `module.exports = require(${strapi}).factories.${made}('api::message.message'${options});`;
  write('src/api/message/controllers/message.js', factory('createCoreController'));
  write('src/api/message/services/message.js', factory('createCoreService'));
  write(
    'src/api/message/routes/message.js',
    factory('createCoreRouter', ', { config: { create: { auth: false }, find: { auth: false } } }'),
  );
}

function writerIn(folder) {
  return (name, text) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  };
}
