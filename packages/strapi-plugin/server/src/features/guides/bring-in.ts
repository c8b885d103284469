/** What an archive holds, into the store: only what changed, a few guides at a time, so that it may stop anywhere. */
import type { Knex } from 'knex';
import { Faulty, guidesIn } from '../../connectors/co-marquage/archive.js';
import { checkKept } from '../../connectors/source/unusable.js';
import {
  guideDigests,
  type GuidePart,
  type GuideReport,
  guideRow,
  type GuideRow,
  removeGuides,
  saveGuides,
} from '../../store/guides.js';

/** In one statement: so many, or of so many characters; the longest guide has some million. */
const BATCH = 25;
const BATCH_LENGTH = 500_000;
const FAULTS_TOLD = 500;

/**
 * What is there of a guide that cannot be read any more stays as it was.
 * @throws Unusable where nothing could be read of it, or where most of the guides would be gone; nothing is removed
 * then
 */
export async function bringIn(
  knex: Knex,
  part: GuidePart,
  path: string,
  signal: AbortSignal,
): Promise<GuideReport> {
  const digests = await guideDigests(knex, part);
  const there = new Set(digests.keys());
  const seen = new Set<string>();
  const faults: GuideReport['faults'] = [];
  let faultCount = 0;
  let changed = 0;
  let batch: GuideRow[] = [];
  let batchLength = 0;
  const tell = (fault: GuideReport['faults'][number]) => {
    faultCount++;
    if (faults.length < FAULTS_TOLD) faults.push(fault);
  };
  const flush = async () => {
    await saveGuides(knex, batch);
    changed += batch.length;
    for (const { id } of batch) there.add(id);
    batch = [];
    batchLength = 0;
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
      const { guide, unknown } = await entry.read();
      if (guide.id !== id)
        throw new Faulty({ file: entry.file, fault: 'not-a-guide', detail: `its id is ${guide.id}` });
      const row = guideRow(part, { guide, digest, unknown: [...unknown.keys()] });
      batch.push(row);
      batchLength += row.body.length;
    } catch (error) {
      if (!(error instanceof Faulty)) throw error;
      tell(error.fault);
    }
    if (batch.length === BATCH || batchLength >= BATCH_LENGTH) await flush();
  }
  await flush();

  const gone = [...digests.keys()].filter((id) => !seen.has(id));
  checkKept(digests.size, gone.length, 'guides');
  await removeGuides(knex, part, gone);
  return { guides: there.size - gone.length, changed, removed: gone.length, faults, faultCount };
}
