/**
 * Open311 GeoReport v2 (wiki.open311.org/GeoReport_v2), outward: what a resident reports of a place is sent to the system
 * of who looks after it, and followed there. `POST requests.json` answers the report's id at once, or a token that becomes
 * one later (`GET tokens/{token}.json`); `GET requests/{id}.json` says where it stands. Replies are lists, ids texts or
 * numbers. A report has no key that makes sending it twice harmless: where it is not known whether one arrived, it is
 * looked for among those that there are (`GET requests.json`), never sent again.
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

/** What people wrote there, where it is text. */
const said = z
  .string()
  .transform((text) => text.trim().slice(0, 1000) || null)
  .nullish()
  .catch(null);

const made = z
  .array(z.object({ service_request_id: id.nullish(), token: id.nullish(), service_notice: said }))
  .min(1)
  .max(1);

const stands = z
  .array(
    z.object({
      status: z.string().min(1).max(100),
      updated_datetime: z.iso.datetime({ offset: true }).nullish(),
      requested_datetime: z.iso.datetime({ offset: true }).nullish(),
      /** Why it stands so; what is to be done; who does it. */
      status_notes: said,
      service_notice: said,
      agency_responsible: said,
    }),
  )
  .min(1)
  .max(1);

const listed = z.array(
  z.object({ service_request_id: id.nullish(), token: id.nullish(), description: z.string().nullish() }),
);

/** The system's clock may be behind ours. */
const CLOCKS_MS = 3_600_000;

// A handle says which of the two it is.
const REQUEST = 'request:';
const TOKEN = 'token:';

function addressOf({ origin, path, jurisdictionId }: Settings, file: string): URL {
  const url = new URL(`${path.replace(/\/$/, '')}/${file}`, origin);
  if (jurisdictionId) url.searchParams.set('jurisdiction_id', jurisdictionId);
  return url;
}

type Made = Partial<z.output<typeof made>[number]>;

function begunOf([reply]: readonly Made[]): Begun {
  const { service_request_id: reference, token, service_notice: note = null } = reply!;
  const standing = {
    word: 'open',
    at: null,
    reference: reference ?? null,
    url: null,
    isDraft: false,
    note,
    agency: null,
  };
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
  const { status_notes: why, service_notice: notice, agency_responsible: agency = null } = stood!;
  const at = updated ?? requested;
  return {
    word: status,
    at: at ? new Date(at).toISOString() : null,
    reference,
    url: null,
    isDraft: false,
    note: why ?? notice ?? null,
    agency,
  };
}

/** With what its system says of it by now, where it says it: who deals with it is told nowhere else. */
async function known(link: Link<Settings>, begun: Begun, world: World): Promise<Begun> {
  if (begun.standing.reference === null) return begun;
  try {
    const stood = await standingOf(link, begun.handle, world);
    if (!stood) return begun;
    const { note } = begun.standing;
    return { ...begun, standing: { ...stood, note: stood.note ?? note ?? null } };
  } catch (error) {
    // It was made: that it cannot be read now changes nothing.
    if (error instanceof ConnectorFailure) return begun;
    throw error;
  }
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

  async begin(link, { report }, world) {
    const { settings, secret } = link;
    if (!report || (!report.position && !report.address)) throw new ConnectorFailure('refused');
    const { description, position, address, reporter = {} } = report;
    const fields = new URLSearchParams({
      api_key: secret ?? '',
      service_code: settings.serviceCode,
      description,
      ...(position && { lat: String(position.latitude), long: String(position.longitude) }),
      ...(address && { address_string: address }),
      ...(reporter.givenName && { first_name: reporter.givenName }),
      ...(reporter.familyName && { last_name: reporter.familyName }),
      ...(reporter.email && { email: reporter.email }),
      ...(reporter.phone && { phone: reporter.phone }),
    });
    const begun = begunOf(
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
    return known(link, begun, world);
  },

  async find(link, { mark, since }, world) {
    const url = addressOf(link.settings, 'requests.json');
    url.searchParams.set('service_code', link.settings.serviceCode);
    url.searchParams.set('start_date', new Date(since.getTime() - CLOCKS_MS).toISOString());
    const all = await ask(url, { reply: listed }, world);
    const found = all.find(({ description }) => description?.includes(mark));
    return found ? known(link, begunOf([found]), world) : null;
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
