import type { CreationOrder, TerritoryFound } from '@guichet/contracts/admin/territory';
import { Box, Flex, Loader, Typography } from '@strapi/design-system';
import { ArrowLeft } from '@strapi/icons';
import { BackButton, Layouts, Page } from '@strapi/strapi/admin';
import { useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { PAGES } from '../../../plugin-id.js';
import { BigButton } from '../../../shared/BigButton.js';
import { Card } from '../../../shared/Card.js';
import { Failed } from '../../../shared/Failed.js';
import { failureWords } from '../../../shared/failure.js';
import { List } from '../../../shared/list.js';
import { Notice } from '../../../shared/Notice.js';
import { PageTop } from '../../../shared/PageTop.js';
import { useSave } from '../../../shared/use-save.js';
import { useWords } from '../../../shared/words.js';
import { searchIn } from './creations-page.js';
import { OrderRow } from './OrderRow.js';
import { TerritoryPicker } from './TerritoryPicker.js';
import { TerritoryName } from './TerritoryRow.js';
import { useCreations } from './use-territory.js';

/** The mairies of a whole territory, made one after another, and how far that is. */
export function CreationsPage() {
  const t = useWords();
  const { read, order } = useCreations();
  const { remote, reload } = read;
  return (
    <Page.Main>
      <PageTop
        title={t('creations.title')}
        subtitle={t('creations.subtitle')}
        navigationAction={<BackButton fallback={`${PAGES}/administrations/new`} />}
      />
      <Layouts.Content>
        <Box maxWidth="96rem">
          <Flex direction="column" alignItems="stretch" gap={6} paddingBottom={8}>
            <NewOrder order={order} />
            {remote.kind === 'loading' && <Loader>{t('loading')}</Loader>}
            {remote.kind === 'failed' && <Failed failure={remote.failure} retry={reload} />}
            {remote.kind === 'ready' && remote.data.orders.length > 0 && (
              <Card title={t('creations.orders')}>
                <List aria-label={t('creations.orders')}>
                  {remote.data.orders.map((one) => (
                    <OrderRow key={one.id} order={one} />
                  ))}
                </List>
              </Card>
            )}
          </Flex>
        </Box>
      </Layouts.Content>
    </Page.Main>
  );
}

function NewOrder({ order }: { order(order: CreationOrder): Promise<void> }) {
  const t = useWords();
  const [params] = useSearchParams();
  const [chosen, choose] = useState<TerritoryFound | null>(null);
  return (
    <Card title={t('creations.new')}>
      {chosen ? (
        <Chosen
          territory={chosen}
          order={() => order({ level: chosen.level, code: chosen.code })}
          another={() => choose(null)}
        />
      ) : (
        <TerritoryPicker begun={searchIn(params)} choose={choose} />
      )}
    </Card>
  );
}

function Chosen({
  territory,
  order,
  another,
}: {
  territory: TerritoryFound;
  order(): Promise<void>;
  another(): void;
}) {
  const t = useWords();
  const { saving, save } = useSave();
  const isAsked = saving.kind === 'saved';
  const top = useRef<HTMLDivElement>(null);
  // The button that was pressed goes: the one that chose it, then the one that asks for it.
  useEffect(() => top.current?.focus(), [isAsked]);
  return (
    <Box ref={top} tabIndex={-1} style={{ outline: 'none' }}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <div>
          <TerritoryName territory={territory} />
        </div>
        <Typography tag="p">{t('creations.what')}</Typography>
        {saving.kind === 'failed' && (
          <Notice look="danger" live>
            {t(failureWords(saving.failure))}
          </Notice>
        )}
        {isAsked && (
          <Notice look="success" live>
            {t('creations.asked')}
          </Notice>
        )}
        <Flex gap={3} wrap="wrap">
          {!isAsked && (
            <BigButton loading={saving.kind === 'saving'} onClick={() => void save(order)}>
              {t('creations.go', { count: territory.communes })}
            </BigButton>
          )}
          <BigButton variant="tertiary" startIcon={<ArrowLeft />} onClick={another}>
            {t('territory.another')}
          </BigButton>
        </Flex>
      </Flex>
    </Box>
  );
}
