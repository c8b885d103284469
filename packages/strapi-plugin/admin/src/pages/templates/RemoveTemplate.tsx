import type { Template } from '@guichet/contracts/admin/templates';
import { Button, Dialog, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { failureWords } from '../../shared/failure.js';
import { Notice } from '../../shared/Notice.js';
import { useSave } from '../../shared/use-save.js';
import { useWords } from '../../shared/words.js';
import type { TemplatesRead } from './use-templates.js';

/** Removes a template once it is confirmed. */
export function RemoveTemplate({ templates, template }: { templates: TemplatesRead; template: Template }) {
  const t = useWords();
  const [isOpen, setOpen] = useState(false);
  const { saving, save } = useSave();
  const { name } = template;
  return (
    <Dialog.Root open={isOpen} onOpenChange={setOpen}>
      <Dialog.Trigger>
        <Button variant="danger-light" aria-label={t('templates.remove.one', { name })}>
          {t('templates.remove')}
        </Button>
      </Dialog.Trigger>
      <Dialog.Content>
        <Dialog.Header>{t('templates.remove.one', { name })}</Dialog.Header>
        <Dialog.Body>
          <Flex direction="column" gap={3}>
            <Typography textAlign="center">{t('templates.remove.question')}</Typography>
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
            variant="danger"
            loading={saving.kind === 'saving'}
            onClick={() => void save(() => templates.remove(template))}
          >
            {t('templates.remove')}
          </Button>
        </Dialog.Footer>
      </Dialog.Content>
    </Dialog.Root>
  );
}
