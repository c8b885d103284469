import { late } from './late.js';
import type { ClientOptions, Reading, TrackingCalls } from './port.js';
import { createReader } from './read.js';

/** The same as `page`, for a page that follows requests. */
export function createTrackingPageClient(options: ClientOptions): Reading & TrackingCalls {
  const load = late(async () => (await import('./tracking-calls.js')).createTrackingCalls(options));
  return {
    ...createReader(options),
    openTracking: async (...args) => (await load()).openTracking(...args),
    askLink: async (...args) => (await load()).askLink(...args),
    readTracked: async (...args) => (await load()).readTracked(...args),
    sendMessage: async (...args) => (await load()).sendMessage(...args),
    correct: async (...args) => (await load()).correct(...args),
    withdraw: async (...args) => (await load()).withdraw(...args),
    ask: async (...args) => (await load()).ask(...args),
    renewToken: async (...args) => (await load()).renewToken(...args),
    prepare: () => void load().catch(() => {}),
  };
}
