/**
 * One record of the annuaire (DILA, licence ouverte 2.0), in either of its forms: of the API's export, whose nested
 * fields are JSON in strings, or of the whole file, where they are not. Whatever else a record holds is left there:
 * `affectation_personne` first, which names people.
 */
import type { Level, OrganisationFacts } from '@guichet/contracts/directory';
import { isEmail, isInseeCode, isSiren } from '@guichet/contracts/identity';
import { cut, plainLine, plainText } from '../source/plain-text.js';
import { readHours } from './hours.js';
import { isBody, kindOf, levelOf } from './kinds.js';
import { phonesIn } from './phone.js';

/** An office, and for which communes it is competent. */
export interface Office {
  /** Its id in the annuaire. */
  id: string;
  url: string | null;
  /** Civil date of its latest change. */
  updatedOn: string | null;
  kind: string;
  level: Level;
  /** Its own; null where it is a service of somebody. */
  siren: string | null;
  /** INSEE code of the commune that it stands in. */
  commune: string | null;
  /** INSEE codes, as the record has them: often those of the seat alone. */
  competence: string[];
  facts: OrganisationFacts;
}

/** What of a record did not come in; `detail` is a few words in English. */
export interface OfficeFault {
  fault:
    | 'malformed'
    | 'too-large'
    | 'no-id'
    | 'twice'
    | 'unknown-commune'
    | 'hours'
    | 'phone'
    | 'email'
    | 'url'
    | 'position';
  detail: string;
}

export interface ReadOffice {
  /** Null where nothing came in, or where the record is of no local office. */
  office: Office | null;
  faults: OfficeFault[];
}

type Fields = Record<string, unknown>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const own = (fields: Fields, name: string): unknown =>
  Object.hasOwn(fields, name) ? fields[name] : undefined;

/** A text, the first of a list, or nothing. */
function text(fields: Fields, name: string): string {
  const value = own(fields, name);
  const one = Array.isArray(value) ? (value[0] as unknown) : value;
  if (typeof one === 'number') return String(one);
  return typeof one === 'string' ? one.trim() : '';
}

/** A list of objects, or of texts, whether it is one or is written as one. @throws SyntaxError */
function list(fields: Fields, name: string): unknown[] {
  const value = own(fields, name);
  const parsed: unknown = typeof value === 'string' && value.trim() ? JSON.parse(value) : value;
  return Array.isArray(parsed) ? (parsed as unknown[]).slice(0, 20_000) : [];
}

function webAddress(written: string): string | null {
  const [first = ''] = written.split(/[\s;]+/);
  const url = URL.parse(/^www\./i.test(first) ? `https://${first}` : first);
  return url && /^https?:$/.test(url.protocol) && url.href.length <= 500 ? url.href : null;
}

/** `22/12/2023 10:38:56`, or an instant → its civil date. */
function dateOf(written: string): string | null {
  const [, day, month, year] = /^(\d\d)\/(\d\d)\/(\d{4})\b/.exec(written) ?? [];
  if (day) return `${year}-${month}-${day}`;
  return /^\d{4}-\d\d-\d\d/.exec(written)?.[0] ?? null;
}

// A message says more than the codes: with them, so that nobody takes one for the other.
const access = new Map([
  ['ACC', 'Accessible en fauteuil roulant'],
  ['DEM', 'Accessible en fauteuil roulant sur demande préalable'],
  ['NAC', 'Non accessible en fauteuil roulant'],
]);

function accessibilityOf(address: Fields): string {
  const code = text(address, 'accessibilite');
  const said = access.get(code.toUpperCase()) ?? plainLine(code, 200);
  return cut([said, plainText(text(address, 'note_accessibilite'))].filter(Boolean).join('\n'), 1000);
}

function linesOf(address: Fields): string {
  const at = (name: string) => plainLine(text(address, name), 120);
  const country = at('pays');
  const lines = [
    at('complement1'),
    at('complement2'),
    at('numero_voie'),
    at('service_distribution'),
    `${at('code_postal')} ${at('nom_commune')}`.trim(),
    /^france$/i.test(country) ? '' : country,
  ];
  return cut(lines.filter(Boolean).join('\n'), 500);
}

/** @param departmentOf of an INSEE code; null where it is not known */
export function readOffice(json: string, departmentOf: (code: string) => string | null): ReadOffice {
  const faults: OfficeFault[] = [];
  const tell = (fault: OfficeFault['fault'], detail: string) => void faults.push({ fault, detail });
  let fields: unknown;
  try {
    fields = JSON.parse(json);
  } catch (error) {
    tell('malformed', (error as Error).message.slice(0, 200));
    return { office: null, faults };
  }
  if (!isFields(fields)) {
    tell('malformed', 'it is no object');
    return { office: null, faults };
  }
  const record = fields;
  /** What cannot be read of a field leaves the rest of the record. */
  const lists = (name: string): Fields[] => {
    try {
      return list(record, name).filter(isFields);
    } catch {
      tell('malformed', `${name} is no JSON`);
      return [];
    }
  };

  const [pivot] = lists('pivot');
  const kind = pivot ? text(pivot, 'type_service_local') : '';
  // Of the State as a whole, and of no commune: it is no local office.
  if (!/^[a-z0-9_-]{1,60}$/i.test(kind) || text(record, 'statut_de_diffusion') === 'false')
    return { office: null, faults };
  const id = text(record, 'id');
  const name = plainLine(text(record, 'nom'), 200);
  if (!/^[\w-]{1,100}$/.test(id) || !name) {
    tell('no-id', name ? 'it has no id that can be kept' : 'it has no name');
    return { office: null, faults };
  }

  const seat = text(record, 'code_insee_commune');
  const commune = isInseeCode(seat) ? seat : null;
  const competence = [
    ...new Set(
      lists('pivot').flatMap((one) => {
        const codes = own(one, 'code_insee_commune');
        return (Array.isArray(codes) ? codes : [codes]).filter(
          (code): code is string => typeof code === 'string' && isInseeCode(code),
        );
      }),
    ),
  ];
  const department = departmentOf(commune ?? competence[0] ?? '');

  const phones: OrganisationFacts['phones'] = [];
  for (const one of lists('telephone')) {
    const written = text(one, 'valeur');
    const numbers = phonesIn(written, department);
    if (written && !numbers.length)
      tell('phone', `${JSON.stringify(written.slice(0, 40))} cannot be dialled`);
    for (const number of numbers)
      if (phones.length < 10 && !phones.some((other) => other.number === number))
        phones.push({ number, label: plainLine(text(one, 'description'), 80) });
  }

  const emails = (
    Array.isArray(own(record, 'adresse_courriel'))
      ? (own(record, 'adresse_courriel') as unknown[])
      : [text(record, 'adresse_courriel')]
  )
    .filter((one) => typeof one === 'string')
    .flatMap((one) => one.split(/[;,\s]+/))
    .filter(Boolean);
  const email = emails.find(isEmail) ?? null;
  if (emails.length && !email) tell('email', `${JSON.stringify(emails[0]!.slice(0, 80))} is no address`);

  const web = (written: string): string | null => {
    const address = written ? webAddress(written) : null;
    if (written && !address) tell('url', `${JSON.stringify(written.slice(0, 80))} is no address of the web`);
    return address;
  };
  const sites = lists('site_internet')
    .map((site) => text(site, 'valeur'))
    .filter(Boolean);

  const addresses = lists('adresse');
  const address = addresses.find((one) => text(one, 'type_adresse') === 'Adresse') ?? addresses[0] ?? {};
  const [latitude, longitude] = ['latitude', 'longitude'].map((axis) => text(address, axis)) as [
    string,
    string,
  ];
  const position = { latitude: Number(latitude), longitude: Number(longitude) };
  const isPlaced = Boolean(latitude && longitude);
  const isOnEarth = Math.abs(position.latitude) <= 90 && Math.abs(position.longitude) <= 180;
  if (isPlaced && !isOnEarth)
    tell('position', `${latitude.slice(0, 20)}, ${longitude.slice(0, 20)} is nowhere`);

  const hours = readHours(lists('plage_ouverture'), text(record, 'commentaire_plage_ouverture'));
  for (const detail of hours.faults) tell('hours', detail);
  const siren = (text(record, 'siren') || text(record, 'siret').slice(0, 9)).replace(/\s/g, '');
  const acronym = plainLine(text(record, 'sigle'), 80);

  return {
    office: {
      id,
      url: webAddress(text(record, 'url_service_public')),
      updatedOn: dateOf(text(record, 'date_modification')),
      kind: kindOf(kind, name),
      level: levelOf(kind),
      siren: isBody(kind, name) && isSiren(siren) ? siren : null,
      commune,
      competence,
      facts: {
        name,
        description: cut(
          [plainText(text(record, 'mission')), plainText(text(record, 'information_complementaire'))]
            .filter(Boolean)
            .join('\n'),
          2000,
        ),
        phones,
        email,
        contactForm: web(text(record, 'formulaire_contact')),
        website: web(sites[0] ?? ''),
        address: linesOf(address),
        accessibility: accessibilityOf(address),
        position: isPlaced && isOnEarth ? position : null,
        openingHours: hours.openingHours,
        hoursNote: cut(hours.note, 500),
        keywords: acronym ? [acronym] : [],
      },
    },
    faults,
  };
}
