import type { Operators, OperatorSecret } from '@guichet/contracts/admin/teleprocedures';
import { Button, Flex, Loader, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { BackButton, Layouts, Page } from '@strapi/strapi/admin';
import { type ReactNode, useState } from 'react';
import { CopyBlock } from '../../shared/CopyBlock.js';
import { Failed } from '../../shared/Failed.js';
import { List, Row } from '../../shared/list.js';
import { Notice } from '../../shared/Notice.js';
import { PageTop } from '../../shared/PageTop.js';
import { SecretShown } from '../../shared/SecretShown.js';
import { useOpened } from '../../shared/use-opened.js';
import { useWords } from '../../shared/words.js';
import { teleproceduresPage } from '../teleprocedures/addresses.js';
import { OperatorCard } from './OperatorCard.js';
import { OperatorForm } from './OperatorForm.js';
import { OperatorGuide } from './OperatorGuide.js';
import { type OperatorsRead, useOperators } from './use-operators.js';

/** Who runs téléprocédures: nobody else's page is ever shown in a mairie's. */
export function OperatorsPage() {
  const t = useWords();
  const operators = useOperators();
  /** What is being written: an operator's id, `new`, or none. */
  const [open, setOpen] = useState<string | null>(null);
  const { remote, reload } = operators.list;
  const all = remote.kind === 'ready' ? remote.data : null;
  return (
    <Page.Main>
      <PageTop
        title={t('operators')}
        subtitle={t('operators.subtitle')}
        navigationAction={<BackButton fallback={teleproceduresPage} />}
        primaryAction={
          all?.mayManage &&
          open === null && (
            <Button startIcon={<Plus />} onClick={() => setOpen('new')}>
              {t('operators.new')}
            </Button>
          )
        }
      />
      <Layouts.Content>
        {remote.kind === 'loading' && <Loader>{t('loading')}</Loader>}
        {remote.kind === 'failed' && <Failed failure={remote.failure} retry={reload} />}
        {all && <Body operators={operators} all={all} open={open} setOpen={setOpen} />}
      </Layouts.Content>
    </Page.Main>
  );
}

function Body(props: {
  operators: OperatorsRead;
  all: Operators;
  open: string | null;
  setOpen(open: string | null): void;
}) {
  const t = useWords();
  const { operators, all, open, setOpen } = props;
  /** Told once: it stays on screen until it is put away. */
  const [told, setTold] = useState<OperatorSecret | null>(null);
  const close = () => setOpen(null);
  return (
    <Flex direction="column" alignItems="stretch" gap={6} paddingBottom={8}>
      {told && (
        <SecretShown
          label={t('operators.secret', { name: told.operator.name })}
          secret={told.secret}
          close={() => setTold(null)}
        >
          <CopyBlock label={t('operators.eventsUrl')} text={told.operator.eventsUrl} />
        </SecretShown>
      )}
      {open === 'new' && (
        <OperatorForm
          operator={null}
          close={close}
          send={async (operator) => {
            setTold(await operators.add(operator));
          }}
        />
      )}
      {!all.operators.length && open !== 'new' && (
        <Notice look="info">
          <Typography tag="p" fontWeight="bold">
            {t('operators.empty')}
          </Typography>
          <Typography tag="p" paddingTop={2}>
            {t(all.mayManage ? 'operators.empty.what' : 'operators.empty.ask')}
          </Typography>
        </Notice>
      )}
      {all.operators.length > 0 && (
        <List aria-label={t('operators')}>
          {all.operators.map((operator) => (
            <OperatorRow key={operator.id} isOpen={open === operator.id}>
              {open === operator.id ? (
                <OperatorForm
                  operator={operator}
                  close={close}
                  send={(changed) => operators.change(operator.id, { ...changed, seen: operator.version })}
                />
              ) : (
                <OperatorCard
                  operator={operator}
                  // One at a time: what is being written is not given up for another.
                  isFree={all.mayManage && open === null}
                  change={() => setOpen(operator.id)}
                  rotate={async () => setTold(await operators.rotate(operator.id))}
                />
              )}
            </OperatorRow>
          ))}
        </List>
      )}
      <OperatorGuide />
    </Flex>
  );
}

function OperatorRow({ isOpen, children }: { isOpen: boolean; children: ReactNode }) {
  const around = useOpened<HTMLLIElement>(isOpen);
  return <Row ref={around}>{children}</Row>;
}
