/**
 * The replies of the guides' routes, for the API's description. What stands in a guide is a tree of many kinds that
 * holds itself: described here by what all kinds have, and in full by the types of `guide.ts`.
 */
import * as z from 'zod';
import { audiences, guideKinds, guideServiceTypes } from './guide.js';

export const guidesQuery = z.strictObject({
  /** Individuals where nothing is said. */
  audience: z.enum(audiences).optional(),
});

const block = z.looseObject({
  is: z.enum(['text', 'section', 'list', 'table', 'box', 'cases', 'service', 'contact', 'picture']),
});
const blocks = z.array(block);
const url = z.string().nullable();
const listed = z.object({ id: z.string(), title: z.string() });
const link = listed.extend({ audience: z.enum(audiences).nullable() });
const links = z.array(link);
const pages = z.array(z.object({ title: z.string(), url: z.string(), complement: z.string().nullable() }));

const service = z.object({
  id: z.string(),
  type: z.enum(guideServiceTypes),
  title: z.string(),
  url,
  cerfa: z.string().nullable(),
  number: z.string().nullable(),
  format: z.string().nullable(),
  size: z.string().nullable(),
  source: z.string().nullable(),
  introduction: blocks,
  annexes: z.array(
    z.object({
      title: z.string(),
      url: z.string(),
      cerfa: z.string().nullable(),
      format: z.string().nullable(),
      size: z.string().nullable(),
      blocks,
    }),
  ),
});

const contact = z.object({
  id: z.string(),
  type: z.enum(['local', 'centre', 'national', 'support']),
  title: z.string(),
  complement: z.string().nullable(),
  localService: z.string().nullable(),
  url,
  blocks,
});

const guide = z.object({
  id: z.string(),
  kind: z.enum(guideKinds),
  audiences: z.array(z.enum(audiences)),
  title: z.string(),
  overtitle: z.string().nullable(),
  description: z.string(),
  url,
  modifiedOn: z.string().nullable(),
  author: z.string(),
  trail: links,
  isBeingUpdated: z.boolean(),
  warning: z.object({ title: z.string(), date: z.string().nullable(), blocks }).nullable(),
  introduction: blocks,
  body: blocks,
  groups: z.array(z.object({ id: z.string().nullable(), title: z.string().nullable(), guides: links })),
  services: z.array(service),
  contacts: z.array(contact),
  questions: links,
  howTo: links,
  seeAlso: links,
  learnMore: pages,
  references: pages,
  definitions: z.array(z.object({ id: z.string(), title: z.string(), blocks })),
  abbreviations: z.array(z.object({ id: z.string(), title: z.string(), text: z.string() })),
});

export const shownGuide = z.object({
  guide,
  source: z.object({ url, file: z.string(), fetchedOn: z.string() }),
  titles: z.record(z.string(), z.string()),
});

export const guideIndex = z.object({
  themes: z.array(listed),
  lifeEvents: z.array(listed),
  guides: z.array(listed),
});
