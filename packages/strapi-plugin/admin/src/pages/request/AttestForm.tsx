import type { InboxRequest } from '@guichet/contracts/admin/inbox';
import { Typography } from '@strapi/design-system';
import { PaperPlane } from '@strapi/icons';
import { useState } from 'react';
import { Card } from '../../shared/Card.js';
import { Tick } from '../../shared/Tick.js';
import { useWords } from '../../shared/words.js';
import { ActForm } from './ActForm.js';
import { type AuthorForm, authorFormOf, checkAuthor } from './author-form.js';
import { AuthorFields } from './AuthorFields.js';
import { BigButton } from '../../shared/BigButton.js';
import { useForm } from './use-form.js';
import type { OneRequest } from './use-request.js';

/** The attestation of what silence accepted (CRPA L232-3), once somebody is sure that nothing refused it. */
export function AttestForm({ one, request }: { one: OneRequest; request: InboxRequest }) {
  const t = useWords();
  const { signatories } = request;
  const [author, setAuthor] = useState<AuthorForm>(() => authorFormOf(signatories));
  const [noRefusal, setNoRefusal] = useState(false);
  const form = useForm(
    one,
    ['attest'],
    [
      ...checkAuthor(author, 'author'),
      ...(noRefusal ? [] : [{ path: 'noRefusal', code: 'required' as const }]),
    ],
  );
  return (
    <Card title={t('attest')}>
      <ActForm
        form={form}
        submit={() => form.send({ action: 'attest', author: author.author, noRefusal: true })}
        buttons={
          <BigButton
            type="submit"
            size="L"
            startIcon={<PaperPlane />}
            loading={form.isSending('attest')}
            disabled={form.isBusy}
          >
            {t('attest.send')}
          </BigButton>
        }
      >
        <Typography tag="p" textColor="neutral800">
          {t('attest.what')}
        </Typography>
        <AuthorFields path="author" form={author} signatories={signatories} change={setAuthor} />
        <Tick path="noRefusal" label={t('attest.noRefusal')} checked={noRefusal} change={setNoRefusal} />
      </ActForm>
    </Card>
  );
}
