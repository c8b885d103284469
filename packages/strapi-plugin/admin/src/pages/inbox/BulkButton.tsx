import type { BulkAct } from '@guichet/contracts/admin/bulk';
import type { InboxRow } from '@guichet/contracts/admin/inbox';
import { Button, Flex, Loader, Modal, Typography } from '@strapi/design-system';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { failureWords } from '../../shared/failure.js';
import { Notice } from '../../shared/Notice.js';
import { useWords } from '../../shared/words.js';
import { BulkSummary } from './BulkSummary.js';
import { useBulk } from './use-bulk.js';

interface Props {
  action: BulkAct['action'];
  /** What is chosen. */
  rows: readonly InboxRow[];
  icon?: ReactNode;
  variant?: 'secondary' | 'danger-light';
  /** What the action needs besides; absent where its name says all. */
  choose?(take: (act: BulkAct) => void, rows: readonly InboxRow[]): ReactNode;
  /** Something was done: the list is another. */
  done(): void;
  /** Where the keyboard goes once the choice is gone. */
  closed(): void;
}

/** One action on what is chosen: what it would do, a confirmation, what it did. */
export function BulkButton({ action, rows, icon, variant = 'secondary', choose, done, closed }: Props) {
  const t = useWords();
  /** As they were when it was opened: acting on them may take them off the list. */
  const [taken, setTaken] = useState<readonly InboxRow[] | null>(null);
  const { bulk, rehearse, perform, reset } = useBulk(taken ?? [], done);
  const told = useRef<HTMLDivElement>(null);
  const isOver = bulk.kind === 'done' || bulk.kind === 'failed';

  useEffect(() => {
    // Once, at the opening: what is chosen does not change under the window.
    if (taken && !choose) void rehearse({ action } as BulkAct);
  }, [taken]);
  useEffect(() => {
    if (isOver) told.current?.focus();
  }, [isOver]);

  const open = (isOpen: boolean) => {
    reset();
    setTaken(isOpen ? rows : null);
  };
  const subjectOf = (id: string) => taken?.find((row) => row.id === id)?.subject ?? '';
  const outcomes = 'outcomes' in bulk ? bulk.outcomes : [];
  const possible = outcomes.some(({ result }) => result === 'done');

  return (
    <Modal.Root open={taken !== null} onOpenChange={open}>
      <Modal.Trigger>
        <Button variant={variant} startIcon={icon}>
          {t(`bulk.${action}`)}
        </Button>
      </Modal.Trigger>
      <Modal.Content
        onCloseAutoFocus={(event: Event) => {
          if (rows.length) return;
          event.preventDefault();
          closed();
        }}
      >
        <Modal.Header>
          <Modal.Title>{t(`bulk.${action}`)}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex ref={told} tabIndex={-1} direction="column" alignItems="stretch" gap={4}>
            {!isOver && choose && taken && choose((act) => void rehearse(act), taken)}
            {bulk.kind === 'rehearsing' && <Loader>{t('loading')}</Loader>}
            {bulk.kind === 'failed' && (
              <Notice look="danger" live>
                {t(failureWords(bulk.failure))} {bulk.isPartial && t('bulk.failed')}
              </Notice>
            )}
            {outcomes.length > 0 && (
              <BulkSummary
                action={action}
                when={bulk.kind === 'done' ? 'after' : 'before'}
                outcomes={outcomes}
                subjectOf={subjectOf}
              />
            )}
            {possible && bulk.kind !== 'done' && action !== 'assign' && (
              <Typography tag="p">{t(`bulk.${action}.what`)}</Typography>
            )}
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Modal.Close>
            <Button variant="tertiary">{t(isOver ? 'close' : 'cancel')}</Button>
          </Modal.Close>
          {(bulk.kind === 'rehearsed' || bulk.kind === 'acting') && possible && (
            <Button loading={bulk.kind === 'acting'} onClick={() => void perform()}>
              {t(`bulk.${action}.go`, { count: outcomes.filter(({ result }) => result === 'done').length })}
            </Button>
          )}
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
