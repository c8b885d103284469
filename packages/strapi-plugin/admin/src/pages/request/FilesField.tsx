import { adminUrl } from '@guichet/contracts/admin/paths';
import type { Attachment } from '@guichet/contracts/attachment';
import { acceptedFiles, FILE_NAME } from '@guichet/contracts/attachment-types';
import { Flex, Typography } from '@strapi/design-system';
import { Trash } from '@strapi/icons';
import { useId, useRef, useState } from 'react';
import { styled } from 'styled-components';
import { type Failure, failureOf, failureWords } from '../../shared/failure.js';
import { FieldErrors } from '../../shared/FormField.js';
import { Notice } from '../../shared/Notice.js';
import { useAdminFetch } from '../../shared/use-files.js';
import { useWords, type WordKey } from '../../shared/words.js';
import { BigButton } from '../../shared/BigButton.js';
import { useFileLabel } from './file-label.js';

const Chosen = styled.ul`
  display: grid;
  gap: 0.8rem;
  margin: 0;
  padding: 0;
  list-style: none;
  overflow-wrap: anywhere;
`;

const Picker = styled.input`
  max-inline-size: 100%;
  min-block-size: 4.4rem;
  padding-block: 0.8rem;
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: 1.4rem;

  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
  }
`;

/** What was refused, and why. */
interface Refused {
  name: string;
  failure: Failure;
}

interface Props {
  requestId: string;
  hint?: WordKey;
  files: readonly Attachment[];
  change(files: readonly Attachment[]): void;
  /** Whether one is on its way: what it goes with waits for it. */
  isSending: boolean;
  setSending(isSending: boolean): void;
}

/** Files that go with an answer or a decision: sent as they are chosen, named when it leaves. */
export function FilesField({ requestId, hint, files, change, isSending, setSending }: Props) {
  const t = useWords();
  const labelOf = useFileLabel();
  const ask = useAdminFetch();
  const id = useId();
  const picker = useRef<HTMLInputElement>(null);
  const [refused, setRefused] = useState<readonly Refused[]>([]);

  async function send(file: File): Promise<Attachment> {
    const response = await ask(adminUrl('inboxAttachments', requestId), {
      method: 'POST',
      headers: {
        'Content-Type': 'application/octet-stream',
        [FILE_NAME]: encodeURIComponent(file.name.toWellFormed()),
      },
      body: file,
    });
    return (await response.json()) as Attachment;
  }

  /** One after the other: what is refused says so, and the others stay. */
  async function add(chosen: readonly File[]) {
    if (!chosen.length) return;
    setSending(true);
    let all = files;
    const wrong: Refused[] = [];
    for (const file of chosen) {
      try {
        all = [...all, await send(file)];
        change(all);
      } catch (error) {
        wrong.push({ name: file.name, failure: failureOf(error) });
      }
    }
    setRefused(wrong);
    setSending(false);
  }

  function remove(file: Attachment) {
    change(files.filter((other) => other !== file));
    // The button is gone: the keyboard goes on from here.
    picker.current?.focus();
  }

  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Typography tag="label" htmlFor={id} variant="pi" fontWeight="bold">
        {t('files.add')}
      </Typography>
      {files.length > 0 && (
        <Chosen role="list">
          {files.map((file) => (
            <Flex tag="li" key={file.id} gap={3} wrap="wrap">
              <Typography>{labelOf(file)}</Typography>
              <BigButton
                variant="tertiary"
                startIcon={<Trash />}
                disabled={isSending}
                aria-label={t('files.remove', { file: labelOf(file) })}
                onClick={() => remove(file)}
              >
                {t('files.remove.short')}
              </BigButton>
            </Flex>
          ))}
        </Chosen>
      )}
      <Picker
        ref={picker}
        id={id}
        type="file"
        multiple
        accept={acceptedFiles()}
        disabled={isSending}
        {...(hint && { 'aria-describedby': `${id}-hint` })}
        onChange={(event) => {
          const chosen = [...(event.target.files ?? [])];
          // So that the same one can be chosen again.
          event.target.value = '';
          void add(chosen);
        }}
      />
      {hint && (
        <Typography id={`${id}-hint`} tag="p" variant="pi" textColor="neutral600">
          {t(hint)}
        </Typography>
      )}
      <div role="status">
        {isSending && <Typography textColor="neutral800">{t('files.sending')}</Typography>}
      </div>
      {refused.map(({ name, failure }) => (
        <Notice key={name} look="warning" live>
          {t('files.refused', { name: `\u2068${name}\u2069`, why: t(failureWords(failure)) })}
        </Notice>
      ))}
      <FieldErrors.Consumer>
        {(errors) =>
          errors.some(({ path }) => path.startsWith('attachments')) && (
            <Notice look="warning" live>
              {t('files.expired')}
            </Notice>
          )
        }
      </FieldErrors.Consumer>
    </Flex>
  );
}
