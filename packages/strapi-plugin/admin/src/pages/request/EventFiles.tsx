import { adminUrl } from '@guichet/contracts/admin/paths';
import type { ListedAttachment } from '@guichet/contracts/attachment';
import { Typography } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { useState } from 'react';
import { styled } from 'styled-components';
import { type Failure, failureOf, failureWords } from '../../shared/failure.js';
import { Notice } from '../../shared/Notice.js';
import { saveFile, useAdminFetch } from '../../shared/use-files.js';
import { useWords } from '../../shared/words.js';
import { BigButton } from '../../shared/BigButton.js';
import { useFileLabel } from './file-label.js';

const Files = styled.ul`
  display: grid;
  gap: 0.8rem;
  justify-items: start;
  margin: 0.8rem 0 0;
  padding: 0;
  list-style: none;
  overflow-wrap: anywhere;
`;

/** What came with an event, each to be fetched. `unfolded`: on paper nothing can be. */
export function EventFiles(props: {
  requestId: string;
  files: readonly ListedAttachment[];
  unfolded: boolean;
}) {
  const t = useWords();
  const labelOf = useFileLabel();
  const ask = useAdminFetch();
  const [failure, setFailure] = useState<Failure | null>(null);
  const { requestId, files, unfolded } = props;
  if (!files.length) return null;

  async function fetchOne({ id, name }: ListedAttachment) {
    setFailure(null);
    try {
      const response = await ask(adminUrl('inboxAttachment', requestId, id), { method: 'GET' });
      saveFile(await response.blob(), name);
    } catch (error) {
      setFailure(failureOf(error));
    }
  }

  return (
    <>
      <Files role="list" aria-label={t('files')}>
        {files.map((file) => (
          <li key={file.id}>
            {file.state === 'available' && !unfolded ? (
              <BigButton
                size="L"
                variant="tertiary"
                startIcon={<Download />}
                onClick={() => void fetchOne(file)}
              >
                {t('files.download', { file: labelOf(file) })}
              </BigButton>
            ) : (
              <Typography>
                {labelOf(file)}
                {file.state !== 'available' && ` – ${t(`files.${file.state}`)}`}
              </Typography>
            )}
          </li>
        ))}
      </Files>
      {failure && (
        <Notice look="warning" live>
          {t(
            failure.kind === 'problem' && failure.code === 'not-found' ? 'files.gone' : failureWords(failure),
          )}
        </Notice>
      )}
    </>
  );
}
