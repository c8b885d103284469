/** Answers that are written often: their text, and the names that stand for what each request has of its own. */
import * as z from 'zod';
import { checkMessage } from '../request-rules.js';
import type { AdministrationTag } from './inbox.js';
import { unknownVariables } from './template-text.js';

/** Of one administration: beyond, nobody finds the right one any more. */
export const TEMPLATES_MAX = 100;
export const TEMPLATE_NAME_MAX = 100;

const text = {
  name: z.string().trim().min(1, 'required').max(TEMPLATE_NAME_MAX, 'too-long'),
  body: z
    .string()
    .max(65_536)
    .superRefine((body, context) => {
      const code = checkMessage(body) ?? (unknownVariables(body).length ? 'unknown' : null);
      if (code) context.addIssue({ code: 'custom', message: code });
    }),
};

/** `POST /inbox/templates`. */
export const newTemplate = z.strictObject({ administrationId: z.string().min(1).max(64), ...text });
export type NewTemplate = z.input<typeof newTemplate>;

/** `PUT /inbox/templates/:id`. `seen`: the `version` that was on screen; another one answers `request-changed`. */
export const templateChange = z.strictObject({ ...text, seen: z.int().min(1) });
export type TemplateChange = z.input<typeof templateChange>;

export interface Template {
  id: string;
  administration: AdministrationTag & { timeZone: string };
  name: string;
  /** Plain text, with variables between double braces. */
  body: string;
  version: number;
}

/** `GET /inbox/templates`: of the administrations that the agent serves, by name. */
export interface Templates {
  templates: Template[];
}
