import type { InboxRow, InboxScope } from '@guichet/contracts/admin/inbox';
import { Box, Flex, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';
import { administrationColour } from '../../shared/administration-colour.js';
import { AdministrationName } from '../../shared/AdministrationName.js';
import { useDates } from '../../shared/dates.js';
import { DueLine } from '../../shared/DueLine.js';
import { List, Row } from '../../shared/list.js';
import { RequestStatus } from '../../shared/RequestStatus.js';
import { useWords } from '../../shared/words.js';
import type { Selection } from './use-selection.js';
import { leaveFor } from './use-way-back.js';

interface Props<Shown extends InboxRow> {
  rows: Shown[];
  scope: InboxScope;
  /** Of the list, as a screen reader says it. */
  name: string;
  /** Where a request opens; below the page it is listed on where absent. */
  to?(row: Shown): string;
  /** What the list says besides of a request. */
  more?(row: Shown): ReactNode;
  /** Where requests can be chosen, to be acted on together. */
  selection?: Selection;
}

/** Above the row's own link, which is all of it. */
const Choose = styled.input`
  position: relative;
  z-index: 1;
  flex: none;
  inline-size: 2.4rem;
  block-size: 2.4rem;
  margin: 0;
  accent-color: ${({ theme }) => theme.colors.primary600};
  cursor: pointer;
`;

/** Requests, each under the name and colour of its mairie, with what the law dates first. */
export function InboxList<Shown extends InboxRow>(props: Props<Shown>) {
  const { rows, scope, name, to, more, selection } = props;
  const t = useWords();
  const dates = useDates();
  return (
    <List aria-label={name}>
      {rows.map((row) => {
        const administration = scope.administrations.find(({ id }) => id === row.administrationId);
        if (!administration) return null;
        return (
          <Row key={row.id} $colour={administrationColour(administration)}>
            <Flex gap={4} alignItems="flex-start">
              {selection && (
                <Choose
                  type="checkbox"
                  aria-label={t('bulk.choose', { subject: row.subject, reference: row.reference })}
                  checked={selection.has(row.id)}
                  onChange={() => selection.toggle(row.id)}
                />
              )}
              <Flex
                flex="1"
                minWidth={0}
                gap={3}
                justifyContent="space-between"
                alignItems="flex-start"
                wrap="wrap"
              >
                <Box flex="1 1 30rem" minWidth={0}>
                  <AdministrationName administration={administration} />
                  <Box paddingTop={1}>
                    <Link
                      className="row"
                      to={to?.(row) ?? row.id}
                      data-request={row.id}
                      onClick={() => leaveFor(row.id)}
                    >
                      {row.subject}
                    </Link>
                  </Box>
                  <Typography tag="p" variant="pi" textColor="neutral600" paddingTop={1}>
                    {[t(`nature.${row.nature}`), row.sender, row.recipient].filter(Boolean).join(' · ')}
                  </Typography>
                  {row.due && (
                    <Box paddingTop={2}>
                      <DueLine due={row.due} />
                    </Box>
                  )}
                  {more?.(row)}
                </Box>
                <Flex direction="column" alignItems={{ initial: 'flex-start', medium: 'flex-end' }} gap={1}>
                  <RequestStatus request={row} />
                  <Typography variant="pi" textColor="neutral600">
                    {t('inbox.receivedAt', {
                      // Of what came otherwise only the day is known.
                      moment: dates[row.channel === 'electronic' ? 'moment' : 'day'](
                        row.receivedAt,
                        administration.timeZone,
                      ),
                    })}
                  </Typography>
                  <Typography
                    variant="pi"
                    textColor="neutral600"
                    style={{ fontVariantNumeric: 'tabular-nums' }}
                  >
                    {row.reference}
                  </Typography>
                  {row.assignedTo && (
                    <Typography variant="pi" textColor="neutral700">
                      {t('inbox.assignedTo', { name: row.assignedTo.name })}
                    </Typography>
                  )}
                </Flex>
              </Flex>
            </Flex>
          </Row>
        );
      })}
    </List>
  );
}
