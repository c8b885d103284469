import type { DirectoryRow } from '@guichet/contracts/admin/directory';
import { Badge, Box, Button, Flex, IconButton, LinkButton, Typography } from '@strapi/design-system';
import { ArrowDown, ArrowLineRight, ArrowUp, Eye, EyeStriked, Feather, Pencil } from '@strapi/icons';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';
import { useDates } from '../../shared/dates.js';
import { Row } from '../../shared/list.js';
import { useWords } from '../../shared/words.js';
import { organisationPage } from './addresses.js';
import { isIncomplete } from './directory-draft.js';
import { OwnWords } from './OwnWords.js';

/** How a row moves. */
export type Step = 'first' | 'up' | 'down';

const steps = [
  { step: 'first', Icon: styled(ArrowLineRight)({ transform: 'rotate(-90deg)' }) },
  { step: 'up', Icon: ArrowUp },
  { step: 'down', Icon: ArrowDown },
] as const;

/** Strapi's own warning is too pale for its words (WCAG 1.4.3). */
const warning = { backgroundColor: 'warning100', textColor: 'neutral800' } as const;

interface Props {
  row: DirectoryRow;
  administrationId: string;
  mayConfigure: boolean;
  isFirst: boolean;
  isLast: boolean;
  /** Null where rows cannot be moved, as not all of them are there. */
  move: ((step: Step) => void) | null;
  change(change: Partial<Pick<DirectoryRow, 'isHidden' | 'ownDescription'>>): void;
}

/** One organisation: whose it is, what it lacks, and what the administration makes of it. */
export function OrganisationRow(props: Props) {
  const t = useWords();
  const { row, administrationId, mayConfigure, change } = props;
  const { id, name, whose, mayEdit, isHidden, ownDescription } = row;
  const [isWriting, setWriting] = useState(false);
  // Its own is told on its own page.
  const takesWords = mayConfigure && whose !== 'own';
  return (
    <Row data-row={id}>
      <Flex gap={4} justifyContent="space-between" alignItems="flex-start" wrap="wrap">
        <Box flex="1 1 32rem" minWidth={0}>
          <Told row={row} />
        </Box>
        <Flex gap={2} wrap="wrap">
          {mayConfigure && props.move && <Moves {...props} move={props.move} />}
          <LinkButton
            tag={Link}
            to={organisationPage(administrationId, id)}
            size="S"
            variant="tertiary"
            startIcon={mayEdit ? <Pencil /> : null}
            aria-label={t(mayEdit ? 'directory.edit.one' : 'directory.open.one', { name })}
          >
            {t(mayEdit ? 'directory.edit' : 'directory.open')}
          </LinkButton>
          {mayConfigure && (
            <Button
              size="S"
              variant="tertiary"
              startIcon={isHidden ? <Eye /> : <EyeStriked />}
              aria-label={t(isHidden ? 'directory.show.one' : 'directory.hide.one', { name })}
              onClick={() => change({ isHidden: !isHidden })}
            >
              {t(isHidden ? 'directory.show' : 'directory.hide')}
            </Button>
          )}
          {takesWords && (
            <Button
              size="S"
              variant="tertiary"
              startIcon={<Feather />}
              aria-expanded={isWriting}
              aria-label={t('directory.words.one', { name })}
              onClick={() => setWriting(!isWriting)}
            >
              {t('directory.words')}
            </Button>
          )}
        </Flex>
      </Flex>
      {isWriting ? (
        <OwnWords row={row} change={(text) => change({ ownDescription: text })} />
      ) : (
        ownDescription && (
          <Typography tag="p" paddingTop={2} style={{ whiteSpace: 'pre-line' }}>
            <strong>{t('directory.words.now')}</strong> <span lang="fr">{ownDescription}</span>
          </Typography>
        )
      )}
    </Row>
  );
}

function Told({ row }: { row: DirectoryRow }) {
  const t = useWords();
  const { civil } = useDates();
  const { name, level, whose, from, mayEdit, isRecipient, isDraft, isHidden, goneOn, lacks } = row;
  const lacking = lacks.map((lack) => t(`directory.lack.${lack}`)).join(', ');
  return (
    <>
      <Flex gap={2} alignItems="center" wrap="wrap">
        <Typography tag="h2" variant="epsilon" fontWeight="bold" lang="fr">
          {name}
        </Typography>
        <Badge variant="neutral">{t(`level.${level}`)}</Badge>
        {isDraft && <Badge {...warning}>{t('directory.draft')}</Badge>}
        {isHidden && <Badge {...warning}>{t('directory.hidden')}</Badge>}
        {goneOn && (
          <Badge {...warning}>{t('directory.gone', { day: civil(goneOn, { dateStyle: 'medium' }) })}</Badge>
        )}
      </Flex>
      <Typography tag="p" variant="pi" textColor="neutral600" paddingTop={1}>
        {whose === 'hosting' && !from
          ? t('directory.from.nobody')
          : t(`directory.from.${whose}`, { from: from ?? '' })}
        {isRecipient && ` · ${t('directory.recipient')}`}
      </Typography>
      {isIncomplete(row) && (
        <Typography tag="p" variant="pi" textColor={mayEdit ? 'neutral800' : 'neutral600'} paddingTop={1}>
          {t(mayEdit ? 'directory.lacks' : 'directory.lacks.source', { lacking })}
        </Typography>
      )}
    </>
  );
}

/** At either end a button stays, as the keyboard is on it. */
function Moves({ row, isFirst, isLast, move }: Props & { move(step: Step): void }) {
  const t = useWords();
  return (
    <Flex gap={1}>
      {steps.map(({ step, Icon }) => {
        const isAtEnd = step === 'down' ? isLast : isFirst;
        return (
          <IconButton
            key={step}
            data-step={step}
            label={t(`directory.move.${step}`, { name: row.name })}
            aria-disabled={isAtEnd}
            style={{ opacity: isAtEnd ? 0.4 : 1 }}
            onClick={() => isAtEnd || move(step)}
          >
            <Icon />
          </IconButton>
        );
      })}
    </Flex>
  );
}
