/** A body with files, of the API or of a page without JavaScript: its fields, and what became of each file. */
import type { Attachment } from '@guichet/contracts/attachment';
import type { ProblemCode } from '@guichet/contracts/problem';
import { ProblemError } from '../../edge/problem-error.js';
import type { EdgeCall } from '../../edge/route.js';
import type { Settings } from '../../strapi/config.js';
import type { Take, Taken } from './reception.js';

/** What is wrong with a file, and not with the call. */
const refusals: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'file-empty',
  'file-damaged',
  'file-too-large',
  'file-type-not-accepted',
  'file-infected',
  'image-too-large',
]);

export interface Form<Input> {
  fields: Input;
  attachments: Attachment[];
  /** The others: each with the name it was sent under. The texts beside them are not lost for it. */
  refused: { name: string; code: ProblemCode }[];
}

interface Options {
  field: string;
  files: number;
  requestId: string | null;
}

/**
 * Nothing of it can be named, nor stays, unless the whole body was in order.
 *
 * @throws ProblemError `validation-failed` for a file in another field or a field that is not known; as `receive`, and as
 *   `take` where it is no file's fault
 */
export async function receiveForm<Input>(
  call: EdgeCall<Input>,
  { field, files, requestId }: Options,
  { take, limits }: { take: Take; limits: Settings['attachments'] },
): Promise<Form<Input>> {
  const { tenant, network, now, announced } = call;
  const taken: Taken[] = [];
  const refused: Form<Input>['refused'] = [];
  try {
    const fields = await call.receive({ files, fileBytes: limits.maxFileBytes }, async (file) => {
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
        now,
      };
      try {
        taken.push(await take(upload, file.bytes));
      } catch (error) {
        if (!(error instanceof ProblemError) || !refusals.has(error.code)) throw error;
        refused.push({ name: file.name, code: error.code });
      }
    });
    const attachments: Attachment[] = [];
    for (const one of taken) attachments.push(await one.settle());
    return { fields, attachments, refused };
  } catch (error) {
    for (const one of taken) await one.drop();
    throw error;
  }
}
