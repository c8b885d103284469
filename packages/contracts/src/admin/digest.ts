/** The morning's mail of what waits: each agent's own to want. */
import * as z from 'zod';

/** `PUT /inbox/digest`. */
export const digestChange = z.strictObject({ isOn: z.boolean() });

/** `GET /inbox/digest`. */
export type Digest = z.output<typeof digestChange>;
