import type { Opening } from '../case-events.js';
import { generalSilence } from '../silence.js';

/** A request of Friday 20 November 2026 by the general form. */
export const friday: Opening = {
  on: '2026-11-20',
  registeredOn: '2026-11-20',
  channel: 'electronic',
  nature: 'request',
  silence: generalSilence,
  calendar: { territory: 'national', prolongsSilence: false },
  distance: 0,
};
