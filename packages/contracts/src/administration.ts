/** `GET …/{code}`: what the widgets need to know of an administration. Public, cached, the same for everyone. */
import * as z from 'zod';
import { holidays } from './holidays.js';
import { openingHours } from './opening-hours-schema.js';
import { offeredProcedure } from './procedure.js';

export const languages = ['fr', 'en'] as const;
export type Language = (typeof languages)[number];

/** How to reach a human; shown in every state of every widget. */
export const human = z.object({
  /** As people read it: `02 37 00 00 00`. */
  phone: z.string(),
  email: z.string(),
  address: z.string(),
  /**
   * In French, plain text, a line each: `Lundi et jeudi : 9 h – 12 h`. With `openingHours` they are made from them, and
   * announce the closings of the thirty days to come.
   */
  hours: z.array(z.string()),
});

export const administration = z.object({
  /** The code that answers now: after a merger, the successor's. */
  code: z.string(),
  siren: z.string(),
  insee: z.string().nullable(),
  /** `Mairie du Favril`: as a sentence can begin with. */
  name: z.string(),
  kind: z.enum(['commune', 'intercommunality', 'ccas', 'syndicate', 'department']),
  /** IANA zone: civil dates are counted in it. */
  timeZone: z.string(),
  human,
  /** By the day; null where only `human.hours` is known. */
  openingHours: openingHours.nullable(),
  /**
   * The public holidays where it is, of the sixty days to come, in order, named in French: hours that are closed on them
   * say so by `closedOnHolidays`, and what opens specially on one of them is in their `openings`.
   */
  holidays: z.array(z.object({ date: z.string(), holiday: z.enum(holidays), name: z.string() })),
  /** CSS colour of the administration's own, or null for the neutral theme. */
  theme: z.object({ accent: z.string().nullable() }),
  languages: z.array(z.enum(languages)),
  /** The exact origins whose pages may send to this administration, the hosting's own included. */
  origins: z.array(z.string()),
  /** What can be started here, the general form first. */
  procedures: z.array(offeredProcedure),
  /**
   * Téléprocédures that alone seise validly in their matter (CRPA L112-9): whoever is about to write is led there first.
   * Absent where there are none.
   */
  reserved: z.array(z.object({ slug: z.string(), title: z.string(), link: z.string() })).optional(),
  /** The services one can write to. */
  recipients: z.array(z.object({ slug: z.string(), name: z.string(), phone: z.string() })),
  /** How many files may come with a request or a message, and of how many bytes; of which types, `attachmentTypes` says. */
  attachments: z.object({ maxFiles: z.int(), maxFileBytes: z.int(), maxTotalBytes: z.int() }),
  /** Absolute URLs of the hosting's own pages for this administration. */
  links: z.object({ contact: z.string(), tracking: z.string(), terms: z.string(), services: z.string() }),
});

export type Administration = z.output<typeof administration>;
