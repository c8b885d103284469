import type { ExportQuery } from '@guichet/contracts/admin/export';
import { Button, Dialog, Flex, Typography } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { useState } from 'react';
import { DialogContent } from '../../shared/DialogContent.js';
import { failureWords } from '../../shared/failure.js';
import { Notice } from '../../shared/Notice.js';
import { Tick } from '../../shared/Tick.js';
import { useSave } from '../../shared/use-save.js';
import { useWords, type WordKey } from '../../shared/words.js';
import { useExport } from './use-export.js';

/** Downloads the list as it is filtered; names and addresses only where they are asked for. */
export function ExportList(props: { query: ExportQuery; total: number; label?: WordKey }) {
  const t = useWords();
  const { query, total, label = 'export' } = props;
  const download = useExport();
  const [isOpen, setOpen] = useState(false);
  const [withPersonalData, setPersonal] = useState(false);
  const { saving, save } = useSave();
  const open = (next: boolean) => {
    setOpen(next);
    // Asked for each time: nobody takes names out by habit.
    setPersonal(false);
  };
  return (
    <Dialog.Root open={isOpen} onOpenChange={open}>
      <Dialog.Trigger>
        <Button variant="tertiary" startIcon={<Download />} disabled={!total}>
          {t(label)}
        </Button>
      </Dialog.Trigger>
      <DialogContent>
        <Dialog.Header>{t('export.title', { count: total })}</Dialog.Header>
        <Dialog.Body>
          <Flex direction="column" alignItems="stretch" gap={3}>
            <Typography>{t('export.what')}</Typography>
            <Tick label={t('export.personal')} checked={withPersonalData} change={setPersonal} />
            {withPersonalData && <Notice look="warning">{t('export.personal.care')}</Notice>}
            {saving.kind === 'failed' && (
              <Notice look="danger" live>
                {t(failureWords(saving.failure))}
              </Notice>
            )}
          </Flex>
        </Dialog.Body>
        <Dialog.Footer>
          <Dialog.Cancel>
            <Button variant="tertiary">{t('close')}</Button>
          </Dialog.Cancel>
          <Button
            startIcon={<Download />}
            loading={saving.kind === 'saving'}
            onClick={() =>
              void save(async () => {
                await download({ ...query, withPersonalData });
                open(false);
              })
            }
          >
            {t('export.go')}
          </Button>
        </Dialog.Footer>
      </DialogContent>
    </Dialog.Root>
  );
}
