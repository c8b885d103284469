/** What the tests take from the machine's distribution: browsers, and a screen for the one that needs it. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from '../../.config/bootstrap.mjs';

const wanted = [
  { program: 'chromium', package: 'chromium' },
  { program: 'firefox-esr', package: 'firefox-esr' },
  { program: 'WebKitWebDriver', package: 'webkit2gtk-driver' },
  { program: 'Xvfb', package: 'xvfb' },
  { program: 'xauth', package: 'xauth' },
];

const isOnPath = (program) =>
  process.env.PATH.split(delimiter).some((folder) => existsSync(join(folder, program)));
const absent = () => wanted.filter(({ program }) => !isOnPath(program));

/**
 * Installs what is missing where this process may: as root, with apt-get. Otherwise it says in one sentence what to
 * run; the tests that need a missing browser then fail by themselves, and the others still say what they have to say.
 */
export async function ensureBrowsers() {
  const missing = absent().map((one) => one.package);
  if (missing.length === 0) return;
  const packages = missing.join(' ');
  if (process.getuid?.() !== 0 || !isOnPath('apt-get')) {
    console.error(
      `Missing: ${packages}. Install them, on Debian with: sudo apt-get install --no-install-recommends ${packages}`,
    );
    return;
  }
  console.log(`Installing ${packages} from the distribution…`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-q'], { env });
  const { status, output } = await run(
    'apt-get',
    ['install', '-q', '-y', '--no-install-recommends', ...missing],
    { env },
  );
  if (status !== 0 || absent().length)
    console.error(`${output}\nThe distribution did not install ${packages}: its own words are above.`);
}
