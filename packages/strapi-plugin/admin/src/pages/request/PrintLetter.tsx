import type { AdminAdministration } from '@guichet/contracts/admin/administrations';
import type { InboxRequest } from '@guichet/contracts/admin/inbox';
import { adminUrl } from '@guichet/contracts/admin/paths';
import { File } from '@strapi/icons';
import { useFetchClient } from '@strapi/strapi/admin';
import { lazy, Suspense, useState } from 'react';
import { failureWords } from '../../shared/failure.js';
import { Notice } from '../../shared/Notice.js';
import { useSave } from '../../shared/use-save.js';
import { useWords } from '../../shared/words.js';
import { BigButton } from '../../shared/BigButton.js';
import type { Letter } from './letter.js';

const LetterSheet = lazy(() => import('./LetterSheet.js'));

/** Prints a letter for a windowed envelope, under the administration's own address. */
export function PrintLetter(props: {
  request: InboxRequest;
  letter: Letter;
  variant: 'default' | 'tertiary';
}) {
  const t = useWords();
  const { get } = useFetchClient();
  const { request, letter, variant } = props;
  const { saving, save } = useSave();
  const [from, setFrom] = useState<AdminAdministration | null>(null);
  const print = () =>
    save(async () => {
      setFrom((await get<AdminAdministration>(adminUrl('administration', request.administrationId))).data);
    });
  return (
    <>
      <BigButton
        size="L"
        variant={variant}
        startIcon={<File />}
        loading={saving.kind === 'saving'}
        onClick={() => void print()}
      >
        {t(letter.on === null ? 'paper.toSign' : 'paper.letter')}
      </BigButton>
      {saving.kind === 'failed' && (
        <Notice look="danger" live>
          {t(failureWords(saving.failure))}
        </Notice>
      )}
      {from && (
        <Suspense>
          <LetterSheet request={request} letter={letter} from={from} done={() => setFrom(null)} />
        </Suspense>
      )}
    </>
  );
}
