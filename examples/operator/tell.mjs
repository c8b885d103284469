/**
 * Tells the hosting where requests stand, signed as Standard Webhooks says. What is to be told is kept with the file it
 * is about, so that a restart forgets nothing; what could not be told is tried again, at longer and longer intervals. An
 * event that comes twice, or late, changes nothing there.
 */
import { createHmac } from 'node:crypto';

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 300_000;

/**
 * @param {string} secret `whsec_` and base64, as the hosting gave it
 * @returns the headers that go with the body
 */
export function sign(secret, id, timestamp, body) {
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': `v1,${signature}`,
  };
}

/**
 * @param {() => Promise<{ address: string, secret: string } | null>} findHosting where it listens; null while nobody knows
 * @param {ReturnType<typeof import('./dossiers.mjs').openDossiers>} dossiers
 */
export function createTeller(findHosting, dossiers) {
  let pause = FIRST_PAUSE_MS;
  let timer;
  let isTelling = false;
  let isAskedAgain = false;

  async function post({ id, body }) {
    const hosting = await findHosting();
    if (!hosting) return false;
    const { address, secret } = hosting;
    // Signed anew each time: a signature is good for five minutes.
    const headers = sign(secret, id, Math.floor(Date.now() / 1000), body);
    const signal = AbortSignal.timeout(10_000);
    const reply = await fetch(address, { method: 'POST', headers, body, redirect: 'error', signal }).catch(
      () => null,
    );
    // What is refused for good would be refused again.
    return reply !== null && reply.status !== 429 && reply.status < 500;
  }

  async function tell() {
    clearTimeout(timer);
    if (isTelling) return void (isAskedAgain = true);
    isTelling = true;
    let isAllTold = true;
    do {
      isAskedAgain = false;
      for (const { key } of await dossiers.sent()) {
        const { untold } = await dossiers.find(key);
        for (const event of untold) {
          if (!(await post(event))) {
            isAllTold = false;
            break;
          }
          await dossiers.change(key, (dossier) => {
            dossier.untold = dossier.untold.filter(({ id }) => id !== event.id);
          });
        }
      }
    } while (isAskedAgain);
    isTelling = false;
    pause = isAllTold ? FIRST_PAUSE_MS : Math.min(LONGEST_PAUSE_MS, pause * 2);
    if (!isAllTold) timer = setTimeout(tell, pause).unref();
  }

  return { tell, stop: () => clearTimeout(timer) };
}
