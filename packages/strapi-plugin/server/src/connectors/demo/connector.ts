/**
 * No system at all, to show with and to test with: what is begun goes by itself from its draft to its end, a step a minute;
 * or fails, as systems do.
 */
import * as z from 'zod';
import type { Standing } from '../../domain/operated.js';
import { type Connector, ConnectorFailure } from '../connector.js';
import { webOrigin } from '../web-origin.js';

const settings = z.strictObject({ origin: webOrigin });

type Settings = z.output<typeof settings>;

const MINUTE_MS = 60_000;

const words: Connector['words'] = [
  { word: 'brouillon', label: 'Brouillon, pas encore envoyé', status: 'received' },
  { word: 'depose', label: 'Déposé', status: 'received' },
  { word: 'etude', label: 'À l’étude', status: 'in-progress' },
  { word: 'decide', label: 'Décision rendue', status: 'answered' },
];

/** A handle is when it was begun, in milliseconds in base 36. */
const begunAt = (handle: string) => Number.parseInt(handle, 36);

function standingOf({ origin }: Settings, handle: string, now: Date): Standing {
  const minutes = Math.floor((now.getTime() - begunAt(handle)) / MINUTE_MS);
  const step = Math.min(minutes, words.length - 1);
  return {
    word: words[step]!.word,
    at: new Date(begunAt(handle) + step * MINUTE_MS).toISOString(),
    reference: `DEMO-${handle}`,
    url: `${origin}/dossiers/${handle}`,
    isDraft: step === 0,
  };
}

export const demo: Connector<Settings> = {
  takes: 'prefill',
  settings,
  needsSecret: false,
  words,
  batch: 50,
  async begin({ settings }, _, { now }) {
    const handle = now.getTime().toString(36);
    return { handle, standing: standingOf(settings, handle, now) };
  },
  async poll({ settings }, handles, { now }) {
    const known = handles.filter(
      (handle) => /^[0-9a-z]{1,11}$/.test(handle) && begunAt(handle) <= now.getTime(),
    );
    return new Map(known.map((handle) => [handle, standingOf(settings, handle, now)]));
  },
};

const failingWith = (failure: () => ConnectorFailure): Connector<Settings> => ({
  ...demo,
  async begin() {
    throw failure();
  },
  async poll() {
    throw failure();
  },
});

/** A system that takes nothing of what it is sent. */
export const demoFailing = failingWith(() => new ConnectorFailure('refused'));

/** A system that is being maintained, and says until when. */
export const demoOutage = failingWith(() => new ConnectorFailure('busy', 600));
