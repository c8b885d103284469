/**
 * What the annuaire's file holds, into the directory: only what changed, a few offices at a time, so that it may stop
 * anywhere and nobody waits long to write.
 */
import type { Core } from '@strapi/types';
import { hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type Office, type OfficeFault, readOffice } from '../../connectors/annuaire/office.js';
import { isNear, placesOf } from '../../connectors/annuaire/places.js';
import { BadFile, objectsIn } from '../../connectors/source/objects.js';
import { checkKept } from '../../connectors/source/unusable.js';
import { nearestDoors, type Position } from '../../domain/nearest.js';
import { compactPlaces, indexTerritory, type TerritoryIndex } from '../../domain/territory-index.js';
import type { PlacedCommune, TerritoryPlace } from '../../domain/territory.js';
import {
  bringInOrganisations,
  markGone,
  organisationDigests,
  sourcedIds,
  type SourcedOrganisation,
} from '../../store/organisations.js';
import { allCommunes, directorySources, type ImportReport } from '../../store/territory.js';
import { inTransaction } from '../../store/write.js';
import { getService } from '../../strapi/services.js';
import { followMairies } from './follow.js';
import { ANNUAIRE } from './annuaire.js';

/** To be counted up when records are read in another way than before: those that did not change are read again. */
const READING = '1';
const BATCH = 100;
const FAULTS_TOLD = 500;
/** The longest record has some 20 kB, and the codes of a département some 10. */
const MOST_BYTES = 1024 * 1024;

type Pending = Office & { places: readonly TerritoryPlace[]; digest: string };

const sourced = ({ competence: _, ...office }: Pending): SourcedOrganisation => office;

class Report {
  readonly faults: ImportReport['faults'] = [];
  faultCount = 0;

  tell(record: string, { fault, detail }: OfficeFault): void {
    this.faultCount++;
    if (this.faults.length < FAULTS_TOLD) this.faults.push({ record, fault, detail });
  }
}

/** Where communes are: their mairie, or what the list of communes says. */
function positionsOf(communes: readonly PlacedCommune[], mairies: ReadonlyMap<string, Position>) {
  return communes.flatMap(({ code, present, department, position }) => {
    const known = present === null ? (mairies.get(code) ?? position) : null;
    return known ? [{ code, department, position: known }] : [];
  });
}

/** The offices that anybody may go to, each where it is one of the nearest. */
function placeNear(
  offices: readonly Pending[],
  communes: readonly PlacedCommune[],
  mairies: ReadonlyMap<string, Position>,
  index: TerritoryIndex,
): Pending[] {
  const doors = offices.flatMap(({ id, commune, facts: { position } }) => {
    const department = index.departmentOf(commune ?? '');
    return position && department ? [{ id, department, position }] : [];
  });
  const nearest = nearestDoors(positionsOf(communes, mairies), doors);
  return offices.map((office) => {
    const places = compactPlaces([...office.competence, ...(nearest.get(office.id) ?? [])], index);
    return { ...office, places, digest: digestOf(office.digest, ...places) };
  });
}

const digestOf = (...parts: string[]): string => hash('sha1', parts.join('\n'), 'base64');

/**
 * What is there of an office whose record cannot be read any more stays as it was.
 *
 * @throws Unusable where the file is none, ends too early, or has lost most of the offices: nothing is taken for gone then
 */
export async function bringInOffices(
  strapi: Core.Strapi,
  path: string,
  { now, signal }: { now: Date; signal: AbortSignal },
): Promise<ImportReport> {
  const knex = getService(strapi, 'knex');
  const communes = await allCommunes(knex);
  const index = indexTerritory(communes);
  const seen = new Set<string>();
  const report = new Report();
  const mairies = new Map<string, Position>();
  const near: Pending[] = [];
  let changed = 0;
  let brought = 0;
  let batch: Pending[] = [];

  async function flush(): Promise<void> {
    if (!batch.length) return;
    signal.throwIfAborted();
    const read = batch;
    batch = [];
    // Asked for here, and not kept of all: memory holds a batch.
    const digests = await organisationDigests(
      knex,
      ANNUAIRE,
      read.map(({ id }) => id),
    );
    const organisations = read.filter(({ id, digest }) => digests.get(id) !== digest).map(sourced);
    if (!organisations.length) return;
    await followMairies(strapi, organisations);
    await inTransaction(strapi, async (trx) => {
      // The first statement writes, and on PostgreSQL holds off another node that does the same.
      await directorySources.lock(trx, 'annuaire');
      await bringInOrganisations(trx, ANNUAIRE, organisations);
    });
    changed += organisations.length;
    brought += organisations.filter(({ id }) => (digests.get(id) ?? null) === null).length;
  }

  async function take(office: Pending): Promise<void> {
    batch.push(office);
    if (batch.length === BATCH) await flush();
  }

  async function read(): Promise<void> {
    let number = 0;
    for await (const found of objectsIn(createReadStream(path), { most: MOST_BYTES })) {
      signal.throwIfAborted();
      number++;
      if ('tooLarge' in found) {
        report.tell(`record ${number}`, { fault: 'too-large', detail: `it has ${found.tooLarge} bytes` });
        continue;
      }
      const { office, faults } = readOffice(found.text, index.departmentOf);
      // Of a record that is no JSON, its id may still be told.
      const id = office?.id ?? /"id"\s*:\s*"([\w-]{1,100})"/.exec(found.text.slice(0, 100_000))?.[1];
      const label = office ? `${office.facts.name} (${office.id})` : (id ?? `record ${number}`);
      for (const fault of faults) report.tell(label, fault);
      if (!office) {
        if (id && faults.length) seen.add(id);
        continue;
      }
      if (seen.has(office.id)) {
        report.tell(label, { fault: 'twice', detail: 'it is in the file twice' });
        continue;
      }
      seen.add(office.id);
      const places = placesOf(office, index);
      if (!places.length) {
        report.tell(label, {
          fault: 'unknown-commune',
          detail: `no commune is known of ${office.competence.slice(0, 5).join(', ') || 'it'}`,
        });
        continue;
      }
      const pending = { ...office, places, digest: digestOf(READING, found.text, ...places) };
      const { position } = office.facts;
      if (office.kind === 'mairie' && office.commune && position) mairies.set(office.commune, position);
      if (isNear(office, index)) near.push(pending);
      else await take(pending);
    }
  }

  try {
    await read();
  } catch (error) {
    // What came out of it before is whole.
    if (error instanceof BadFile) await flush();
    throw error;
  }
  for (const office of placeNear(near, communes, mairies, index)) await take(office);
  await flush();

  const gone: string[] = [];
  let there = 0;
  for await (const ids of sourcedIds(knex, ANNUAIRE)) {
    there += ids.length;
    gone.push(...ids.filter((id) => !seen.has(id)));
  }
  checkKept(there - brought, gone.length, 'offices');
  await markGone(knex, ANNUAIRE, gone, now.toISOString().slice(0, 10));
  return {
    total: there - gone.length,
    changed,
    removed: gone.length,
    faults: report.faults,
    faultCount: report.faultCount,
  };
}
