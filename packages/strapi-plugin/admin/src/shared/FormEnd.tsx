import { Button, Flex } from '@strapi/design-system';
import { failureWords } from './failure.js';
import { Notice } from './Notice.js';
import type { FormSaving } from './SavedForm.js';
import { useWords, type WordKey } from './words.js';

/** Why a form was not saved. `changed`: what to say where somebody else was first. `refused`: more precisely than usual. */
export function FormFailure(props: { form: FormSaving; changed?: WordKey; refused?: WordKey | undefined }) {
  const t = useWords();
  const { form, changed, refused } = props;
  const { failure, isStale } = form;
  if (!failure) return null;
  return (
    <Notice look="danger" live>
      {t((isStale && changed) || refused || failureWords(failure))}
    </Notice>
  );
}

/** What a form that is saved ends with. */
export function FormEnd(props: Parameters<typeof FormFailure>[0] & { close(): void }) {
  const t = useWords();
  const { close, ...failure } = props;
  return (
    <>
      <FormFailure {...failure} />
      <Flex gap={3} wrap="wrap">
        <Button type="submit" size="L" loading={props.form.isSaving}>
          {t('save')}
        </Button>
        <Button size="L" variant="tertiary" onClick={close}>
          {t('cancel')}
        </Button>
      </Flex>
    </>
  );
}
