import type { AdminTeleprocedure } from '@guichet/contracts/admin/teleprocedures';
import { Box, Flex, Grid, Loader } from '@strapi/design-system';
import { BackButton, Layouts, Page } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useLocation, useParams } from 'react-router-dom';
import { Failed } from '../../shared/Failed.js';
import { Notice } from '../../shared/Notice.js';
import { PageTop } from '../../shared/PageTop.js';
import { TextLink } from '../../shared/TextLink.js';
import { useWords } from '../../shared/words.js';
import { operatorsPage, teleproceduresPage } from './addresses.js';
import { ProbeCard } from './ProbeCard.js';
import { ReachCard } from './ReachCard.js';
import { TeleprocedureForm } from './TeleprocedureForm.js';
import { type OneTeleprocedure, type TeleprocedureFound, useTeleprocedure } from './use-teleprocedure.js';
import { WithdrawalCard } from './WithdrawalCard.js';

/** One téléprocédure: what is told of it, to whom it is offered, what its address answers. */
export function TeleprocedurePage() {
  const { slug } = useParams();
  return <One key={slug ?? ''} slug={slug ?? null} />;
}

function One({ slug }: { slug: string | null }) {
  const t = useWords();
  const one = useTeleprocedure(slug);
  const { remote, reload } = one.read;
  const found = remote.kind === 'ready' ? remote.data : null;
  return (
    <Page.Main>
      <PageTop
        title={found?.teleprocedure?.title ?? t(slug === null ? 'teleprocedures.new' : 'teleprocedure')}
        navigationAction={<BackButton fallback={teleproceduresPage} />}
      />
      <Layouts.Content>
        {remote.kind === 'loading' && <Loader>{t('loading')}</Loader>}
        {remote.kind === 'failed' && <Failed failure={remote.failure} retry={reload} />}
        {found &&
          (found.teleprocedure ? (
            <Known one={one} found={found} teleprocedure={found.teleprocedure} />
          ) : (
            <New one={one} found={found} />
          ))}
      </Layouts.Content>
    </Page.Main>
  );
}

/** Without an operator there is nothing to define. */
function New({ one, found }: { one: OneTeleprocedure; found: TeleprocedureFound }) {
  const t = useWords();
  if (!found.operators.length)
    return (
      <Notice look="info" action={<TextLink to={operatorsPage}>{t('operators')}</TextLink>}>
        {t('teleprocedure.noOperator')}
      </Notice>
    );
  return (
    <Box maxWidth="96rem" paddingBottom={8}>
      <TeleprocedureForm one={one} found={found} seen={null} saved={() => undefined} />
    </Box>
  );
}

function Known(props: {
  one: OneTeleprocedure;
  found: TeleprocedureFound;
  teleprocedure: AdminTeleprocedure;
}) {
  const t = useWords();
  const { one, found, teleprocedure } = props;
  /** What the form rests on: trying the address brings a newer one, which must not pass for read. */
  const [seen, setSeen] = useState(teleprocedure.version);
  const saved = ({ version }: AdminTeleprocedure) => setSeen(version);
  const { state } = useLocation() as { state: { created?: boolean } | null };
  return (
    <Grid.Root gap={6} style={{ alignItems: 'start' }}>
      <Grid.Item col={7} s={12} xs={12} direction="column" alignItems="stretch" gap={6}>
        {state?.created && (
          <Box role="status">
            <Notice look="success">{t('teleprocedure.created')}</Notice>
          </Box>
        )}
        <TeleprocedureForm one={one} found={found} seen={seen} saved={saved} />
      </Grid.Item>
      <Grid.Item col={5} s={12} xs={12} direction="column" alignItems="stretch">
        <Flex direction="column" alignItems="stretch" gap={6} paddingBottom={8}>
          <ReachCard teleprocedure={teleprocedure} />
          <ProbeCard teleprocedure={teleprocedure} probe={one.probe} />
          <WithdrawalCard
            one={one}
            teleprocedure={teleprocedure}
            others={found.catalogue.teleprocedures}
            seen={seen}
            saved={saved}
          />
        </Flex>
      </Grid.Item>
    </Grid.Root>
  );
}
