/**
 * The directory's organisations. Those of an administration (its services, which residents write to) are its own to
 * edit; those that a source brings in are the hosting's. Each is kept once, wherever it is shown.
 */
import type { LinkFault } from '@guichet/contracts/admin/directory';
import type { Level, Organisation, OrganisationFacts } from '@guichet/contracts/directory';
import { noFacts } from '@guichet/contracts/no-facts';
import type { Knex } from 'knex';
import { broughtIn } from '../domain/brought-in.js';
import type { Desk } from '../domain/tenant.js';
import { newId } from '../jobs/new-id.js';
import { FORMER_ORGANISATIONS, ORGANISATION_CHOICES, ORGANISATION_PLACES, ORGANISATIONS } from './tables.js';
import { writeMany } from './write-many.js';

export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable(ORGANISATIONS, (table) => {
    table.text('id').primary();
    /** The administration whose it is; null: the hosting's. */
    table.text('owner_id');
    /** What requests name it by, among its owner's; null where nobody writes to it here. */
    table.text('slug');
    table.text('level').notNullable();
    table.text('kind');
    /** What it is looked for by; the other facts are in `facts`. */
    table.text('name').notNullable();
    table.boolean('is_draft').notNullable();
    table.text('siren');
    /** INSEE code of the commune that it stands in. */
    table.text('commune');
    /** As it is shown, as JSON. */
    table.text('facts').notNullable();
    table.text('source');
    /** Its id there. */
    table.text('source_id');
    /** Its address there, and the civil date of its latest change. */
    table.text('source_url');
    table.text('source_updated_on');
    /** The facts as the source had them when they were last brought in, as JSON, and what tells them apart. */
    table.text('source_facts');
    table.text('source_digest');
    /** Civil date since when the source has it no more. */
    table.text('gone_on');
    /** Instant at which its links were last tried, and of those that led nowhere why, as JSON; null: none. */
    table.text('links_tried_at');
    table.text('dead_links');
    /** Counts its changes, so that nobody overwrites what was not on screen. */
    table.integer('version').notNullable();
    table.unique(['owner_id', 'slug']);
    table.unique(['source', 'source_id']);
    table.index(['siren']);
    table.index(['commune', 'kind']);
  });
  await knex.schema.createTable(ORGANISATION_PLACES, (table) => {
    table.text('place').notNullable();
    table.text('organisation_id').notNullable();
    table.primary(['place', 'organisation_id']);
    table.index(['organisation_id']);
  });
  await knex.schema.createTable(ORGANISATION_CHOICES, (table) => {
    table.text('administration_id').notNullable();
    table.text('organisation_id').notNullable();
    table.boolean('is_hidden').notNullable();
    /** From 0; null: where its level and its name put it. */
    table.integer('position');
    /** In the place of its description; null: its own. */
    table.text('description');
    table.primary(['administration_id', 'organisation_id']);
  });
  if (await knex.schema.hasTable(FORMER_ORGANISATIONS)) await takeOver(knex);
}

interface FormerRow {
  administration_uid: string;
  slug: string;
  name: string;
  email: string;
  phone: string;
  address: string;
  level: Level | null;
}

async function takeOver(knex: Knex): Promise<void> {
  const former = await knex<FormerRow>(FORMER_ORGANISATIONS);
  for (const { administration_uid, slug, level, ...desk } of former)
    await addOrganisation(knex, administration_uid, {
      slug,
      level: level ?? 'commune',
      facts: deskFacts(desk),
    });
}

/** @param before what else is known of it */
export function deskFacts(
  { name, email, phone, address }: Omit<Desk, 'slug'>,
  before: OrganisationFacts = { name, ...noFacts },
): OrganisationFacts {
  const [first, ...others] = before.phones;
  const phones = [{ label: '', ...first, number: phone }, ...others];
  return { ...before, name, email, phones, address };
}

/** A service that residents write to; none where they cannot. */
export function deskOf({ slug, isDraft, facts }: StoredOrganisation): Desk[] {
  const { name, email, phones, address } = facts;
  const [phone] = phones;
  return slug && !isDraft && email && phone ? [{ slug, name, email, phone: phone.number, address }] : [];
}

/** Where an organisation is shown: in one administration's directory, or in those of a territory. */
export type Place =
  'everywhere' | `${'administration' | 'commune' | 'intercommunality' | 'department' | 'region'}:${string}`;

export function isPlace(value: unknown): value is Place {
  return (
    value === 'everywhere' ||
    (typeof value === 'string' &&
      /^(?:administration|commune|intercommunality|department|region):[\w-]+$/.test(value))
  );
}

export interface StoredOrganisation {
  id: string;
  ownerId: string | null;
  slug: string | null;
  level: Level;
  kind: string | null;
  isDraft: boolean;
  siren: string | null;
  commune: string | null;
  facts: OrganisationFacts;
  /** As the source had it last; null where it is nobody else's. */
  source: {
    name: string;
    id: string;
    url: string | null;
    updatedOn: string | null;
    facts: OrganisationFacts;
  } | null;
  goneOn: string | null;
  /** Links that led nowhere when they were last tried, and since when. */
  deadLinks: DeadLink[];
  version: number;
}

export interface DeadLink {
  url: string;
  fault: LinkFault;
  /** Instant of the first time, and how many times in a row. */
  since: string;
  times: number;
}

interface Row {
  id: string;
  owner_id: string | null;
  slug: string | null;
  level: Level;
  kind: string | null;
  name: string;
  is_draft: boolean | 0 | 1;
  siren: string | null;
  commune: string | null;
  facts: string;
  source: string | null;
  source_id: string | null;
  source_url: string | null;
  source_updated_on: string | null;
  source_facts: string | null;
  source_digest: string | null;
  gone_on: string | null;
  links_tried_at: string | null;
  dead_links: string | null;
  version: number;
}

function organisationOf(row: Row): StoredOrganisation {
  return {
    id: row.id,
    ownerId: row.owner_id,
    slug: row.slug,
    level: row.level,
    kind: row.kind,
    isDraft: Boolean(row.is_draft),
    siren: row.siren,
    commune: row.commune,
    facts: JSON.parse(row.facts) as OrganisationFacts,
    source: row.source === null ? null : sourceOf(row),
    goneOn: row.gone_on,
    deadLinks: row.dead_links ? (JSON.parse(row.dead_links) as DeadLink[]) : [],
    version: row.version,
  };
}

const sourceOf = (row: Row): NonNullable<StoredOrganisation['source']> => ({
  name: row.source!,
  id: row.source_id!,
  url: row.source_url,
  updatedOn: row.source_updated_on,
  facts: JSON.parse(row.source_facts!) as OrganisationFacts,
});

/** Of one administration, by name; drafts too. */
export async function organisationsOwnedBy(knex: Knex, ownerId: string): Promise<StoredOrganisation[]> {
  const rows = await knex<Row>(ORGANISATIONS).where({ owner_id: ownerId });
  return inOrder(rows.map(organisationOf));
}

/** Databases put É after Z. */
const inOrder = (all: StoredOrganisation[]) =>
  all.sort((one, other) => one.facts.name.localeCompare(other.facts.name, 'fr'));

/** All that is shown in some places, by name; drafts, and what its source has no more, too. */
export async function organisationsAt(knex: Knex, places: readonly Place[]): Promise<StoredOrganisation[]> {
  const rows = await knex<Row>(ORGANISATIONS).whereIn(
    'id',
    knex(ORGANISATION_PLACES).whereIn('place', places).select('organisation_id'),
  );
  return inOrder(rows.map(organisationOf));
}

export async function findOrganisation(knex: Knex, id: string): Promise<StoredOrganisation | null> {
  const row = await knex<Row>(ORGANISATIONS).where({ id }).first();
  return row ? organisationOf(row) : null;
}

export async function placesOf(knex: Knex, id: string): Promise<Place[]> {
  const rows = await knex<{ place: Place }>(ORGANISATION_PLACES)
    .where('organisation_id', id)
    .orderBy('place')
    .select('place');
  return rows.map(({ place }) => place);
}

async function writePlaces(knex: Knex, ids: readonly string[], places: (id: string) => readonly Place[]) {
  if (!ids.length) return;
  await knex(ORGANISATION_PLACES).whereIn('organisation_id', ids).delete();
  const rows = ids.flatMap((id) => places(id).map((place) => ({ organisation_id: id, place })));
  await writeMany(knex, ORGANISATION_PLACES, ['place', 'organisation_id'], rows);
}

export interface OrganisationInput {
  slug: string | null;
  level: Level;
  kind?: string | null;
  isDraft?: boolean;
  facts: OrganisationFacts;
  /** Default: its owner's own directory. */
  places?: readonly Place[];
}

const columnsOf = ({ slug, level, kind = null, isDraft = false, facts }: OrganisationInput) => ({
  slug,
  level,
  kind,
  name: facts.name,
  is_draft: isDraft,
  facts: JSON.stringify(facts),
});

/**
 * @param ownerId null: the hosting's, which then says where it is shown
 * @returns its id
 * @throws a unique violation where its owner has one of that slug
 */
export async function addOrganisation(
  knex: Knex,
  ownerId: string | null,
  input: OrganisationInput,
): Promise<string> {
  const id = newId();
  await knex(ORGANISATIONS).insert({ id, owner_id: ownerId, version: 1, ...columnsOf(input) });
  const places = input.places ?? (ownerId ? [`administration:${ownerId}` as const] : []);
  await writePlaces(knex, [id], () => places);
  return id;
}

/**
 * @returns false where it is no longer at the version seen
 * @throws a unique violation where its owner has another of that slug
 */
export async function changeOrganisation(
  knex: Knex,
  id: string,
  input: OrganisationInput,
  seen: number,
): Promise<boolean> {
  const changed = await knex(ORGANISATIONS)
    .where({ id, version: seen })
    .update({ ...columnsOf(input), links_tried_at: null, version: seen + 1 });
  if (changed && input.places) await writePlaces(knex, [id], () => input.places!);
  return changed === 1;
}

export async function removeOrganisation(knex: Knex, id: string): Promise<void> {
  await knex(ORGANISATIONS).where({ id }).delete();
  await knex(ORGANISATION_PLACES).where('organisation_id', id).delete();
  await knex(ORGANISATION_CHOICES).where('organisation_id', id).delete();
}

/** What an administration makes of an organisation in its own directory. */
export interface OrganisationChoice {
  organisationId: string;
  isHidden: boolean;
  position: number | null;
  description: string | null;
}

interface ChoiceRow {
  administration_id: string;
  organisation_id: string;
  is_hidden: boolean | 0 | 1;
  position: number | null;
  description: string | null;
}

export async function choicesOf(
  knex: Knex,
  administrationId: string,
): Promise<Map<string, OrganisationChoice>> {
  const rows = await knex<ChoiceRow>(ORGANISATION_CHOICES).where('administration_id', administrationId);
  return new Map(
    rows.map(({ organisation_id, is_hidden, position, description }) => [
      organisation_id,
      { organisationId: organisation_id, isHidden: Boolean(is_hidden), position, description },
    ]),
  );
}

/** Puts all of an administration's choices in the place of those before; in a transaction. */
export async function writeChoices(
  trx: Knex,
  administrationId: string,
  choices: readonly OrganisationChoice[],
): Promise<void> {
  await trx(ORGANISATION_CHOICES).where('administration_id', administrationId).delete();
  const rows = choices
    // What says nothing is as if it were not there.
    .filter(({ isHidden, position, description }) => isHidden || position !== null || description !== null)
    .map(({ organisationId, isHidden, position, description }): ChoiceRow => ({
      administration_id: administrationId,
      organisation_id: organisationId,
      is_hidden: isHidden,
      position,
      description,
    }));
  for (let from = 0; from < rows.length; from += AT_ONCE)
    await trx(ORGANISATION_CHOICES).insert(rows.slice(from, from + AT_ONCE));
}

/** SQLite takes no more than 32,766 parameters in a statement. */
const AT_ONCE = 500;

/** Texts of a hundred kilobytes and more stay in memory until it is full: those of a statement are to be shorter. */
const FEW = 8;

/** What a source tells of an organisation. */
export interface SourcedOrganisation {
  /** Its id there. */
  id: string;
  url: string | null;
  /** Civil date. */
  updatedOn: string | null;
  /** Equal where nothing changed, and is read as it was. */
  digest: string;
  level: Level;
  kind: string | null;
  siren: string | null;
  commune: string | null;
  places: readonly Place[];
  facts: OrganisationFacts;
}

/** By the source's ids, what told each apart when it was last brought in; null: it is gone. */
export async function organisationDigests(
  knex: Knex,
  source: string,
  sourceIds: readonly string[],
): Promise<Map<string, string | null>> {
  const rows = await knex<Row>(ORGANISATIONS)
    .where({ source })
    .whereIn('source_id', sourceIds)
    .select('source_id', 'source_digest', 'gone_on');
  return new Map(rows.map((row) => [row.source_id!, row.gone_on ? null : row.source_digest]));
}

/** What a source has of organisations: the ids there of those that are not gone, a few at a time. */
export async function* sourcedIds(knex: Knex, source: string): AsyncGenerator<string[]> {
  for (let ids: string[], after = ''; ; after = ids.at(-1)!) {
    ids = (await knex(ORGANISATIONS)
      .where({ source })
      .whereNull('gone_on')
      .where('source_id', '>', after)
      .orderBy('source_id')
      .limit(AT_ONCE)
      .pluck('source_id')) as string[];
    if (ids.length) yield ids;
    if (ids.length < AT_ONCE) return;
  }
}

/**
 * Brings in what changed at the source, a few hundred at a time; what people wrote here stays, field by field
 * (`domain/brought-in.ts`). In a transaction: either all of a batch is there or none.
 */
export async function bringInOrganisations(
  trx: Knex,
  source: string,
  batch: readonly SourcedOrganisation[],
): Promise<void> {
  if (!batch.length) return;
  const rows = await trx<Row>(ORGANISATIONS)
    .where({ source })
    .whereIn(
      'source_id',
      batch.map(({ id }) => id),
    );
  const known = new Map(rows.map((row) => [row.source_id!, row]));
  const placesById = new Map<string, readonly Place[]>();
  const written = batch.map((one): Row => {
    const row = known.get(one.id);
    const before = row && organisationOf(row);
    const facts = broughtIn(before?.facts ?? null, before?.source?.facts ?? null, one.facts);
    const id = row?.id ?? newId();
    placesById.set(id, one.places);
    return {
      id,
      owner_id: row?.owner_id ?? null,
      slug: row?.slug ?? null,
      level: one.level,
      kind: one.kind,
      name: facts.name,
      is_draft: row?.is_draft ?? false,
      siren: one.siren,
      commune: one.commune,
      facts: JSON.stringify(facts),
      source,
      source_id: one.id,
      source_url: one.url,
      source_updated_on: one.updatedOn,
      source_facts: JSON.stringify(one.facts),
      source_digest: one.digest,
      gone_on: null,
      links_tried_at: null,
      dead_links: row?.dead_links ?? null,
      version: (row?.version ?? 0) + 1,
    };
  });
  for (let from = 0; from < written.length; from += FEW)
    await writeMany(trx, ORGANISATIONS, ['id'], written.slice(from, from + FEW));
  await writePlaces(trx, [...placesById.keys()], (id) => placesById.get(id)!);
}

/** What a source knows in some communes of some kinds of offices; what it has no more left out. */
export async function sourcedIn(
  knex: Knex,
  source: string,
  { communes, kinds }: { communes: readonly string[]; kinds: readonly string[] },
): Promise<StoredOrganisation[]> {
  // Sought by the commune alone: SQLite would look through all of the source's.
  const rows = await knex<Row>(ORGANISATIONS)
    .whereIn('commune', communes)
    .whereIn('kind', kinds)
    .orderBy('source_id');
  return rows.filter((row) => row.source === source && row.gone_on === null).map(organisationOf);
}

/** What the source has no more is shown no more, and stays as it was should it come back. */
export async function markGone(
  knex: Knex,
  source: string,
  sourceIds: readonly string[],
  on: string,
): Promise<void> {
  for (let from = 0; from < sourceIds.length; from += AT_ONCE)
    await knex(ORGANISATIONS)
      .where({ source })
      .whereIn('source_id', sourceIds.slice(from, from + AT_ONCE))
      .update({ gone_on: on });
}

/**
 * Whose links are to be tried, those first that never were; an administration's own before all others.
 *
 * @param places where what residents of this hosting read is shown; null: everywhere
 * @param before instant: those that were tried since are left alone
 */
export async function organisationsToTry(
  knex: Knex,
  places: readonly Place[] | null,
  before: string,
  limit: number,
): Promise<StoredOrganisation[]> {
  const rows = await knex<Row>(ORGANISATIONS)
    .whereNull('gone_on')
    .where((due) => due.whereNull('links_tried_at').orWhere('links_tried_at', '<', before))
    .where((shown) => {
      if (places)
        void shown.whereIn(
          'id',
          knex(ORGANISATION_PLACES).whereIn('place', places).select('organisation_id'),
        );
    })
    .orderByRaw('owner_id is null, links_tried_at is not null, links_tried_at, id')
    .limit(limit);
  return rows.map(organisationOf);
}

export async function saveDeadLinks(
  knex: Knex,
  id: string,
  deadLinks: readonly DeadLink[],
  at: string,
): Promise<void> {
  const dead_links = deadLinks.length ? JSON.stringify(deadLinks) : null;
  await knex<Row>(ORGANISATIONS).where({ id }).update({ links_tried_at: at, dead_links });
}

/** As residents read it. @param isOwn whether they read it in its owner's directory, and can write to it there */
export function shownOrganisation(stored: StoredOrganisation, isOwn: boolean): Organisation {
  const { id, level, kind, slug, facts, source } = stored;
  return {
    ...facts,
    id,
    level,
    kind,
    recipient: isOwn ? slug : null,
    source: source?.url ? { name: source.name, url: source.url, updatedOn: source.updatedOn } : null,
  };
}
