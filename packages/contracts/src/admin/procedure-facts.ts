/** What agents write of a procedure, or of a téléprocédure, for the directory. */
import * as z from 'zod';
import { type ProcedureFacts, ways } from '../directory.js';

const line = (max: number) => z.string().trim().min(1).max(max);

export const procedureFactsInput = z.strictObject({
  audience: z.string().trim().max(500),
  documents: z.array(line(200)).max(30),
  cost: z.string().trim().max(500),
  delay: z.string().trim().max(500),
  ways: z.array(z.enum(ways)),
  keywords: z.array(line(80)).max(50),
  /** The source's own id of a guide. */
  guide: z
    .string()
    .regex(/^[FNR]\d{1,7}$/)
    .nullable(),
}) satisfies z.ZodType<ProcedureFacts>;
