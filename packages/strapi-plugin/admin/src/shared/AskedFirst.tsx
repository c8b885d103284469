import { Button, Dialog, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { DialogContent } from './DialogContent.js';
import { failureWords } from './failure.js';
import { Notice } from './Notice.js';
import { useSave } from './use-save.js';
import { useWords } from './words.js';

/** A button that asks once more, and stays until what it does is done. */
export function AskedFirst(props: {
  label: string;
  /** Names what it is done to: also for who hears the button alone. */
  title: string;
  question: string;
  variant: 'tertiary' | 'danger-light';
  act(): Promise<void>;
}) {
  const t = useWords();
  const { label, title, question, variant, act } = props;
  const [isOpen, setOpen] = useState(false);
  const { saving, save } = useSave();
  const confirm = () =>
    save(async () => {
      await act();
      setOpen(false);
    });
  return (
    <Dialog.Root open={isOpen} onOpenChange={setOpen}>
      <Dialog.Trigger>
        <Button variant={variant} aria-label={title}>
          {label}
        </Button>
      </Dialog.Trigger>
      <DialogContent>
        <Dialog.Header>{title}</Dialog.Header>
        <Dialog.Body>
          <Flex direction="column" gap={3}>
            <Typography textAlign="center">{question}</Typography>
            {saving.kind === 'failed' && (
              <Notice look="danger" live>
                {t(failureWords(saving.failure))}
              </Notice>
            )}
          </Flex>
        </Dialog.Body>
        <Dialog.Footer>
          <Dialog.Cancel>
            <Button variant="tertiary">{t('cancel')}</Button>
          </Dialog.Cancel>
          <Button
            variant={variant === 'danger-light' ? 'danger' : 'default'}
            loading={saving.kind === 'saving'}
            onClick={() => void confirm()}
          >
            {label}
          </Button>
        </Dialog.Footer>
      </DialogContent>
    </Dialog.Root>
  );
}
