/** The State's guides, as they were read, and how each part of the source stands. */
import type { GuideSourceView } from '@guichet/contracts/admin/guides';
import type { Guide, GuideAudience, GuideLink } from '@guichet/contracts/guide';
import type { Knex } from 'knex';

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
  await knex.schema.createTable(SOURCES, (table) => {
    table.text('part').primary();
    table.text('location').notNullable();
    table.text('file');
    table.text('url');
    table.text('etag');
    table.text('last_modified');
    /** When it was last brought in whole. */
    table.text('fetched_at');
    table.text('next_at').notNullable();
    /** How often in a row it could not be reached or read, and why. */
    table.integer('failures').notNullable();
    table.text('failure');
    /** What was said of its files, as JSON. */
    table.text('report').notNullable();
  });
}

/** What was said of an import. */
export type GuideReport = Pick<
  GuideSourceView,
  'guides' | 'changed' | 'removed' | 'faults' | 'faultCount' | 'unknown'
>;

/** Of a source that nothing came from yet. */
export const noReport: GuideReport = {
  guides: 0,
  changed: 0,
  removed: 0,
  faults: [],
  faultCount: 0,
  unknown: [],
};

export interface GuideSource {
  part: GuidePart;
  location: string;
  file: string | null;
  url: string | null;
  etag: string | null;
  lastModified: string | null;
  fetchedAt: string | null;
  nextAt: string;
  failures: number;
  failure: string | null;
  report: GuideReport;
}

interface SourceRow {
  part: GuidePart;
  location: string;
  file: string | null;
  url: string | null;
  etag: string | null;
  last_modified: string | null;
  fetched_at: string | null;
  next_at: string;
  failures: number;
  failure: string | null;
  report: string;
}

interface GuideRow {
  part: GuidePart;
  id: string;
  kind: string;
  title: string;
  digest: string;
  body: string;
}

const partOf = (audience: GuideAudience | null): GuidePart =>
  audience === 'professionals' ? 'professionals' : 'individuals';

const sourceOf = (row: SourceRow): GuideSource => ({
  part: row.part,
  location: row.location,
  file: row.file,
  url: row.url,
  etag: row.etag,
  lastModified: row.last_modified,
  fetchedAt: row.fetched_at,
  nextAt: row.next_at,
  failures: row.failures,
  failure: row.failure,
  report: JSON.parse(row.report) as GuideReport,
});

export async function guideSources(knex: Knex): Promise<GuideSource[]> {
  return (await knex<SourceRow>(SOURCES).orderBy('part')).map(sourceOf);
}

export async function saveGuideSource(knex: Knex, source: GuideSource): Promise<void> {
  const row: SourceRow = {
    part: source.part,
    location: source.location,
    file: source.file,
    url: source.url,
    etag: source.etag,
    last_modified: source.lastModified,
    fetched_at: source.fetchedAt,
    next_at: source.nextAt,
    failures: source.failures,
    failure: source.failure,
    report: JSON.stringify(source.report),
  };
  await knex(SOURCES).insert(row).onConflict('part').merge();
}

/** By id, what the files were told apart by. */
export async function guideDigests(knex: Knex, part: GuidePart): Promise<Map<string, string>> {
  const rows = await knex<GuideRow>(GUIDES).where({ part }).select('id', 'digest');
  return new Map(rows.map(({ id, digest }) => [id, digest]));
}

export async function saveGuides(
  knex: Knex,
  part: GuidePart,
  guides: readonly { guide: Guide; digest: string }[],
): Promise<void> {
  if (!guides.length) return;
  const rows = guides.map(({ guide, digest }) => ({
    part,
    id: guide.id,
    kind: guide.kind,
    title: guide.title,
    digest,
    body: JSON.stringify(guide),
  }));
  await knex(GUIDES).insert(rows).onConflict(['part', 'id']).merge();
}

const AT_ONCE = 500;

export async function removeGuides(knex: Knex, part: GuidePart, ids: readonly string[]): Promise<void> {
  for (let from = 0; from < ids.length; from += AT_ONCE)
    await knex(GUIDES)
      .where({ part })
      .whereIn('id', ids.slice(from, from + AT_ONCE))
      .delete();
}

/** @param audience whose it is to be, where both parts have it */
export async function guideById(
  knex: Knex,
  id: string,
  audience: GuideAudience | null,
): Promise<{ guide: Guide; source: { url: string | null; file: string; fetchedOn: string } } | null> {
  const rows = await knex(GUIDES)
    .join(SOURCES, `${SOURCES}.part`, `${GUIDES}.part`)
    .where(`${GUIDES}.id`, id)
    .select<(SourceRow & Pick<GuideRow, 'body'>)[]>(`${SOURCES}.*`, `${GUIDES}.body`);
  const row = rows.find(({ part }) => part === partOf(audience)) ?? rows[0];
  if (!row) return null;
  return {
    guide: JSON.parse(row.body) as Guide,
    source: { url: row.url, file: row.file ?? '', fetchedOn: (row.fetched_at ?? '').slice(0, 10) },
  };
}

/** What browsing begins with. */
export async function themesOf(knex: Knex, audience: GuideAudience): Promise<GuideLink[]> {
  const rows = await knex<GuideRow>(GUIDES)
    .where({ part: partOf(audience), kind: 'theme' })
    .select('body');
  return rows
    .map(({ body }) => JSON.parse(body) as Guide)
    .filter(({ audiences }) => audiences[0] === audience)
    .map(({ id, title }) => ({ id, title, audience }))
    .sort((one, other) => one.title.localeCompare(other.title, 'fr'));
}

/** The titles of those that are there. */
export async function guidesOf(knex: Knex, ids: readonly string[]): Promise<Map<string, string>> {
  const titles = new Map<string, string>();
  const all = [...new Set(ids)];
  for (let from = 0; from < all.length; from += AT_ONCE) {
    const rows = await knex<GuideRow>(GUIDES)
      .whereIn('id', all.slice(from, from + AT_ONCE))
      .select('id', 'title');
    for (const { id, title } of rows) titles.set(id, title);
  }
  return titles;
}

export async function removeGuideSource(knex: Knex, part: GuidePart): Promise<void> {
  await knex(SOURCES).where({ part }).delete();
}

export async function makeSourcesDue(knex: Knex, at: string): Promise<void> {
  await knex<SourceRow>(SOURCES).where('next_at', '>', at).update({ next_at: at });
}
