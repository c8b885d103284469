import type { AdminTeleprocedure, TeleprocedureProbe } from '@guichet/contracts/admin/teleprocedures';
import { frameAncestors } from '@guichet/contracts/frame-headers';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Card } from '../../shared/Card.js';
import { useDates } from '../../shared/dates.js';
import { Facts } from '../../shared/Facts.js';
import { failureWords } from '../../shared/failure.js';
import { Notice } from '../../shared/Notice.js';
import { useFocusKept } from '../../shared/use-focus-kept.js';
import { useSave } from '../../shared/use-save.js';
import { useWords } from '../../shared/words.js';
import { HeaderToSend } from './HeaderToSend.js';
import { ancestorsSay, frameOptionsSay, lacksHeader } from './probe-words.js';

/** What the operator's address answered, what that means, and another try. */
export function ProbeCard(props: {
  teleprocedure: AdminTeleprocedure;
  probe(): Promise<AdminTeleprocedure>;
}) {
  const t = useWords();
  const { teleprocedure } = props;
  const { saving, save } = useSave();
  const button = useFocusKept(saving);
  const tryNow = () =>
    void save(async () => {
      await props.probe();
    });
  return (
    <Card title={t('probe')}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Typography tag="p">{t('probe.what')}</Typography>
        <Box aria-live="polite">
          {teleprocedure.probe ? (
            <Answer teleprocedure={teleprocedure} probe={teleprocedure.probe} />
          ) : (
            <Notice look="info">{t('probe.never')}</Notice>
          )}
        </Box>
        {saving.kind === 'failed' && (
          <Notice look="danger" live>
            {t(failureWords(saving.failure))}
          </Notice>
        )}
        <Flex>
          <Button ref={button} variant="secondary" loading={saving.kind === 'saving'} onClick={tryNow}>
            {t('probe.now')}
          </Button>
        </Flex>
      </Flex>
    </Card>
  );
}

function Answer({ teleprocedure, probe }: { teleprocedure: AdminTeleprocedure; probe: TeleprocedureProbe }) {
  const t = useWords();
  const dates = useDates();
  const { url, framers } = teleprocedure;
  const { at, status, fault, finalUrl, frameOptions, contentSecurityPolicy, failingSince, nextAt } = probe;
  // The panel's own zone: the catalogue is the hosting's.
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const ancestors = frameAncestors(contentSecurityPolicy).map((sources) => sources.join(' '));
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {failingSince && (
        <Notice look="danger">{t('probe.failing', { moment: dates.moment(failingSince, timeZone) })}</Notice>
      )}
      <Facts
        facts={[
          [t('probe.at'), dates.moment(at, timeZone)],
          [
            t('probe.status'),
            status === null
              ? t(fault ? `teleprocedures.reason.${fault}` : 'probe.status.none')
              : statusWords(t, status),
          ],
          [t('probe.finalUrl'), finalUrl && finalUrl !== url ? finalUrl : null],
          [
            'X-Frame-Options',
            status === null ? null : (
              <Header value={frameOptions} means={t(`probe.says.${frameOptionsSay(probe)}`)} />
            ),
          ],
          [
            'Content-Security-Policy: frame-ancestors',
            status === null ? null : (
              <Header
                value={ancestors.join('\n') || null}
                means={t(`probe.says.${ancestorsSay(contentSecurityPolicy)}`)}
              />
            ),
          ],
          [t('probe.next'), dates.moment(nextAt, timeZone)],
        ]}
      />
      {lacksHeader(teleprocedure) && <HeaderToSend {...framers} />}
    </Flex>
  );
}

const statusWords = (t: ReturnType<typeof useWords>, status: number) =>
  t(
    status < 300
      ? 'probe.status.fine'
      : status < 400
        ? 'probe.status.redirect'
        : status < 500
          ? 'probe.status.refused'
          : 'probe.status.broken',
    { status },
  );

/** What came, letter by letter, and what it means to who does not read headers. */
function Header({ value, means }: { value: string | null; means: string }) {
  return (
    <>
      {value !== null && (
        <>
          <code>{value}</code>
          <br />
        </>
      )}
      {means}
    </>
  );
}
