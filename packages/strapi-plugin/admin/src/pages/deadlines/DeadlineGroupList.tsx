import type { DeadlineGroup, DeadlineList, DeadlineRow } from '@guichet/contracts/admin/deadlines';
import type { InboxScope } from '@guichet/contracts/admin/inbox';
import { Box, Typography } from '@strapi/design-system';
import { useId } from 'react';
import { styled } from 'styled-components';
import { PAGES } from '../../plugin-id.js';
import { Pages } from '../../shared/Pages.js';
import { useWords, type Words } from '../../shared/words.js';
import { InboxList } from '../inbox/InboxList.js';

const Reasons = styled.ul`
  display: grid;
  gap: 0.4rem;
  margin: 0.8rem 0 0;
  padding-inline-start: 1.8rem;
  list-style: disc;
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: 1.3rem;
  line-height: 1.45;
`;

interface Props {
  group: DeadlineGroup;
  list: DeadlineList;
  pageSize: number;
  scope: InboxScope;
  go(page: number): void;
}

/** One group of deadlines, with why each of its requests is there. */
export function DeadlineGroupList({ group, list, pageSize, scope, go }: Props) {
  const t = useWords();
  const id = useId();
  return (
    <Box tag="section" aria-labelledby={id}>
      <Typography tag="h2" variant="delta" fontWeight="bold" id={id}>
        {t(`schedule.${group}`)} ({list.total})
      </Typography>
      {group === 'unopposable' && (
        <Typography tag="p" textColor="neutral600" paddingTop={1} style={{ maxInlineSize: '80ch' }}>
          {t('schedule.unopposable.what')}
        </Typography>
      )}
      <Box paddingTop={3}>
        <InboxList
          rows={list.rows}
          scope={scope}
          name={t(`schedule.${group}`)}
          to={(row) => `${PAGES}/inbox/${row.id}`}
          more={(row: DeadlineRow) => (
            <Reasons>
              {reasonsOf(group, row, t).map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
            </Reasons>
          )}
        />
      </Box>
      <Pages page={list.page} pageSize={pageSize} total={list.total} go={go} />
    </Box>
  );
}

function reasonsOf(group: DeadlineGroup, { due, obstacles }: DeadlineRow, t: Words): string[] {
  if (group !== 'unopposable') return due ? [t(`schedule.due.${due.for}`)] : [];
  // While silence awaits, there is still something to do; afterwards only what it costs.
  const when = due?.for === 'decision' ? 'ahead' : 'now';
  return obstacles.map((obstacle) => t(`obstacle.${obstacle}`, { when }));
}
