import * as z from 'zod';

/** A GET that takes no query: an unknown parameter is refused, as nothing may reach a query by accident. */
export const noQuery = z.strictObject({});

/** Files that pages embed: builders of sites append `?ver=…` of their own. */
export const anyQuery = z.object({});

/** A POST without a body, such as a renewal: empty, or an empty object. */
export const noBody = z.union([z.undefined(), z.strictObject({})]);
