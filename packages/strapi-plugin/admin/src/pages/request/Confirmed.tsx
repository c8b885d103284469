import { Button, Dialog } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import type { ReactNode } from 'react';
import { useWords, type WordKey } from '../../shared/words.js';

/** A button that asks once more before what cannot be undone in one click. */
export function Confirmed(props: {
  label: WordKey;
  question: WordKey;
  variant: 'tertiary' | 'danger-light';
  icon?: ReactNode;
  disabled: boolean;
  confirm(): void;
}) {
  const t = useWords();
  return (
    <Dialog.Root>
      <Dialog.Trigger>
        <Button variant={props.variant} startIcon={props.icon} disabled={props.disabled} size="L">
          {t(props.label)}
        </Button>
      </Dialog.Trigger>
      <Dialog.Content>
        <Dialog.Header>{t(props.label)}</Dialog.Header>
        <Dialog.Body icon={<WarningCircle fill="warning600" />}>{t(props.question)}</Dialog.Body>
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
      </Dialog.Content>
    </Dialog.Root>
  );
}
