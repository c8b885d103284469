import type { AdminProcedures, ReadyMade } from '@guichet/contracts/admin/procedures';
import { Box, Button, Flex, Loader, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { BackButton, Layouts, Page } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useParams } from 'react-router-dom';
import { PAGES } from '../../plugin-id.js';
import { Card } from '../../shared/Card.js';
import { Failed } from '../../shared/Failed.js';
import { failureWords } from '../../shared/failure.js';
import { Notice } from '../../shared/Notice.js';
import { PageTop } from '../../shared/PageTop.js';
import { useSave } from '../../shared/use-save.js';
import { useWords } from '../../shared/words.js';
import { ProcedureCard } from './ProcedureCard.js';
import { ProcedureForm } from './ProcedureForm.js';
import { type ProceduresRead, useProcedures } from './use-procedures.js';

/** What residents can start at one administration, beside its general form. */
export function ProceduresPage() {
  const { id = '' } = useParams();
  const t = useWords();
  const procedures = useProcedures(id);
  const { remote, reload } = procedures.read;
  // The slug of the one being edited; empty for a new one.
  const [edited, edit] = useState<string | null>(null);
  const all = remote.kind === 'ready' ? remote.data : null;
  return (
    <Page.Main>
      <PageTop
        title={all ? t('procedures.of', { name: all.name }) : t('procedures')}
        subtitle={t('procedures.what')}
        navigationAction={<BackButton fallback={`${PAGES}/administrations/${encodeURIComponent(id)}`} />}
        primaryAction={
          all?.mayConfigure && (
            <Button startIcon={<Plus />} onClick={() => edit('')}>
              {t('procedures.new')}
            </Button>
          )
        }
      />
      <Layouts.Content>
        {remote.kind === 'loading' && <Loader>{t('loading')}</Loader>}
        {remote.kind === 'failed' && <Failed failure={remote.failure} retry={reload} />}
        {all && (
          <Flex direction="column" alignItems="stretch" gap={6} paddingBottom={8}>
            {edited === '' && (
              <ProcedureForm procedures={procedures} all={all} procedure={null} close={() => edit(null)} />
            )}
            {all.procedures.length ? (
              <Flex tag="ul" direction="column" alignItems="stretch" gap={4}>
                {all.procedures.map((procedure) =>
                  procedure.slug === edited ? (
                    <li key={procedure.slug}>
                      <ProcedureForm
                        key={procedure.version}
                        procedures={procedures}
                        all={all}
                        procedure={procedure}
                        close={() => edit(null)}
                      />
                    </li>
                  ) : (
                    <ProcedureCard
                      key={procedure.slug}
                      procedure={procedure}
                      all={all}
                      edit={() => edit(procedure.slug)}
                    />
                  ),
                )}
              </Flex>
            ) : (
              <Notice look="info">{t('procedures.none')}</Notice>
            )}
            {all.mayConfigure && all.readyMade.length > 0 && (
              <ReadyMadeCard all={all} add={procedures.addReadyMade} />
            )}
          </Flex>
        )}
      </Layouts.Content>
    </Page.Main>
  );
}

/** Those that texts describe, each made by one click. */
function ReadyMadeCard({ all, add }: { all: AdminProcedures; add: ProceduresRead['addReadyMade'] }) {
  const t = useWords();
  const { saving, save } = useSave();
  const one = (readyMade: ReadyMade) => (
    <Flex key={readyMade} justifyContent="space-between" alignItems="center" gap={4} wrap="wrap">
      <Box flex="1 1 30rem">
        <Typography tag="p" fontWeight="bold">
          {t(`procedures.readyMade.${readyMade}`)}
        </Typography>
        <Typography tag="p">{t(`procedures.readyMade.${readyMade}.what`)}</Typography>
      </Box>
      <Button
        variant="secondary"
        loading={saving.kind === 'saving'}
        onClick={() => void save(() => add(readyMade))}
      >
        {t('procedures.readyMade.add')}
      </Button>
    </Flex>
  );
  return (
    <Card title={t('procedures.readyMade')}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        {all.readyMade.map(one)}
        {saving.kind === 'failed' && (
          <Notice look="danger" live>
            {t(failureWords(saving.failure))}
          </Notice>
        )}
      </Flex>
    </Card>
  );
}
