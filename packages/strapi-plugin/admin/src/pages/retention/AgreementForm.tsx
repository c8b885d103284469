import type { Slip } from '@guichet/contracts/admin/retention';
import { Flex } from '@strapi/design-system';
import { type FormEvent, useRef, useState } from 'react';
import { failureWords } from '../../shared/failure.js';
import { FieldErrors, FormField } from '../../shared/FormField.js';
import { Notice } from '../../shared/Notice.js';
import { useFirstError } from '../../shared/use-first-error.js';
import { useSave } from '../../shared/use-save.js';
import { useWords } from '../../shared/words.js';
import { BigButton } from '../../shared/BigButton.js';
import type { RetentionRead } from './use-retention.js';

/** What the archives wrote; recorded, it has the list executed, which nothing takes back. */
export function AgreementForm(props: { slip: Slip; agree: RetentionRead['agree']; close(): void }) {
  const t = useWords();
  const { slip, agree, close } = props;
  const { finalAction } = slip;
  const [form, setForm] = useState({ reference: '', date: '', service: '' });
  const { saving, save } = useSave();
  const element = useRef<HTMLFormElement>(null);
  useFirstError(element, saving);
  const failure = saving.kind === 'failed' ? saving.failure : null;
  const set = (change: Partial<typeof form>) => setForm((before) => ({ ...before, ...change }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save(() => agree(slip.id, form));
  };
  return (
    <form ref={element} noValidate onSubmit={submit}>
      <FieldErrors.Provider value={failure?.kind === 'problem' ? failure.errors : []}>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Notice look="warning">{t(`retention.agree.${finalAction}.care`, { count: slip.count })}</Notice>
          <FormField
            path="service"
            label="retention.agree.service"
            hint="retention.agree.service.hint"
            required
            value={form.service}
            change={(service) => set({ service })}
          />
          <FormField
            path="reference"
            label="retention.agree.reference"
            required
            value={form.reference}
            change={(reference) => set({ reference })}
          />
          <FormField
            path="date"
            label="retention.agree.date"
            hint="retention.agree.date.hint"
            type="date"
            required
            value={form.date}
            change={(date) => set({ date })}
          />
          {failure && (
            <Notice look="danger" live>
              {t(failureWords(failure))}
            </Notice>
          )}
          <Flex gap={3} wrap="wrap">
            <BigButton type="submit" size="L" variant="danger" loading={saving.kind === 'saving'}>
              {t(`retention.agree.${finalAction}.go`, { count: slip.count })}
            </BigButton>
            <BigButton size="L" variant="tertiary" onClick={close}>
              {t('cancel')}
            </BigButton>
          </Flex>
        </Flex>
      </FieldErrors.Provider>
    </form>
  );
}
