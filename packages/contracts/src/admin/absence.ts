/** An agent's own absence, and who stands in meanwhile: another one for each mairie, as each has its own people. */
import * as z from 'zod';
import type { AdministrationTag, Colleague } from './inbox.js';

const civilDate = z.iso.date();

/** `PUT /inbox/absence`: both days are days away. Null: here again, or here after all. */
export const absenceChange = z.strictObject({
  absence: z
    .strictObject({
      from: civilDate,
      until: civilDate,
      covers: z
        .array(
          z.strictObject({
            administrationId: z.string().min(1).max(64),
            /** Null: nobody stands in there. */
            agentId: z.int().nullable(),
          }),
        )
        .max(1000),
    })
    .nullable(),
});

export type AbsenceChange = z.input<typeof absenceChange>;

/** `GET /inbox/absence`. */
export interface Absence {
  /** Civil dates; null where none is announced. */
  period: { from: string; until: string } | null;
  /** What the agent serves. */
  administrations: {
    administration: AdministrationTag;
    /** Who may stand in. */
    colleagues: Colleague[];
    /** Who does. */
    coverId: number | null;
  }[];
}
