/** What connectors do for téléprocédures that have one. */
import type { Prefill } from '@guichet/contracts/teleprocedure';
import type { Language } from '@guichet/contracts/administration';
import type { Core } from '@strapi/types';
import {
  type Begun,
  type Connector,
  ConnectorFailure,
  type Link,
  type World,
} from '../../connectors/connector.js';
import { createFetch } from '../../connectors/network/fetch.js';
import { linkOf } from '../../connectors/registry.js';
import type { OperatorWord } from '../../domain/operated.js';
import { getService, type GuichetServices } from '../../strapi/services.js';

/** Somebody waits: then they are led to the operator without what they typed. */
const PATIENCE_MS = 6000;

/** On somebody's own machine the operator's system stands there too. */
const LOOPBACK = ['127.0.0.1', '::1'];

export type Defined = Awaited<ReturnType<GuichetServices['teleprocedures']['catalogue']>>['all'][number];

/** What makes and asks about files at the operator's of a téléprocédure; null where it has no connector. */
export function connectionOf(strapi: Core.Strapi, one: Defined): { connector: Connector; link: Link } | null {
  const { connector } = one.stored.definition;
  if (!connector) return null;
  return linkOf(
    connector.name,
    connector.settings,
    getService(strapi, 'teleprocedures').connectorSecret(one),
  );
}

/** What its operator's words mean, as the téléprocédure says, else as its connector knows. */
export function wordsOf(strapi: Core.Strapi, one: Defined): readonly OperatorWord[] {
  const { statuses } = one.stored.definition;
  return [...statuses, ...(connectionOf(strapi, one)?.connector.words ?? [])];
}

export function worldOf(strapi: Core.Strapi, now: Date, patience: number, signal: AbortSignal): World {
  const { publicUrl, webhooks } = getService(strapi, 'settings');
  const isDevelopment = publicUrl.protocol === 'http:';
  const allowPrivate = isDevelopment ? [...webhooks.allowPrivate, ...LOOPBACK] : webhooks.allowPrivate;
  return {
    fetch: createFetch({ allowPrivate, isDevelopment }),
    now,
    log: (what) => strapi.log.warn(`guichet: an operator’s system: ${what}`),
    patience,
    signal,
  };
}

/**
 * Makes a file at the operator's of what the resident typed already.
 *
 * @returns null where it has no way to, or cannot now: the resident begins there with nothing filled in
 */
export async function beginAt(
  strapi: Core.Strapi,
  one: Defined,
  { language, prefill }: { language: Language; prefill: Prefill },
  now: Date,
): Promise<Begun | null> {
  const connection = connectionOf(strapi, one);
  if (connection?.connector.takes !== 'prefill') return null;
  const { connector, link } = connection;
  const world = worldOf(strapi, now, PATIENCE_MS, new AbortController().signal);
  try {
    return await connector.begin(link, { language, prefill, report: null }, world);
  } catch (error) {
    if (error instanceof ConnectorFailure) return null;
    throw error;
  }
}
