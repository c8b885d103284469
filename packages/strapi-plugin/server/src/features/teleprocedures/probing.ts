/** Asks operators' addresses what they answer: when one is configured, and every hour. */
import type { Core } from '@strapi/types';
import { probe } from '../../connectors/framing/probe.js';
import type { Reach } from '../../connectors/network/addresses.js';
import { probed } from '../../domain/framing.js';
import { saveProbe } from '../../store/teleprocedure-probes.js';
import { getService } from '../../strapi/services.js';
import type { Defined } from './catalogue.js';

/** In one turn, one after another: the rest is asked in the next, ten minutes later. */
const AT_ONCE = 60;

/** On somebody's own machine the operator stands there too. */
const LOOPBACK = ['127.0.0.1', '::1'];

/** Where an operator may be. */
export function operatorReach(strapi: Core.Strapi): Reach {
  const { publicUrl, webhooks } = getService(strapi, 'settings');
  const isDevelopment = publicUrl.protocol === 'http:';
  const allowPrivate = isDevelopment ? [...webhooks.allowPrivate, ...LOOPBACK] : webhooks.allowPrivate;
  return { allowPrivate, isDevelopment };
}

/** Asks one address now, and keeps what it answers. */
export async function probeNow(strapi: Core.Strapi, one: Defined, signal: AbortSignal): Promise<void> {
  const { publicUrl: hosting } = getService(strapi, 'settings');
  const answer = await probe(one.url, { ...operatorReach(strapi), hosting, signal });
  const made = probed(one.probe, one.url, answer, new Date(), Math.random());
  await saveProbe(getService(strapi, 'knex'), one.stored.id, made);
}

/** @returns how many it asked */
export async function probeDue(strapi: Core.Strapi, now: Date, signal: AbortSignal): Promise<number> {
  const teleprocedures = getService(strapi, 'teleprocedures');
  const { all } = await teleprocedures.catalogue();
  const isDue = ({ stored, url, probe: known }: Defined) =>
    !stored.withdrawn && (known?.url !== url || known.nextAt <= now.toISOString());
  const due = all
    .filter(isDue)
    .sort((one, other) => (one.probe?.nextAt ?? '').localeCompare(other.probe?.nextAt ?? ''))
    .slice(0, AT_ONCE);
  for (const one of due) await probeNow(strapi, one, signal);
  if (due.length) teleprocedures.refresh();
  return due.length;
}
