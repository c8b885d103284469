import type { Box as Boxed, InboxRow } from '@guichet/contracts/admin/inbox';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Archive, Check, PaperPlane, Trash, User } from '@strapi/icons';
import { useEffect, useRef } from 'react';
import { styled } from 'styled-components';
import { usePermissions } from '../../shared/permissions.js';
import { Tick } from '../../shared/Tick.js';
import { useWords } from '../../shared/words.js';
import { ExportList } from '../export/ExportList.js';
import { AssignChoice } from './AssignChoice.js';
import { BulkButton } from './BulkButton.js';
import type { Selection } from './use-selection.js';

/** It stays in sight along a list that scrolls, below Strapi's own head; on a phone it would hide the list. */
const Bar = styled(Box)`
  @media (min-width: 768px) {
    position: sticky;
    inset-block-start: 5.6rem;
    z-index: 2;
  }
`;

/** Choosing every request of the page, and what can be done with those that are chosen. */
export function BulkBar(props: {
  box: Boxed;
  listed: readonly InboxRow[];
  selection: Selection;
  reload(): void;
}) {
  const t = useWords();
  const { has } = usePermissions();
  const { box, listed, selection, reload } = props;
  const { rows } = selection;
  const bar = useRef<HTMLDivElement>(null);
  const isPartial = rows.length > 0 && rows.length < listed.length;

  useEffect(() => {
    const all = bar.current?.querySelector<HTMLInputElement>('input[type=checkbox]');
    if (all) all.indeterminate = isPartial;
  }, [isPartial]);

  const common = {
    rows,
    done: () => {
      selection.clear();
      reload();
    },
    closed: () => (bar.current?.querySelector<HTMLElement>('input[type=checkbox]') ?? bar.current)?.focus(),
  };
  const isSorting = box === 'suspects';
  return (
    <Bar
      ref={bar}
      tabIndex={-1}
      background="neutral0"
      hasRadius
      paddingLeft={4}
      paddingRight={4}
      marginBottom={3}
    >
      <Flex gap={3} wrap="wrap" justifyContent="space-between">
        <Flex gap={4} wrap="wrap">
          {listed.length > 0 && (
            <Tick
              label={t('bulk.all')}
              checked={rows.length > 0 && !isPartial}
              change={selection.toggleAll}
            />
          )}
          <Typography role="status" textColor="neutral600">
            {rows.length > 0 && t('bulk.chosen', { count: rows.length })}
          </Typography>
        </Flex>
        <Flex
          role="group"
          aria-label={t('bulk.actions')}
          gap={2}
          wrap="wrap"
          paddingTop={rows.length ? 2 : 0}
          paddingBottom={rows.length ? 2 : 0}
          // Windows that are open outlive the choice.
          style={{ display: rows.length ? 'flex' : 'none' }}
        >
          {has('inbox.answer') && isSorting && (
            <>
              <BulkButton action="release" icon={<Check />} {...common} />
              <BulkButton action="reject" icon={<Trash />} variant="danger-light" {...common} />
            </>
          )}
          {has('inbox.answer') && !isSorting && (
            <BulkButton action="acknowledge" icon={<PaperPlane />} {...common} />
          )}
          {has('inbox.assign') && (
            <BulkButton
              action="assign"
              icon={<User />}
              choose={(take, taken) => <AssignChoice rows={taken} take={take} />}
              {...common}
            />
          )}
          {has('inbox.answer') && !isSorting && <BulkButton action="close" icon={<Archive />} {...common} />}
          {has('inbox.export') && (
            <ExportList query={{ ids: rows.map(({ id }) => id) }} total={rows.length} label="export.chosen" />
          )}
          <Button variant="tertiary" onClick={selection.clear}>
            {t('bulk.none')}
          </Button>
        </Flex>
      </Flex>
    </Bar>
  );
}
