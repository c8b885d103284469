import type { Language } from './administration.js';

/** Counted by 1,024, as the limits are set and as most people's screens show their files. */
const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** How heavy a file is, as people read it: `2,4 Mo`, `310 ko`. @param bytes a whole number */
export function fileSize(bytes: number, language: Language): string {
  const step = Math.min(units.length - 1, bytes < 1 ? 0 : Math.floor(Math.log2(bytes) / 10));
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: units[step]!,
    unitDisplay: step ? 'short' : 'long',
    maximumFractionDigits: step > 1 ? 1 : 0,
  }).format(bytes / 1024 ** step);
}
