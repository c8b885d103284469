import type {
  AdministrationTeleprocedures,
  OfferedTeleprocedure,
  TeleprocedureChoice,
} from '@guichet/contracts/admin/teleprocedures';
import { Badge, Box, Button, Flex, Typography } from '@strapi/design-system';
import { failureWords } from '../../shared/failure.js';
import { Facts } from '../../shared/Facts.js';
import { Row } from '../../shared/list.js';
import { Notice } from '../../shared/Notice.js';
import { TextLink } from '../../shared/TextLink.js';
import { useFocusKept } from '../../shared/use-focus-kept.js';
import { useOpened } from '../../shared/use-opened.js';
import { useSave } from '../../shared/use-save.js';
import { useWords } from '../../shared/words.js';
import { isWorded, switched } from './choice-form.js';
import { ChoiceForm } from './ChoiceForm.js';
import { EntryLine } from './EntryLine.js';
import { OfferedSnippet } from './OfferedSnippet.js';
import { HeaderToSend } from './HeaderToSend.js';
import { WithdrawnBadge } from './WithdrawnBadge.js';

/** One that is offered: whether residents see it here, in whose words, and how it is pasted. */
export function OfferedRow(props: {
  offered: OfferedTeleprocedure;
  all: AdministrationTeleprocedures;
  choose(choice: TeleprocedureChoice): Promise<void>;
  isOpen: boolean;
  isFree: boolean;
  open(isOpen: boolean): void;
}) {
  const t = useWords();
  const { offered, all, choose, isOpen, isFree, open } = props;
  const { title, introduction, own, operator, owner, isOn, isReserved, chosen, refusedOrigins, withdrawn } =
    offered;
  const name = own.title || title;
  const around = useOpened<HTMLDivElement>(isOpen);
  return (
    <Row>
      <Flex ref={around} direction="column" alignItems="stretch" gap={3}>
        <Flex gap={3} justifyContent="space-between" alignItems="flex-start" wrap="wrap">
          <Box flex="1 1 28rem" minWidth={0}>
            <Typography tag="h2" variant="delta" fontWeight="bold" lang="fr">
              {name}
            </Typography>
            <Typography tag="p" variant="pi" textColor="neutral600">
              {[
                t('teleprocedures.operatedBy', { name: operator.name }),
                owner === null
                  ? t('choices.by.hosting')
                  : owner !== operator.name && t('choices.by', { name: owner }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </Typography>
          </Box>
          <Flex gap={2} wrap="wrap" aria-live="polite">
            {isReserved && <Badge textColor="neutral800">{t('teleprocedures.reserved')}</Badge>}
            {withdrawn ? (
              <WithdrawnBadge on={withdrawn.on} />
            ) : (
              <Badge backgroundColor={isOn ? 'success200' : 'neutral150'} textColor="neutral800">
                {t(isOn ? 'choices.on' : 'choices.off')}
              </Badge>
            )}
          </Flex>
        </Flex>
        {withdrawn && <Typography tag="p">{withdrawn.message || t('choices.withdrawn')}</Typography>}
        {!withdrawn && isOn && <EntryLine chosen={chosen} />}
        {!withdrawn && isOn && refusedOrigins.length > 0 && (
          <Notice look="warning">
            <Flex direction="column" alignItems="stretch" gap={3}>
              <Typography tag="p">
                {t('choices.refused', { count: refusedOrigins.length, origins: refusedOrigins.join(', ') })}
              </Typography>
              <Typography tag="p">
                {t('choices.refused.do', {
                  operator: operator.name,
                  reach: [operator.phone, operator.email].filter(Boolean).join(', '),
                })}
              </Typography>
              <HeaderToSend origins={refusedOrigins} />
            </Flex>
          </Notice>
        )}
        {!withdrawn && (
          <Typography tag="p" lang="fr" style={{ whiteSpace: 'pre-line' }}>
            {(!isOpen && own.introduction) || introduction}
          </Typography>
        )}
        {isOpen && <ChoiceForm offered={offered} choose={choose} close={() => open(false)} />}
        {!isOpen && !withdrawn && (
          <>
            {isWorded(offered) && (
              <Facts
                facts={[
                  [t('choices.original'), own.title ? title : null],
                  [
                    t('choices.contact'),
                    own.contact &&
                      [own.contact.name, own.contact.phone, own.contact.email].filter(Boolean).join(', '),
                  ],
                ]}
              />
            )}
            {isFree && (
              <Flex gap={2} wrap="wrap" alignItems="flex-start">
                <Switch offered={offered} name={name} choose={choose} />
                <Button
                  data-opens
                  variant="tertiary"
                  aria-label={t('choices.words.one', { name })}
                  onClick={() => open(true)}
                >
                  {t('choices.words')}
                </Button>
              </Flex>
            )}
            {isOn && <OfferedSnippet offered={offered} all={all} />}
          </>
        )}
        {!isOpen && isOn && (
          <TextLink to={offered.link} target="_blank" rel="noreferrer">
            {t('teleprocedure.see')}
          </TextLink>
        )}
      </Flex>
    </Row>
  );
}

function Switch(props: {
  offered: OfferedTeleprocedure;
  name: string;
  choose(choice: TeleprocedureChoice): Promise<void>;
}) {
  const t = useWords();
  const { offered, name, choose } = props;
  const { isOn } = offered;
  const { saving, save } = useSave();
  const button = useFocusKept(saving);
  const failure = saving.kind === 'failed' ? saving.failure : null;
  const isStale = failure?.kind === 'problem' && failure.code === 'request-changed';
  return (
    <>
      <Button
        ref={button}
        variant={isOn ? 'tertiary' : 'secondary'}
        loading={saving.kind === 'saving'}
        aria-label={t(isOn ? 'choices.switchOff.one' : 'choices.switchOn.one', { name })}
        onClick={() => void save(() => choose(switched(offered, !isOn)))}
      >
        {t(isOn ? 'choices.switchOff' : 'choices.switchOn')}
      </Button>
      {failure && (
        <Box order={1} width="100%">
          <Notice look="danger" live>
            {t(isStale ? 'choices.changed' : failureWords(failure))}
          </Notice>
        </Box>
      )}
    </>
  );
}
