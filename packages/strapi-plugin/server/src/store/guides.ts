/** The State's guides, as they were read, and how each part of the source stands. */
import type { GuideSourceView } from '@guichet/contracts/admin/guides';
import type { Guide, GuideAudience, GuideIndex, GuideKind, ShownGuide } from '@guichet/contracts/guide';
import { needs } from '@guichet/contracts/needs';
import type { Knex } from 'knex';
import { createSourceTable, type SourceRow as SourceRowOf, sourceTable } from './sources.js';

const GUIDES = 'guichet_guides';
const SOURCES = 'guichet_guide_sources';

/** The source has two archives: the second is for professionals, the first for everybody else. */
export const guideParts = ['individuals', 'professionals'] as const;
export type GuidePart = (typeof guideParts)[number];

export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable(GUIDES, (table) => {
    table.text('part').notNullable();
    table.text('id').notNullable();
    table.text('kind').notNullable();
    table.text('title').notNullable();
    /** Of the file, as it was read. */
    table.text('digest').notNullable();
    /** A guide as JSON. */
    table.text('body').notNullable();
    table.primary(['part', 'id']);
    table.index(['part', 'kind']);
  });
  await createSourceTable(knex, SOURCES);
}

/** What was said of an import. */
export type GuideReport = Pick<GuideSourceView, 'guides' | 'changed' | 'removed' | 'faults' | 'faultCount'>;

/** Of a source that nothing came from yet. */
export const noReport: GuideReport = {
  guides: 0,
  changed: 0,
  removed: 0,
  faults: [],
  faultCount: 0,
};

export const guideSources = sourceTable<GuidePart, GuideReport>(SOURCES);

type SourceRow = SourceRowOf<GuidePart>;

export interface GuideRow {
  part: GuidePart;
  id: string;
  kind: string;
  title: string;
  digest: string;
  body: string;
  unknown: string | null;
}

const partOf = (audience: GuideAudience | null): GuidePart =>
  audience === 'professionals' ? 'professionals' : 'individuals';

/** By id, what the files were told apart by. */
export async function guideDigests(knex: Knex, part: GuidePart): Promise<Map<string, string>> {
  const rows = await knex<GuideRow>(GUIDES).where({ part }).select('id', 'digest');
  return new Map(rows.map(({ id, digest }) => [id, digest]));
}

/** A guide as it is kept: as soon as it is read, as its tree takes ten times the memory. */
export const guideRow = (
  part: GuidePart,
  { guide, digest, unknown }: { guide: Guide; digest: string; unknown: readonly string[] },
): GuideRow => ({
  part,
  id: guide.id,
  kind: guide.kind,
  title: guide.title,
  digest,
  body: JSON.stringify(guide),
  unknown: unknown.length ? JSON.stringify(unknown) : null,
});

export async function saveGuides(knex: Knex, rows: readonly GuideRow[]): Promise<void> {
  if (rows.length) await knex(GUIDES).insert(rows).onConflict(['part', 'id']).merge();
}

const AT_ONCE = 500;

export async function removeGuides(knex: Knex, part: GuidePart, ids: readonly string[]): Promise<void> {
  for (let from = 0; from < ids.length; from += AT_ONCE)
    await knex(GUIDES)
      .where({ part })
      .whereIn('id', ids.slice(from, from + AT_ONCE))
      .delete();
}

/** The parts that came in whole once: of another, some guides may be there already. */
const whole = (knex: Knex) => knex<SourceRow>(SOURCES).whereNotNull('fetched_at').select('part');

/** The elements that are not known in any guide of a part, and one guide that has each. */
export async function unknownElements(knex: Knex, part: GuidePart): Promise<GuideSourceView['unknown']> {
  const rows = await knex<GuideRow>(GUIDES)
    .where({ part })
    .whereNotNull('unknown')
    .orderBy('id')
    .select('id', 'unknown');
  const found = new Map<string, string>();
  for (const { id, unknown } of rows)
    for (const element of JSON.parse(unknown!) as string[]) if (!found.has(element)) found.set(element, id);
  return [...found].map(([element, guide]) => ({ element, guide }));
}

/** @param audience whose it is to be, where both parts have it */
export async function guideById(
  knex: Knex,
  id: string,
  audience: GuideAudience | null,
): Promise<Omit<ShownGuide, 'titles'> | null> {
  const rows = await knex(GUIDES)
    .join(SOURCES, `${SOURCES}.part`, `${GUIDES}.part`)
    .where(`${GUIDES}.id`, id)
    .whereNotNull('fetched_at')
    .select<(SourceRow & Pick<GuideRow, 'body'>)[]>(`${SOURCES}.*`, `${GUIDES}.body`);
  const row = rows.find(({ part }) => part === partOf(audience)) ?? rows[0];
  if (!row) return null;
  return {
    guide: JSON.parse(row.body) as Guide,
    source: { url: row.url, file: row.file!, fetchedOn: row.fetched_at!.slice(0, 10) },
  };
}

/** Another where anything was brought in, came or went since. */
export async function guidesVersion(knex: Knex): Promise<string> {
  const rows = await knex<SourceRow>(SOURCES).orderBy('part').select('part', 'fetched_at', 'next_at');
  return rows.map(({ part, fetched_at, next_at }) => `${part} ${fetched_at} ${next_at}`).join('\n');
}

/** What is found by its title, beside what everyday needs lead to; everything else by browsing. */
const found: readonly GuideKind[] = ['theme', 'folder', 'how-to'];
const named = [...new Set(needs.flatMap(({ guide }) => guide ?? []))];

/** By title. */
export async function guideIndex(knex: Knex, audience: GuideAudience): Promise<GuideIndex> {
  const rows = await knex<GuideRow>(GUIDES)
    .where({ part: partOf(audience) })
    .whereIn('part', whole(knex))
    .where((one) => one.whereIn('kind', found).orWhereIn('id', named))
    .select('kind', 'body');
  const guides = rows
    // One part is for individuals and associations: only a guide itself tells for whom it is.
    .map(({ kind, body }) => ({ kind, guide: JSON.parse(body) as Guide }))
    .filter(({ guide }) => guide.audiences[0] === audience)
    .map(({ kind, guide: { id, title } }) => ({ kind, link: { id, title } }))
    .sort((one, other) => one.link.title.localeCompare(other.link.title, 'fr'));
  const of = (wanted: GuideKind) => guides.filter(({ kind }) => kind === wanted).map(({ link }) => link);
  return { themes: of('theme'), lifeEvents: of('how-to'), guides: guides.map(({ link }) => link) };
}

/** The titles of those that are there. */
export async function guideTitles(knex: Knex, ids: readonly string[]): Promise<Map<string, string>> {
  const titles = new Map<string, string>();
  const all = [...new Set(ids)];
  for (let from = 0; from < all.length; from += AT_ONCE) {
    const rows = await knex<GuideRow>(GUIDES)
      .whereIn('id', all.slice(from, from + AT_ONCE))
      .whereIn('part', whole(knex))
      .select('id', 'title');
    for (const { id, title } of rows) titles.set(id, title);
  }
  return titles;
}
