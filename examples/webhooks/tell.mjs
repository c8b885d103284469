import { createHmac, randomUUID } from 'node:crypto';

/**
 * What an operator of téléprocédures tells a hosting of a request, signed as Standard Webhooks says. Send it again under
 * the same id, signed anew, until the answer is below 500 and not 429: it changes nothing twice.
 *
 * @param {string} secret `whsec_` and base64, as the hosting gave it
 * @param {object} event `type`, `timestamp` of when it happened, and `data`: the start of the URL by which the resident came,
 *   your own reference, your word for where the request stands
 */
export function sign(secret, event, id = randomUUID(), now = new Date()) {
  const body = JSON.stringify(event);
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  const headers = {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${signature}`,
  };
  return { method: 'POST', headers, body };
}

// node tell.mjs https://hosting.example/api/guichet/operators/<id>/events <guichet-start> CR-2026-17 accepted
if (import.meta.filename === process.argv[1]) {
  const [address, start, reference, status] = process.argv.slice(2);
  const event = {
    type: 'request.updated',
    timestamp: new Date().toISOString(),
    data: { start, reference, status },
  };
  const reply = await fetch(address, sign(process.env.OPERATOR_SECRET, event));
  console.log(reply.status, await reply.text());
}
