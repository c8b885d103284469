import { Button, Flex } from '@strapi/design-system';
import { Notice } from './Notice.js';
import { useWords, type WordKey } from './words.js';

/** What a form that is saved ends with. `failed`: why it was not. */
export function FormEnd(props: { failed: WordKey | null; isSaving: boolean; close(): void }) {
  const t = useWords();
  const { failed, isSaving, close } = props;
  return (
    <>
      {failed && (
        <Notice look="danger" live>
          {t(failed)}
        </Notice>
      )}
      <Flex gap={3} wrap="wrap">
        <Button type="submit" size="L" loading={isSaving}>
          {t('save')}
        </Button>
        <Button size="L" variant="tertiary" onClick={close}>
          {t('cancel')}
        </Button>
      </Flex>
    </>
  );
}
