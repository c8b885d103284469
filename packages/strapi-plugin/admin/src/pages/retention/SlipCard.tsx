import type { Slip, SlipSheet as Sheet } from '@guichet/contracts/admin/retention';
import { Badge, Box, Button, Flex, Typography } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { lazy, Suspense, useState } from 'react';
import { AskedFirst } from '../../shared/AskedFirst.js';
import { useDates } from '../../shared/dates.js';
import { failureWords } from '../../shared/failure.js';
import { Notice } from '../../shared/Notice.js';
import { useSave } from '../../shared/use-save.js';
import { useWords } from '../../shared/words.js';
import { AgreementForm } from './AgreementForm.js';
import type { RetentionRead } from './use-retention.js';

const SlipSheet = lazy(() => import('./SlipSheet.js'));

interface Props {
  slip: Slip;
  retention: RetentionRead;
  timeZone: string;
}

/** One list: what it is of, what the archives said, and what can be done with it. */
export function SlipCard({ slip, retention, timeZone }: Props) {
  const t = useWords();
  const { moment, civil } = useDates();
  const { saving, save } = useSave();
  const [sheet, setSheet] = useState<Sheet | null>(null);
  const [isAgreeing, setAgreeing] = useState(false);
  const { id, number, finalAction, state, count, takenOff, agreed, madeAt, madeBy, doneAt, withdrawn } = slip;
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Flex justifyContent="space-between" alignItems="flex-start" gap={3} wrap="wrap">
        <Box flex="1 1 28rem" minWidth={0}>
          <Typography tag="h3" fontWeight="bold">
            {t(`retention.slip.${finalAction}`, { number })}
          </Typography>
          <Typography tag="p">
            {t('retention.slip.made', { count, name: madeBy, at: moment(madeAt, timeZone) })}
          </Typography>
          {agreed && (
            <Typography tag="p">
              {t('retention.slip.agreed', {
                service: agreed.service,
                reference: agreed.reference,
                day: civil(agreed.date, { dateStyle: 'long' }),
                name: agreed.by,
              })}
            </Typography>
          )}
          {doneAt && (
            <Typography tag="p">
              {t('retention.slip.done', { at: moment(doneAt, timeZone), count: count - takenOff })}
              {takenOff > 0 && ` ${t('retention.slip.takenOff', { count: takenOff })}`}
            </Typography>
          )}
          {withdrawn && (
            <Typography tag="p">
              {t('retention.slip.withdrawn', { name: withdrawn.by, at: moment(withdrawn.at, timeZone) })}
            </Typography>
          )}
        </Box>
        <Badge>{t(`retention.state.${state}`)}</Badge>
      </Flex>
      <Flex gap={3} wrap="wrap">
        <Button
          variant="secondary"
          loading={saving.kind === 'saving'}
          onClick={() => void save(async () => setSheet(await retention.sheet(id)))}
        >
          {t('retention.print')}
        </Button>
        <Button
          variant="secondary"
          startIcon={<Download />}
          onClick={() => void save(() => retention.download(id, number))}
        >
          {t('retention.csv')}
        </Button>
        {state === 'made' && !isAgreeing && (
          <>
            <Button onClick={() => setAgreeing(true)}>{t(`retention.agree.${finalAction}`)}</Button>
            <AskedFirst
              label={t('retention.withdraw')}
              title={t('retention.withdraw.one', { number })}
              question={t('retention.withdraw.question')}
              variant="danger-light"
              act={() => retention.withdraw(id)}
            />
          </>
        )}
        {state === 'agreed' && (
          <Button variant="tertiary" onClick={retention.read.reload}>
            {t('inbox.refresh')}
          </Button>
        )}
      </Flex>
      {saving.kind === 'failed' && (
        <Notice look="danger" live>
          {t(failureWords(saving.failure))}
        </Notice>
      )}
      {isAgreeing && <AgreementForm slip={slip} agree={retention.agree} close={() => setAgreeing(false)} />}
      {sheet && (
        <Suspense>
          <SlipSheet sheet={sheet} timeZone={timeZone} done={() => setSheet(null)} />
        </Suspense>
      )}
    </Flex>
  );
}
