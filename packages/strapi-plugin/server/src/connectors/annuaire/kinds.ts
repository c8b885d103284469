/** What is known of the kinds of offices that the annuaire has (`type_service_local`). */
import type { Level } from '@guichet/contracts/directory';

const levels = new Map<string, Level>([
  ...['mairie', 'mairie_com', 'paris_mairie', 'paris_mairie_arrondissement', 'ccas'].map(
    (kind) => [kind, 'commune'] as const,
  ),
  ...['epci', 'cias'].map((kind) => [kind, 'intercommunality'] as const),
  ...['cg', 'pmi', 'edas', 'maison_handicapees', 'clic', 'mds', 'sdis'].map(
    (kind) => [kind, 'department'] as const,
  ),
  ['cr', 'region'],
  ...['adil', 'cidf', 'udaf', 'mission_locale', 'cij', 'crij', 'apecita', 'aav', 'permanence_juridique'].map(
    (kind) => [kind, 'association'] as const,
  ),
]);

/** Who an office belongs to; the State, for all that is not known to be another's. */
export const levelOf = (kind: string): Level => levels.get(kind) ?? 'state';

/**
 * How far the competence of an office goes of which only the commune of its seat is told: a whole département or region
 * by its law, or what is near, where anybody may go to any of them.
 */
export type Extent = 'commune' | 'department' | 'region' | 'near';

const extents = new Map<string, Extent>([
  ...[
    'prefecture',
    'cg',
    'maison_handicapees',
    'ddt',
    'ddtm',
    'ddpp',
    'ddcs',
    'ddcspp',
    'ddets',
    'ddetspp',
    'dd_fip',
    'dd_femmes',
    'onac',
    'udaf',
    'adil',
    'cdad',
    'inspection_academique',
    'chambre_agriculture',
    'cdg',
    'sdis',
    'archives_departementales',
  ].map((kind) => [kind, 'department'] as const),
  ...[
    'cr',
    'prefecture_region',
    'ars',
    'dreal',
    'drac',
    'draaf',
    'dreets',
    'drjscs',
    'dr_insee',
    'dr_femmes',
    'crc',
  ].map((kind) => [kind, 'region'] as const),
  ...['msap', 'france_services'].map((kind) => [kind, 'near'] as const),
]);

export const extentOf = (kind: string): Extent => extents.get(kind) ?? 'commune';

/** The mairies of communes as they are now. */
export const mairieKinds = ['mairie', 'paris_mairie'] as const;

/** Whether it is the mairie of a part of a commune, or a second door of one. */
const isPart = (name: string): boolean => /d[ée]l[ée]gu[ée]e|annexe|associ[ée]e|quartier|secteur/i.test(name);

/** A part's mairie is of the kind that the State has for them, whichever its record says. */
export const kindOf = (kind: string, name: string): string =>
  kind === 'mairie' && isPart(name) ? 'mairie_com' : kind;

/** Whether an office is a body of its own, whose SIREN is its own: of a service, it is that of who runs it. */
export const isBody = (kind: string, name: string): boolean =>
  ['mairie', 'paris_mairie', 'epci', 'cg', 'cr'].includes(kindOf(kind, name)) && !isPart(name);
