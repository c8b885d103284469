/** `GET …/{code}/form-token`. */
import * as z from 'zod';

export const formToken = z.object({ formToken: z.string() });
