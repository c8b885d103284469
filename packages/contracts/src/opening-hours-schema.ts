/** Opening hours as the server takes them in and gives them out. */
import * as z from 'zod';
import { checkOpeningHours, type OpeningHours, type OpeningRange } from './opening-hours.js';

/** Of what is typed there is no sense in reading more: the checker says the rest. */
const text = z.string().max(200, 'too-long');

const rangeIn = z.strictObject({ from: text, until: text, note: text.trim() });

const inOrder = (ranges: OpeningRange[]) =>
  [...ranges].sort((one, other) => (one.from < other.from ? -1 : Number(one.from > other.from)));

const byStart = <T>(list: T[], startOf: (one: T) => string) =>
  [...list].sort((one, other) => startOf(one).localeCompare(startOf(other)));

/** What the panel sends. Issues carry the checker's codes as messages; what comes out is in the order of time. */
export const openingHoursInput = z
  .strictObject({
    week: z.array(z.array(rangeIn)).length(7, 'invalid'),
    closedOnHolidays: z.boolean(),
    closings: z.array(z.strictObject({ from: text, until: text, reason: text.trim() })).max(200, 'too-many'),
    openings: z
      .array(z.strictObject({ date: text, ranges: z.array(rangeIn).max(200, 'too-many') }))
      .max(200, 'too-many'),
  })
  .superRefine((hours, context) => {
    for (const { path, code } of checkOpeningHours(hours))
      context.addIssue({ code: 'custom', path, message: code });
  })
  .transform(({ week, closedOnHolidays, closings, openings }): OpeningHours => ({
    week: week.map(inOrder),
    closedOnHolidays,
    closings: byStart(closings, ({ from }) => from),
    openings: byStart(openings, ({ date }) => date).map(({ date, ranges }) => ({
      date,
      ranges: inOrder(ranges),
    })),
  }));

const range = z.object({
  /** Local times, `HH:MM`: they end on the day that they begin on. */
  from: z.string(),
  until: z.string(),
  note: z.string(),
});

/** What is public of them: it may grow. */
export const openingHours = z.object({
  /** Seven lists, Monday's first. */
  week: z.array(z.array(range)),
  closedOnHolidays: z.boolean(),
  /** Civil dates, both included. */
  closings: z.array(z.object({ from: z.string(), until: z.string(), reason: z.string() })),
  /** What holds on a civil date in the place of everything else. */
  openings: z.array(z.object({ date: z.string(), ranges: z.array(range) })),
}) satisfies z.ZodType<OpeningHours>;
