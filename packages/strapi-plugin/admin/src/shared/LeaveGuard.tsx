import { Button, Dialog, Typography } from '@strapi/design-system';
import { useEffect } from 'react';
import { useBlocker } from 'react-router-dom';
import { DialogContent } from './DialogContent.js';
import { useWords } from './words.js';

/** Asks before what is being changed is left behind: by a link of the panel, or by leaving the panel. */
export function LeaveGuard({ isDirty }: { isDirty: boolean }) {
  const t = useWords();
  const blocker = useBlocker(isDirty);
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => isDirty && event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isDirty]);
  const stay = () => blocker.state === 'blocked' && blocker.reset();
  return (
    <Dialog.Root open={blocker.state === 'blocked'} onOpenChange={(isOpen) => isOpen || stay()}>
      <DialogContent>
        <Dialog.Header>{t('leave')}</Dialog.Header>
        <Dialog.Body>
          <Typography textAlign="center">{t('leave.question')}</Typography>
        </Dialog.Body>
        <Dialog.Footer>
          <Dialog.Cancel>
            <Button variant="tertiary">{t('leave.stay')}</Button>
          </Dialog.Cancel>
          <Button variant="danger" onClick={() => blocker.state === 'blocked' && blocker.proceed()}>
            {t('leave.go')}
          </Button>
        </Dialog.Footer>
      </DialogContent>
    </Dialog.Root>
  );
}
