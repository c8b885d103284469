/**
 * Open311 GeoReport v2 (wiki.open311.org/GeoReport_v2), outward: what a resident reports of a place is sent to the system
 * of who looks after it, and followed there. `POST requests.json` answers the report's id at once, or a token that becomes
 * one later (`GET tokens/{token}.json`); `GET requests/{id}.json` says where it stands. Replies are lists, ids texts or
 * numbers. Nothing says who reports: the mairie answers its resident.
 */
import * as z from 'zod';
import { ask } from '../ask.js';
import {
  type Begun,
  type Connector,
  ConnectorFailure,
  type Link,
  type Polled,
  type World,
} from '../connector.js';
import { webOrigin } from '../web-origin.js';

const settings = z.strictObject({
  /** Of the service: where `requests.json` stands. */
  origin: webOrigin,
  path: z
    .string()
    .regex(/^(?:\/[\w.~-]+)*\/?$/)
    .default('/'),
  /** Which of its services takes the report. */
  serviceCode: z.string().regex(/^[\w.-]{1,60}$/),
  /** Where one system serves several territories. */
  jurisdictionId: z
    .string()
    .regex(/^[\w.-]{1,60}$/)
    .optional(),
});

type Settings = z.output<typeof settings>;

const id = z.union([z.string().regex(/^[\w.-]{1,80}$/), z.int()]).transform(String);

const made = z
  .array(z.object({ service_request_id: id.nullish(), token: id.nullish() }))
  .min(1)
  .max(1);

const stands = z
  .array(
    z.object({
      status: z.string().min(1).max(100),
      updated_datetime: z.iso.datetime({ offset: true }).nullish(),
      requested_datetime: z.iso.datetime({ offset: true }).nullish(),
    }),
  )
  .min(1)
  .max(1);

// A handle says which of the two it is.
const REQUEST = 'request:';
const TOKEN = 'token:';

function addressOf({ origin, path, jurisdictionId }: Settings, file: string): URL {
  const url = new URL(`${path.replace(/\/$/, '')}/${file}`, origin);
  if (jurisdictionId) url.searchParams.set('jurisdiction_id', jurisdictionId);
  return url;
}

function begunOf([reply]: z.output<typeof made>): Begun {
  const { service_request_id: reference, token } = reply!;
  const standing = { word: 'open', at: null, reference: reference ?? null, url: null, isDraft: false };
  if (reference) return { handle: REQUEST + reference, standing };
  if (token) return { handle: TOKEN + token, standing };
  throw new ConnectorFailure('nonsense');
}

async function standingOf(
  { settings }: Link<Settings>,
  handle: string,
  world: World,
): Promise<Polled | null> {
  if (handle.startsWith(TOKEN)) {
    const url = addressOf(settings, `tokens/${encodeURIComponent(handle.slice(TOKEN.length))}.json`);
    const begun = begunOf(await ask(url, { reply: made }, world));
    // Not yet: it is waiting for its id.
    if (begun.standing.reference === null) return null;
    const standing = await standingOf({ settings, secret: null }, begun.handle, world);
    return standing && { ...standing, handle: begun.handle };
  }
  const reference = handle.slice(REQUEST.length);
  const url = addressOf(settings, `requests/${encodeURIComponent(reference)}.json`);
  const [stood] = await ask(url, { reply: stands }, world);
  const { status, updated_datetime: updated, requested_datetime: requested } = stood!;
  const at = updated ?? requested;
  return {
    word: status,
    at: at ? new Date(at).toISOString() : null,
    reference,
    url: null,
    isDraft: false,
  };
}

export const open311: Connector<Settings> = {
  takes: 'report',
  settings,
  needsSecret: true,
  // One call each, one after another.
  batch: 10,
  words: [
    { word: 'open', label: 'Signalement ouvert', status: 'in-progress' },
    { word: 'closed', label: 'Signalement clos', status: 'closed' },
  ],

  async begin({ settings, secret }, { report }, world) {
    if (!report || (!report.position && !report.address)) throw new ConnectorFailure('refused');
    const { description, position, address } = report;
    const fields = new URLSearchParams({
      api_key: secret ?? '',
      service_code: settings.serviceCode,
      description,
      ...(position && { lat: String(position.latitude), long: String(position.longitude) }),
      ...(address && { address_string: address }),
    });
    return begunOf(
      await ask(
        addressOf(settings, 'requests.json'),
        {
          method: 'POST',
          headers: { 'Content-Type': 'application/x-www-form-urlencoded; charset=utf-8' },
          body: fields.toString(),
          reply: made,
        },
        world,
      ),
    );
  },

  async poll(link, handles, world) {
    const standings = new Map<string, Polled>();
    for (const handle of handles) {
      try {
        const standing = await standingOf(link, handle, world);
        if (standing) standings.set(handle, standing);
      } catch (error) {
        // That one is not known: the others may be.
        if (!(error instanceof ConnectorFailure && error.code === 'refused')) throw error;
      }
    }
    return standings;
  },
};
