import type { TerritoryPreview } from '@guichet/contracts/admin/territory';
import { Box, Button, Flex, Loader, Typography } from '@strapi/design-system';
import { ArrowLeft } from '@strapi/icons';
import { useEffect, useRef } from 'react';
import { useIntl } from 'react-intl';
import { useNavigate } from 'react-router-dom';
import { PAGES } from '../../../plugin-id.js';
import { BigButton } from '../../../shared/BigButton.js';
import { Card } from '../../../shared/Card.js';
import { dateIn } from '../../../shared/civil-date.js';
import { Facts } from '../../../shared/Facts.js';
import { Failed } from '../../../shared/Failed.js';
import { failureWords } from '../../../shared/failure.js';
import { Notice } from '../../../shared/Notice.js';
import { openingWordLines } from '../../../shared/opening-word-lines.js';
import { TextLink } from '../../../shared/TextLink.js';
import { useSave } from '../../../shared/use-save.js';
import { useWords } from '../../../shared/words.js';
import { formOfPreview, type FormState } from '../form-state.js';
import { creationsPage } from './creations-page.js';
import { usePreview } from './use-territory.js';

interface Props {
  /** INSEE. */
  code: string;
  /** Goes on by hand, from what is known. */
  byHand(begun: FormState): void;
  /** Looks for another commune. */
  another(): void;
}

/** What would be made of a commune: read before it is made, in one click. */
export function CommunePreview({ code, byHand, another }: Props) {
  const t = useWords();
  const { read, create } = usePreview(code);
  const { remote, reload } = read;
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => top.current?.focus(), [remote.kind]);
  return (
    <div ref={top} tabIndex={-1} style={{ outline: 'none' }}>
      {remote.kind === 'loading' && <Loader>{t('loading')}</Loader>}
      {remote.kind === 'failed' && <Failed failure={remote.failure} retry={reload} />}
      {remote.kind === 'ready' && (
        <Known
          preview={remote.data}
          create={create}
          reload={reload}
          byHand={() => byHand(formOfPreview(remote.data))}
        />
      )}
      <Box paddingTop={3}>
        <Button variant="tertiary" startIcon={<ArrowLeft />} onClick={another}>
          {t('preview.another')}
        </Button>
      </Box>
    </div>
  );
}

function Known({
  preview,
  create,
  reload,
  byHand,
}: {
  preview: TerritoryPreview;
  create: ReturnType<typeof usePreview>['create'];
  reload(): void;
  byHand(): void;
}) {
  const t = useWords();
  const { locale } = useIntl();
  const navigate = useNavigate();
  const { saving, save } = useSave();
  const { name, commune, siren, phone, email, address, openingHours, hours, lacks } = preview;
  const { intercommunality, prefecture, franceServices, guides } = preview;
  const where = { today: dateIn(preview.timeZone, new Date()), holidays: [], locale };
  const lines = openingHours ? openingWordLines(openingHours, where) : hours;
  const submit = () =>
    void save(async () => {
      const { administrationId } = await create();
      // What is known of it changed since it was shown.
      if (administrationId === null) return reload();
      navigate(`${PAGES}/administrations/${administrationId}`);
    });
  return (
    <Card title={name}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Typography tag="p">{t(lacks.length ? 'preview.lacking' : 'preview.what')}</Typography>
        <Facts
          facts={[
            [t('identity.insee'), commune.code],
            [t('identity.siren'), siren],
            [t('human.phone'), phone],
            [t('human.email'), email],
            [t('human.address'), address],
            [t('human.hours'), lines.join('\n')],
            [t('kind.intercommunality'), intercommunality?.name ?? null],
            [t('preview.prefecture'), prefecture],
            [t('preview.franceServices'), franceServices.join('\n')],
            [t('guides.title'), guides ? t('preview.guides', { count: guides }) : null],
          ]}
        />
        {lacks.length > 0 && (
          <Notice look="warning">
            {t('preview.lacks', { lacks: lacks.map((lack) => t(`preview.lack.${lack}`)).join(', ') })}
          </Notice>
        )}
        {saving.kind === 'failed' && (
          <Notice look="danger" live>
            {t(failureWords(saving.failure))}
          </Notice>
        )}
        <Flex gap={3} wrap="wrap">
          {lacks.length ? (
            <BigButton onClick={byHand}>{t('preview.complete')}</BigButton>
          ) : (
            <>
              <BigButton loading={saving.kind === 'saving'} onClick={submit}>
                {t('preview.create', { name })}
              </BigButton>
              <BigButton variant="tertiary" onClick={byHand}>
                {t('preview.change')}
              </BigButton>
            </>
          )}
        </Flex>
        <Typography tag="p">{t('preview.whole')}</Typography>
        <Flex gap={4} wrap="wrap">
          {intercommunality && (
            <TextLink to={creationsPage(intercommunality.siren)}>{intercommunality.name}</TextLink>
          )}
          <TextLink to={creationsPage(commune.department.name)}>{commune.department.name}</TextLink>
        </Flex>
      </Flex>
    </Card>
  );
}
