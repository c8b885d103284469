/**
 * Démarche numérique (demarche.numerique.gouv.fr, and the instances of its free software): a file prefilled by its public
 * API, which the resident takes over at its address, and which is followed by its prefill token.
 *
 * `POST /api/public/v1/demarches/{number}/dossiers` answers 201 with `dossier_url`, `dossier_number` and
 * `dossier_prefill_token`; the GET of the same address with `?prefill_token=a,b` answers a list. Both want JSON to be
 * announced, the GET included. It refuses frames: the resident is handed over to it.
 */
import type { Prefill } from '@guichet/contracts/teleprocedure';
import * as z from 'zod';
import { ask } from '../ask.js';
import type { Standing } from '../../domain/operated.js';
import { type Connector, ConnectorFailure } from '../connector.js';
import { webOrigin } from '../web-origin.js';

/** Keys of its API: `identite_nom`, or `champ_` and the typed id of a field of the form. */
const field = z.string().regex(/^(?:identite_(?:nom|prenom)|champ_[A-Za-z0-9=_-]{1,80})$/);

const settings = z.strictObject({
  /** Of the instance; where it is not the State's. */
  origin: webOrigin.default('https://demarche.numerique.gouv.fr'),
  /** The number of the démarche. */
  number: z.string().regex(/^\d{1,10}$/),
  // Which of its fields takes what the resident typed already.
  familyName: field.optional(),
  givenName: field.optional(),
  email: field.optional(),
  phone: field.optional(),
  address: field.optional(),
  postalCode: field.optional(),
  city: field.optional(),
});

type Settings = z.output<typeof settings>;

const HEADERS = { 'Content-Type': 'application/json' };

const token = z.string().regex(/^[\w-]{1,200}$/);

/** A file that nobody has taken over yet has an address and no dates; one that somebody has, the contrary. */
const dossier = z.object({
  state: z.string().min(1).max(50),
  dossier_number: z.int().positive(),
  dossier_prefill_token: token,
  dossier_url: z.url().optional(),
  submitted_at: z.iso.datetime({ offset: true }).nullish(),
  processed_at: z.iso.datetime({ offset: true }).nullish(),
});

type Dossier = z.output<typeof dossier>;

/** What nobody has sent yet: `prefilled` until it is taken over, then `brouillon`. */
const drafts = ['prefilled', 'brouillon'];
const ended = ['accepte', 'refuse', 'sans_suite'];

const filesUrl = ({ origin, number }: Settings): URL =>
  new URL(`/api/public/v1/demarches/${number}/dossiers`, origin);

function fieldsOf(settings: Settings, { addressLines, ...prefill }: Prefill): Record<string, string> {
  const typed = { ...prefill, address: addressLines?.filter(Boolean).join(', ') };
  const wanted = ['familyName', 'givenName', 'email', 'phone', 'address', 'postalCode', 'city'] as const;
  const fields = wanted.flatMap((name): [string, string][] => {
    const key = settings[name];
    const value = typed[name];
    return key && value ? [[key, value]] : [];
  });
  return Object.fromEntries(fields);
}

function standingOf({ origin }: Settings, file: Dossier): Standing {
  const { state, dossier_number: number, dossier_url: url } = file;
  const isDraft = drafts.includes(state);
  const told = ended.includes(state)
    ? file.processed_at
    : state === 'en_construction'
      ? file.submitted_at
      : null;
  return {
    word: state,
    at: told ? new Date(told).toISOString() : null,
    reference: String(number),
    // Its own pages ask who comes. What it leads to is the instance's, or nobody's.
    url: url && new URL(url).origin === origin ? url : new URL(`/dossiers/${number}`, origin).href,
    isDraft,
  };
}

export const demarcheNumerique: Connector<Settings> = {
  takes: 'prefill',
  settings,
  needsSecret: false,
  batch: 50,
  words: [
    { word: 'prefilled', label: 'Préparé, pas encore envoyé', status: 'received' },
    { word: 'brouillon', label: 'Brouillon, pas encore envoyé', status: 'received' },
    { word: 'en_construction', label: 'Déposé', status: 'received' },
    { word: 'en_instruction', label: 'En instruction', status: 'in-progress' },
    { word: 'accepte', label: 'Accepté', status: 'answered' },
    { word: 'refuse', label: 'Refusé', status: 'answered' },
    { word: 'sans_suite', label: 'Classé sans suite', status: 'closed' },
  ],

  async begin({ settings }, { prefill }, world) {
    const made = await ask(
      filesUrl(settings),
      { method: 'POST', headers: HEADERS, body: JSON.stringify(fieldsOf(settings, prefill)), reply: dossier },
      world,
    );
    const { dossier_url: url } = made;
    // The resident is led there: nowhere else than to the instance itself.
    if (!url || new URL(url).origin !== settings.origin) throw new ConnectorFailure('nonsense');
    return { handle: made.dossier_prefill_token, standing: standingOf(settings, made) };
  },

  async poll({ settings }, handles, world) {
    const url = filesUrl(settings);
    url.search = `prefill_token=${handles.join(',')}`;
    const files = await ask(url, { headers: HEADERS, reply: z.array(dossier).max(handles.length) }, world);
    return new Map(
      files
        .filter((file) => handles.includes(file.dossier_prefill_token))
        .map((file) => [file.dossier_prefill_token, standingOf(settings, file)]),
    );
  },
};
