/** What is kept of a procedure, and what is checked before it is written. */
import { procedureFactsInput } from '@guichet/contracts/admin/procedure-facts';
import {
  type ReadyMade,
  readyMadeIds,
  type RequestSilence,
  requestSilenceIds,
} from '@guichet/contracts/admin/procedures';
import { noRetention, retentionSettings, type RetentionSettings } from '@guichet/contracts/admin/retention';
import { fileKinds } from '@guichet/contracts/attachment-types';
import { noProcedureFacts, type ProcedureFacts } from '@guichet/contracts/directory';
import type { ProcedureFiles } from '@guichet/contracts/procedure';
import type { Nature } from '@guichet/contracts/request';
import { natures } from '@guichet/contracts/request-choices';
import * as z from 'zod';
import { LARGEST_FILE } from '../../strapi/config.js';

export const PROCEDURE = 'plugin::guichet.procedure';

// Made anew for each attribute: Strapi writes the column's name into them.
const text = () => ({ type: 'string' });
const required = () => ({ type: 'string', required: true });

/** Hidden from the Content Manager, without Draft & Publish and without relations, as administrations are. */
export const contentTypes = {
  procedure: {
    schema: {
      kind: 'collectionType',
      collectionName: 'guichet_procedures',
      info: { singularName: 'procedure', pluralName: 'procedures', displayName: 'Procedure' },
      options: { draftAndPublish: false },
      pluginOptions: {
        'content-manager': { visible: false },
        'content-type-builder': { visible: false },
      },
      indexes: [{ name: 'guichet_procedures_slug', type: 'unique', columns: ['administration_uid', 'slug'] }],
      attributes: {
        administrationUid: required(),
        slug: required(),
        title: required(),
        description: { type: 'text' },
        nature: text(),
        recipient: text(),
        silence: text(),
        attachments: { type: 'json' },
        isOpen: { type: 'boolean', required: true },
        readyMade: text(),
        retention: { type: 'json' },
        /** What is told of it in the directory. */
        facts: { type: 'json' },
      },
    },
  },
};

/** A row of the content type. Ids that this version does not know any more count as not chosen. */
export interface ProcedureRecord {
  id: number;
  administrationUid: string;
  slug: string;
  title: string;
  description: string | null;
  nature: string | null;
  recipient: string | null;
  silence: string | null;
  attachments: ProcedureFiles | null;
  isOpen: boolean;
  readyMade: string | null;
  retention: RetentionSettings | null;
  facts: ProcedureFacts | null;
  updatedAt: string;
}

const oneOf =
  <Value extends string>(values: readonly Value[]) =>
  (stored: string | null): Value | null =>
    values.find((value) => value === stored) ?? null;

export const natureOf: (stored: string | null) => Nature | null = oneOf(natures);
export const silenceIdOf: (stored: string | null) => RequestSilence | null = oneOf(requestSilenceIds);
export const readyMadeOf: (stored: string | null) => ReadyMade | null = oneOf(readyMadeIds);

const settings = {
  title: z.string().trim().min(1).max(100),
  description: z.string().trim().max(2000).default(''),
  nature: z.enum(natures).nullable().default(null),
  /** Checked against the administration's services where it is written. */
  recipient: z.string().max(64).nullable().default(null),
  silence: z.enum(requestSilenceIds).nullable().default(null),
  /** The hosting's own limits hold all the same. */
  attachments: z
    .strictObject({
      maxFiles: z.int().min(1).max(50),
      maxFileBytes: z.int().min(1024).max(LARGEST_FILE),
      kinds: z.array(z.enum(fileKinds)).min(1, { error: 'required' }),
    })
    .nullable()
    .default(null),
  isOpen: z.boolean().default(true),
  /** Checked against what silence means where it is written. */
  retention: retentionSettings.default(noRetention),
  facts: procedureFactsInput.default(noProcedureFacts),
};

/** `POST …/procedures`. */
export const newProcedure = z.strictObject(settings);

/** `PUT …/procedures`. */
export const procedureChange = newProcedure.extend({
  slug: z.string().max(64),
  seen: z.string().max(40),
});

/** `POST …/procedures/ready-made`. */
export const readyMadeChoice = z.strictObject({ readyMade: z.enum(readyMadeIds) });
