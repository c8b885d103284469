import { Button, Dialog } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import { type ReactNode, useState } from 'react';
import { DialogContent } from '../../shared/DialogContent.js';
import { useWords, type WordKey } from '../../shared/words.js';
import { BigButton } from '../../shared/BigButton.js';

/** A button that asks once more before what cannot be undone in one click. */
export function Confirmed(props: {
  label: WordKey;
  question: WordKey;
  /** What else to know before. */
  more?: string | null;
  variant: 'default' | 'tertiary' | 'danger-light';
  icon?: ReactNode;
  disabled: boolean;
  loading?: boolean;
  /** Whether there is something to confirm: asked at the click. */
  asks?(): boolean;
  confirm(): void;
}) {
  const t = useWords();
  const [isOpen, setOpen] = useState(false);
  const { loading = false, asks = () => true } = props;
  return (
    <Dialog.Root open={isOpen} onOpenChange={(open: boolean) => setOpen(open && asks())}>
      <Dialog.Trigger>
        <BigButton
          variant={props.variant}
          startIcon={props.icon}
          disabled={props.disabled}
          loading={loading}
          size="L"
        >
          {t(props.label)}
        </BigButton>
      </Dialog.Trigger>
      <DialogContent>
        <Dialog.Header>{t(props.label)}</Dialog.Header>
        <Dialog.Body icon={<WarningCircle fill="warning600" />}>
          {[t(props.question), props.more].filter(Boolean).join(' ')}
        </Dialog.Body>
        <Dialog.Footer>
          <Dialog.Cancel>
            <Button variant="tertiary" fullWidth>
              {t('cancel')}
            </Button>
          </Dialog.Cancel>
          <Dialog.Action>
            <Button variant="secondary" fullWidth onClick={props.confirm}>
              {t(props.label)}
            </Button>
          </Dialog.Action>
        </Dialog.Footer>
      </DialogContent>
    </Dialog.Root>
  );
}
