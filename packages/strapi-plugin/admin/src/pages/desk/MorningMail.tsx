import type { Digest } from '@guichet/contracts/admin/digest';
import { adminUrl } from '@guichet/contracts/admin/paths';
import { Typography } from '@strapi/design-system';
import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import { Card } from '../../shared/Card.js';
import { failureWords } from '../../shared/failure.js';
import { Notice } from '../../shared/Notice.js';
import { useRemote } from '../../shared/remote.js';
import { Tick } from '../../shared/Tick.js';
import { useSave } from '../../shared/use-save.js';
import { useWords } from '../../shared/words.js';

/** Whether the agent wants to be told each morning what waits: kept as soon as it is ticked. */
export function MorningMail() {
  const t = useWords();
  const { get, put } = useFetchClient();
  const { remote, replace } = useRemote(
    useCallback(
      async (signal: AbortSignal) => (await get<Digest>(adminUrl('inboxDigest'), { signal })).data,
      [get],
    ),
  );
  const { saving, save } = useSave();
  // Not worth a word where it cannot be read: the page around says why.
  if (remote.kind !== 'ready') return null;
  const change = (isOn: boolean) =>
    save(async () => replace((await put<Digest>(adminUrl('inboxDigest'), { isOn })).data));
  return (
    <Card title={t('digest.title')}>
      <Tick label={t('digest')} checked={remote.data.isOn} change={(isOn) => void change(isOn)} />
      <Typography tag="p" variant="pi" textColor="neutral600">
        {t('digest.hint')}
      </Typography>
      <Typography tag="p" variant="pi" role="status" textColor="neutral600">
        {saving.kind === 'saved' && t('digest.saved')}
      </Typography>
      {saving.kind === 'failed' && (
        <Notice look="danger" live>
          {t(failureWords(saving.failure))}
        </Notice>
      )}
    </Card>
  );
}
