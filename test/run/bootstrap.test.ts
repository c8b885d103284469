/** What stops `npm start` and `npm test` before anything slow begins is said in one sentence. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const NOBODY = 65534;

/** A folder with the bootstrap alone, as in a fresh clone. */
let clone: string;

before(() => {
  clone = mkdtempSync(join(tmpdir(), 'guichet-clone-'));
  mkdirSync(join(clone, '.config'));
  cpSync(join(root, '.config/bootstrap.mjs'), join(clone, '.config/bootstrap.mjs'));
});
after(() => {
  chmodSync(clone, 0o755);
  rmSync(clone, { recursive: true });
});

function run(args: string[], options: { env?: Record<string, string>; uid?: number } = {}) {
  const { env = {}, uid } = options;
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    timeout: 60_000,
    env: { ...process.env, NODE_OPTIONS: '', ...env },
    ...(uid !== undefined && { uid }),
  });
  return { status, said: (stdout + stderr).trim() };
}

const evaluate = (code: string) => [
  '--input-type=module',
  '--eval',
  `import * as bootstrap from ${JSON.stringify(pathToFileURL(join(clone, '.config/bootstrap.mjs')).href)};${code}`,
];

describe('before anything slow begins', () => {
  it('a port that is taken is named, with the variable that changes it', async () => {
    const server = createServer();
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    try {
      const { status, said } = run([join(root, 'examples/start.mjs')], {
        env: { GUICHET_PORT: '0', GUICHET_FAVRIL_PORT: String(port) },
      });
      assert.equal(status, 1);
      assert.equal(
        said,
        `Port ${port} is already in use: stop the program that holds it, or choose another with GUICHET_FAVRIL_PORT=<port>.`,
      );
    } finally {
      server.close();
    }
  });

  it('so is one that is no port', () => {
    const { status, said } = run([join(root, 'examples/start.mjs')], { env: { GUICHET_PORT: 'http' } });
    assert.equal(status, 1);
    assert.equal(said, 'GUICHET_PORT is a port, from 0 (any free one) to 65535, not "http".');
  });

  it('a Node that is too old is named', () => {
    const old = join(clone, 'old.cjs');
    writeFileSync(
      old,
      `for (const [where, key, value] of [[process.versions, 'node', '18.20.4'], [process, 'version', 'v18.20.4']])
         Object.defineProperty(where, key, { value });`,
    );
    const { status, said } = run(['--require', old, ...evaluate('await bootstrap.ensureInstalled();')]);
    assert.equal(status, 1);
    assert.equal(said, 'Node 20 or newer is needed; this is v18.20.4.');
  });

  it('a folder that cannot be written to is named', () => {
    const isRoot = process.getuid?.() === 0;
    chmodSync(clone, 0o555);
    try {
      // Nothing is closed to root: somebody else tries.
      const { status, said } = run(
        evaluate('await bootstrap.ensureInstalled();'),
        isRoot ? { uid: NOBODY } : {},
      );
      assert.equal(status, 1);
      assert.match(said, /^The folder \S+ cannot be written to: take ownership of it/);
      assert.equal(said.split('\n').length, 1);
    } finally {
      chmodSync(clone, 0o755);
    }
  });

  it('an installation that fails keeps npm’s own words, and says what to look at', () => {
    const { status, said } = run(evaluate('await bootstrap.ensureInstalled();'));
    assert.equal(status, 1);
    assert.match(said, /npm (?:error|ERR!)/);
    assert.match(said, /npm ci failed: its own words are above\./);
  });
});

describe('a command that is run', () => {
  it('gives its status and all it wrote', () => {
    const { said } = run(
      evaluate(`console.log(JSON.stringify(await bootstrap.run(process.execPath,
        ['--eval', 'console.log(1); console.error(2); process.exitCode = 3'])))`),
    );
    assert.deepEqual(JSON.parse(said), { status: 3, output: '1\n2\n' });
  });

  it(
    'leaves nothing running, were it only its own child',
    { skip: process.platform !== 'linux' },
    async () => {
      const child = 'setTimeout(() => {}, 60_000)';
      const parent = `const { pid } = require('child_process').spawn(process.execPath, ['--eval', ${JSON.stringify(child)}],
      { stdio: 'inherit' }); console.log(pid); setTimeout(() => process.exit(), 200)`;
      const { said } = run(
        evaluate(
          `console.log((await bootstrap.run(process.execPath, ['--eval', ${JSON.stringify(parent)}])).output)`,
        ),
      );
      assert.match(said, /^\d+$/);
      // Ended, if not yet taken off the list by whoever inherited it (state Z).
      const lives = () =>
        existsSync(`/proc/${said}/stat`) && !readFileSync(`/proc/${said}/stat`, 'utf8').includes(') Z ');
      for (let i = 0; i < 50 && lives(); i++) await pause(100);
      assert.equal(lives(), false);
    },
  );
});
