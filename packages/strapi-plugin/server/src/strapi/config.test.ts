import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseConfig } from './config.js';

const key = (byte: number) => Buffer.alloc(32, byte).toString('base64');
const good = {
  publicUrl: 'https://guichet.example',
  keys: [`a:${key(1)}`],
  secret: key(2),
  mail: { from: 'ne-pas-repondre@guichet.example' },
};

/** All that is said of a configuration. */
function said(changes: object): string {
  try {
    parseConfig({ ...good, ...changes });
  } catch (error) {
    return (error as Error).message;
  }
  return '';
}

describe('the configuration', () => {
  it('takes what is needed, and has a default for the rest', () => {
    const { rates, proxies, minimumFreeBytes } = parseConfig({
      ...good,
      rates: { send: { points: 1, seconds: 2 } },
    });
    assert.deepEqual(rates.send, { points: 1, seconds: 2 });
    assert.ok(rates.track.points > 1);
    assert.deepEqual([proxies, minimumFreeBytes > 0], [0, true]);
  });

  it('sends under one address, and tells no private network anything, unless told otherwise', () => {
    const { bounceAddress, bounceSecret, webhooks } = parseConfig(good);
    assert.deepEqual([bounceAddress, bounceSecret, webhooks], [good.mail.from, null, { allowPrivate: [] }]);
  });

  it('has sizes for files, and no antivirus unless told where it is', () => {
    const MiB = 1024 * 1024;
    const limits = { maxFiles: 10, maxFileBytes: 25 * MiB, maxTotalBytes: 100 * MiB };
    assert.deepEqual(parseConfig(good).attachments, { ...limits, clamd: null });
    const { attachments } = parseConfig({ ...good, attachments: { clamd: { host: 'clamd' } } });
    assert.deepEqual(attachments, { ...limits, clamd: { host: 'clamd', port: 3310 } });
  });

  it('asks nobody for the directory unless told whom', () => {
    assert.deepEqual(parseConfig(good).directory, { annuaire: null, communes: null });
    const directory = { annuaire: 'https://annuaire.example/exports/jsonl', communes: '/srv/communes.json' };
    assert.deepEqual(parseConfig({ ...good, directory }).directory, directory);
  });

  const wrong: [object, RegExp][] = [
    [
      { directory: { annuaire: 'annuaire.json' } },
      /^guichet\.config\.directory\.annuaire is the address of the annuaire’s export, or the absolute path of a file\.$/,
    ],
    [
      { directory: { annuaire: 'https://annuaire.example/datasets/x/records?limit=100' } },
      /^guichet\.config\.directory\.annuaire is paged by the API: give its \/exports\/jsonl in the place of \/records\.$/,
    ],
    [
      { directory: { communes: 3 } },
      /^guichet\.config\.directory\.communes is the address of a list of communes, or the absolute path of a file\.$/,
    ],
    [{ directory: { prefectures: null } }, /^guichet\.config\.directory has no setting prefectures\.$/],
    [{ keys: [] }, /^guichet\.config\.keys needs at least one encryption key\.$/],
    [{ keys: undefined }, /^guichet\.config\.keys is a list of encryption keys/],
    [{ keys: ['a:c2hvcnQ='] }, /^guichet\.config\.keys holds 32 bytes in base64 after its id/],
    [{ keys: [`UPPER:${key(3)}`] }, /^guichet\.config\.keys begins with an id/],
    [{ keys: [`a:${key(3)}`, `a:${key(4)}`] }, /^guichet\.config\.keys has two keys with the same id\.$/],
    [{ secret: undefined }, /^guichet\.config\.secret is missing/],
    [{ secret: 'c2hvcnQ=' }, /^guichet\.config\.secret holds at least 32 bytes/],
    [{ publicUrl: undefined }, /^guichet\.config\.publicUrl is the public address/],
    [{ publicUrl: 'http://guichet.example' }, /^guichet\.config\.publicUrl begins with https:\/\//],
    [{ publicUrl: 'http://127.0.0.1.evil.example' }, /^guichet\.config\.publicUrl begins with https:\/\//],
    [{ publicUrl: 'ftp://guichet.example' }, /^guichet\.config\.publicUrl begins with https:\/\//],
    [
      { publicUrl: 'https://guichet.example/path' },
      /^guichet\.config\.publicUrl is an origin, without a path\.$/,
    ],
    [{ mail: { from: 'Mairie <a@b.example>' } }, /^guichet\.config\.mail\.from is the bare address/],
    [{ mail: undefined }, /^guichet\.config\.mail /],
    [
      { mail: { ...good.mail, bounceAddress: 'Retours <a@b.example>' } },
      /^guichet\.config\.mail\.bounceAddress is the bare address/,
    ],
    [
      { mail: { ...good.mail, bounceSecret: 'short' } },
      /^guichet\.config\.mail\.bounceSecret has at least 32/,
    ],
    [
      { mail: { ...good.mail, bounceSecret: 'un secret que seul le serveur connaît' } },
      /^guichet\.config\.mail\.bounceSecret has letters, digits and/,
    ],
    [{ webhooks: { allowPrivate: ['intranet'] } }, /^guichet\.config\.webhooks\.allowPrivate lists the IP/],
    [{ colour: 'red' }, /^guichet\.config has no setting colour\.$/],
    [{ rates: { sned: { points: 1, seconds: 1 } } }, /^guichet\.config\.rates has no setting sned\.$/],
    [{ proxies: -1 }, /^guichet\.config\.proxies /],
    [{ attachments: { maxFiles: 0 } }, /^guichet\.config\.attachments\.maxFiles is how many files/],
    [
      { attachments: { maxFileBytes: 2e9 } },
      /^guichet\.config\.attachments\.maxFileBytes is the size of one file/,
    ],
    [
      { attachments: { maxTotalBytes: 2_000_000 } },
      /^guichet\.config\.attachments allows one file to be larger/,
    ],
    [
      { attachments: { clamd: { host: 'clamd', socket: '/run/clamd' } } },
      /^guichet\.config\.attachments\.clamd is where/,
    ],
    [{ attachments: { maxfiles: 3 } }, /^guichet\.config\.attachments has no setting maxfiles\.$/],
  ];
  for (const [changes, sentence] of wrong) {
    it(`says in one sentence what is wrong with ${Object.keys(changes)[0]}: ${sentence.source.slice(0, 60)}`, () => {
      assert.match(said(changes), sentence);
      assert.equal(said(changes).split('\n').length, 1);
    });
  }

  it('says all that is wrong at once, and never repeats a value', () => {
    const message = said({ keys: [`UPPER:${key(3)}`], secret: 'hunter2' });
    assert.deepEqual(message.split('\n').length, 2);
    assert.ok(!message.includes(key(3)) && !message.includes('hunter2'));
  });

  it('lets the loopback go without TLS', () => {
    for (const host of ['localhost:1337', '127.0.0.1', '[::1]:8080', 'guichet.localhost']) {
      assert.equal(said({ publicUrl: `http://${host}` }), '', host);
    }
  });
});
