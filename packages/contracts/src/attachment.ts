/**
 * Files beside a request, a message or an answer. One is sent alone, before what it goes with:
 * `POST …/{code}/attachments` (or `…/tracking/attachments` with the bearer) takes `multipart/form-data` with one field
 * `file`, and answers 201 with an {@link attachment}, whose `id` the request or the message then names, once. What
 * nothing names within a day is deleted.
 */
import * as z from 'zod';
import { attachmentTypes, type AttachmentType } from './attachment-types.js';

/** The query of `POST …/{code}/attachments`: the slug of the procedure that the file is for, whose limits are checked. */
export const attachmentQuery = z.strictObject({ procedure: z.string().max(64).optional() });

const type = z.enum(Object.keys(attachmentTypes) as [AttachmentType, ...AttachmentType[]]);

/** `waiting`: an antivirus has yet to read it, and nobody can download it; `infected`: it was deleted. */
export const attachmentStates = ['available', 'waiting', 'infected'] as const;
export type AttachmentState = (typeof attachmentStates)[number];

/**
 * The answer to an upload. A photograph is kept without the position and the other data that its camera wrote into it
 * (how to hold it apart): `size` and `sha256` are those of the file as it is kept and can be downloaded.
 */
export const attachment = z.object({
  /** To be named in a request or a message. */
  id: z.string(),
  /** Cleaned: no folders, no characters that hide others, with the extension of its type. */
  name: z.string(),
  /** Bytes. */
  size: z.int(),
  /** Hexadecimal. Signed receipts hold it. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  type,
});
export type Attachment = z.output<typeof attachment>;

/** As timelines list it. */
export const listedAttachment = attachment
  .pick({ id: true, name: true, size: true, type: true })
  .extend({ state: z.enum(attachmentStates) });
export type ListedAttachment = z.output<typeof listedAttachment>;

/** The ids that a request, a message or an answer names; how many is the hosting's setting. */
export const attachmentIds = z
  .array(z.string().max(64))
  .max(100)
  .refine((ids) => new Set(ids).size === ids.length, { message: 'invalid' })
  .default([]);
