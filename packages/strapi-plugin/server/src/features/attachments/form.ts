/** A body with files, of the API or of a page without JavaScript: its fields, and what became of each file. */
import type { Attachment } from '@guichet/contracts/attachment';
import type { ProblemCode } from '@guichet/contracts/problem';
import { ProblemError } from '../../edge/problem-error.js';
import type { EdgeCall } from '../../edge/route.js';
import type { Settings } from '../../strapi/config.js';
import type { Take, Taken, Upload } from './reception.js';

/** What is wrong with a file, and not with the call. */
const refusals: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'file-empty',
  'file-damaged',
  'file-too-large',
  'file-type-not-accepted',
  'file-infected',
  'image-too-large',
  // Too much of this network waits for its forms to be sent.
  'rate-limited',
]);

export interface Form<Input> {
  fields: Input;
  attachments: Attachment[];
  /** The others: each with the name it was sent under. The texts beside them are not lost for it. */
  refused: { name: string; problem: ProblemError }[];
}

export interface FormOptions {
  /** The field that files come in. */
  field: string;
  /** How many. */
  files: number;
  /** Bytes of the whole body, where fewer than the route lets through. */
  bytes?: number;
  /** What their procedure takes, where that is less than the hosting does. */
  limits?: Upload['limits'];
  /** The request that they are for; null where it is yet to be made, or to be told. */
  requestId: string | null;
  /** Asked before each, with how many were taken; a ProblemError of its refuses that file alone. */
  admit?: (taken: number) => Promise<void>;
}

/**
 * Nothing of it can be named, nor stays, unless the whole body was in order.
 *
 * @throws ProblemError `validation-failed` for a file in another field or a field that is not known; as `receive`, and as
 *   `take` where it is no file's fault
 */
export async function receiveForm<Input>(
  call: EdgeCall<Input>,
  { field, files, bytes, requestId, admit, limits: own }: FormOptions,
  { take, limits }: { take: Take; limits: Settings['attachments'] },
): Promise<Form<Input>> {
  const { tenant, network, now, announced } = call;
  const taken: Taken[] = [];
  const refused: Form<Input>['refused'] = [];
  try {
    const fields = await call.receive(
      { files, fileBytes: limits.maxFileBytes, ...(bytes && { bytes }) },
      async (file) => {
        if (file.field !== field)
          throw new ProblemError('validation-failed', { errors: [{ path: field, code: 'required' }] });
        const upload = {
          administrationId: tenant.id,
          requestId,
          agentId: null,
          name: file.name,
          announced,
          network,
          idempotencyKey: call.idempotencyKey || null,
          limits: own,
          now,
        };
        const refuse = (error: unknown) => {
          if (!(error instanceof ProblemError)) throw error;
          refused.push({ name: file.name, problem: error });
        };
        try {
          await admit?.(taken.length);
        } catch (error) {
          return refuse(error);
        }
        try {
          taken.push(await take(upload, file.bytes));
        } catch (error) {
          if (error instanceof ProblemError && !refusals.has(error.code)) throw error;
          refuse(error);
        }
      },
    );
    const attachments: Attachment[] = [];
    for (const one of taken) attachments.push(await one.settle());
    return { fields, attachments, refused };
  } catch (error) {
    for (const one of taken) await one.drop();
    throw error;
  }
}
