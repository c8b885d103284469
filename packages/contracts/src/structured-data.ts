/**
 * What the directory tells search engines: schema.org's `GovernmentOffice` and `GovernmentService` as JSON-LD. Of
 * everything, or of the one organisation or procedure that a page shows.
 */
import type { Administration } from './administration.js';
import type { Directory, DirectoryProcedure, Organisation, Way } from './directory.js';
import { hoursData } from './structured-hours.js';

/** What JSON has: no member of it is undefined. */
export type StructuredData = { [member: string]: StructuredValue };
export type StructuredValue = string | number | boolean | StructuredValue[] | StructuredData;

type Teller = Pick<Administration, 'code' | 'insee' | 'holidays'>;

export type Shown = { organisation: string } | { procedure: string };

/** Leaves out what nothing is known of. */
function known(members: Record<string, StructuredValue | null | undefined>): StructuredData {
  const isKnown = (value: StructuredValue | null | undefined) =>
    value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);
  return Object.fromEntries(Object.entries(members).filter(([, value]) => isKnown(value))) as StructuredData;
}

/** Absolute URL of the hosting's page about one organisation or procedure. */
export const pageOf = ({ link }: Directory, parameter: 'organisme' | 'demarche', id: string): string =>
  `${link}${link.includes('?') ? '&' : '?'}${parameter}=${encodeURIComponent(id)}`;

/** @param text lines; the last one ends with the postal code and the town, as French addresses do */
function postalAddress(text: string): StructuredData | null {
  const lines = text.split('\n').flatMap((line) => line.trim() || []);
  if (!lines.length) return null;
  const last = /^(.*?)[\s,]*\b(\d{5})\s+(\D.*)$/.exec(lines.at(-1)!);
  const street = last ? [...lines.slice(0, -1), last[1]!] : lines;
  return known({
    '@type': 'PostalAddress',
    streetAddress: street.filter(Boolean).join(', '),
    postalCode: last?.[2],
    addressLocality: last?.[3],
    addressCountry: 'FR',
  });
}

function areaOf({ code, insee }: Teller): StructuredData {
  return {
    '@type': 'AdministrativeArea',
    identifier: { '@type': 'PropertyValue', propertyID: insee ? 'INSEE' : 'SIREN', value: insee ?? code },
  };
}

function phonesOf({ phones }: Organisation): Record<string, StructuredValue> {
  const points = phones
    .filter(({ label }) => label)
    .map(({ number, label }) => ({ '@type': 'ContactPoint', telephone: number, contactType: label }));
  return { telephone: phones.map(({ number }) => number), contactPoint: points };
}

function office(one: Organisation, teller: Teller, directory: Directory): StructuredData {
  const [administration] = directory.organisations;
  const isDesk = one !== administration && one.level === 'commune' && administration?.level === 'commune';
  const facts = {
    '@id': pageOf(directory, 'organisme', one.id),
    name: one.name,
    description: one.description,
    address: postalAddress(one.address),
    ...phonesOf(one),
    email: one.email,
    url: one.website ?? pageOf(directory, 'organisme', one.id),
    areaServed: areaOf(teller),
    parentOrganization: isDesk ? { '@id': pageOf(directory, 'organisme', administration.id) } : null,
  };
  // An association is no office of a government's, and only places have hours.
  if (one.level === 'association') return known({ '@type': 'Organization', ...facts });
  return known({
    '@type': 'GovernmentOffice',
    ...facts,
    geo: one.position && { '@type': 'GeoCoordinates', ...one.position },
    ...(one.openingHours && hoursData(one.openingHours, teller.holidays)),
  });
}

function channel(way: Way, { link }: DirectoryProcedure, provider: Organisation, id: string): StructuredData {
  const phone = provider.phones[0]?.number;
  return known({
    '@type': 'ServiceChannel',
    serviceUrl: way === 'online' ? link : null,
    serviceLocation: way === 'counter' ? { '@id': id } : null,
    servicePhone: way === 'phone' && phone ? { '@type': 'ContactPoint', telephone: phone } : null,
    servicePostalAddress: way === 'post' ? postalAddress(provider.address) : null,
  });
}

function service(one: DirectoryProcedure, teller: Teller, directory: Directory): StructuredData {
  const { organisations } = directory;
  const provider = one.organisation
    ? (organisations.find(({ id }) => id === one.organisation) ?? organisations[0])
    : undefined;
  const id = provider && pageOf(directory, 'organisme', provider.id);
  const channels = provider && id ? one.ways.map((way) => channel(way, one, provider, id)) : [];
  return known({
    '@type': 'GovernmentService',
    '@id': pageOf(directory, 'demarche', one.slug),
    name: one.title,
    description: one.description,
    url: one.link,
    serviceType: one.title,
    provider: id ? { '@id': id } : one.operator && { '@type': 'GovernmentOrganization', name: one.operator },
    audience: one.audience && { '@type': 'Audience', audienceType: one.audience },
    // A channel of which nothing but its kind is known tells nothing.
    availableChannel: channels.filter((each) => Object.keys(each).length > 1),
    areaServed: areaOf(teller),
  });
}

/**
 * @param shown the one that a page is about, its provider with it; everything where it is left out
 * @returns JSON-LD; write it into a page by `serialised` only
 */
export function structuredData(teller: Teller, directory: Directory, shown?: Shown): StructuredData {
  const procedures = directory.procedures.filter(
    ({ slug }) => !shown || ('procedure' in shown && slug === shown.procedure),
  );
  const organisations = directory.organisations.filter(
    ({ id }) =>
      !shown ||
      ('organisation' in shown
        ? id === shown.organisation
        : procedures.some((one) => one.organisation === id)),
  );
  return {
    '@context': 'https://schema.org',
    '@graph': [
      ...organisations.map((one) => office(one, teller, directory)),
      ...procedures.map((one) => service(one, teller, directory)),
    ],
  };
}

const escapes: Record<string, string> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
};

/** @returns JSON that may stand in a `<script type="application/ld+json">`, whatever its texts are */
export const serialised = (data: StructuredData): string =>
  JSON.stringify(data).replace(/[<>&\u2028\u2029]/g, (character) => escapes[character]!);
