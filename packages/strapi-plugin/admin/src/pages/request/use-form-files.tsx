import { type ReactNode, useState } from 'react';
import type { WordKey } from '../../shared/words.js';
import type { Drafts } from './drafts.js';
import { FilesField } from './FilesField.js';
import type { OneRequest } from './use-request.js';

type FileForm = Extract<keyof Drafts, `${string}Files`>;

/** The files of one form: their field, and what is sent of them. While one is on its way, the form waits. */
export function useFormFiles(
  one: OneRequest,
  requestId: string,
  form: FileForm,
  hint?: WordKey,
): { field: ReactNode; attachments: string[]; isSending: boolean } {
  const files = one.drafts[form] ?? [];
  const [isSending, setSending] = useState(false);
  const field = (
    <FilesField
      requestId={requestId}
      {...(hint && { hint })}
      files={files}
      change={(chosen) => one.write(form, chosen)}
      isSending={isSending}
      setSending={setSending}
    />
  );
  return { field, attachments: files.map(({ id }) => id), isSending };
}
