/** What an archive holds, into the store: only what changed, a few guides at a time, so that it may stop anywhere. */
import type { Knex } from 'knex';
import { Faulty, guidesIn } from '../../connectors/co-marquage/archive.js';
import {
  guideDigests,
  type GuidePart,
  type GuideReport,
  removeGuides,
  saveGuides,
} from '../../store/guides.js';

const BATCH = 25;
const FAULTS_TOLD = 500;

/** An archive that lost most of what it had is taken for a mistake of the source's. */
const LEAST_KEPT = 0.5;

export class Shrunk extends Error {
  override name = 'Shrunk';
}

/**
 * What is there of a guide that cannot be read any more stays as it was.
 * @param known elements that were told before: the guides that did not change are not read again
 * @throws BadArchive where nothing could be read of it, Shrunk where most of the guides would be gone; nothing is
 * removed then
 */
export async function bringIn(
  knex: Knex,
  part: GuidePart,
  path: string,
  known: GuideReport['unknown'],
  signal: AbortSignal,
): Promise<GuideReport> {
  const digests = await guideDigests(knex, part);
  const seen = new Set<string>();
  const faults: GuideReport['faults'] = [];
  const unknown = new Map(known.map(({ element, guide }) => [element, guide]));
  let faultCount = 0;
  let changed = 0;
  let batch: Parameters<typeof saveGuides>[2][number][] = [];
  const tell = (fault: GuideReport['faults'][number]) => {
    faultCount++;
    if (faults.length < FAULTS_TOLD) faults.push(fault);
  };
  const flush = async () => {
    await saveGuides(knex, part, batch);
    changed += batch.length;
    batch = [];
  };

  for await (const entry of guidesIn(path)) {
    signal.throwIfAborted();
    if ('fault' in entry) {
      tell(entry);
      continue;
    }
    const { id, digest } = entry;
    if (seen.has(id)) {
      tell({ file: entry.file, fault: 'name', detail: 'it is in the archive twice' });
      continue;
    }
    seen.add(id);
    if (digests.get(id) === digest) continue;
    try {
      const { guide, unknown: met } = entry.read();
      if (guide.id !== id)
        throw new Faulty({ file: entry.file, fault: 'not-a-guide', detail: `its id is ${guide.id}` });
      for (const element of met.keys()) unknown.set(element, id);
      batch.push({ guide, digest });
    } catch (error) {
      if (!(error instanceof Faulty)) throw error;
      tell(error.fault);
    }
    if (batch.length === BATCH) await flush();
  }
  await flush();

  const gone = [...digests.keys()].filter((id) => !seen.has(id));
  if (digests.size - gone.length < digests.size * LEAST_KEPT)
    throw new Shrunk(`it has ${seen.size} guides where there were ${digests.size}`);
  await removeGuides(knex, part, gone);
  return {
    guides: (await guideDigests(knex, part)).size,
    changed,
    removed: gone.length,
    faults,
    faultCount,
    unknown: [...unknown].map(([element, guide]) => ({ element, guide })),
  };
}
