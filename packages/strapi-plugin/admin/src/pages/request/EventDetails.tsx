import type { InboxEvent } from '@guichet/contracts/admin/inbox';
import { Box, Typography } from '@strapi/design-system';
import { useDates } from '../../shared/dates.js';
import { Folded } from '../../shared/Folded.js';
import { useWords } from '../../shared/words.js';
import { Changes } from './Changes.js';
import { DecisionText } from './DecisionText.js';
import { ItemsList } from './ItemsList.js';
import { SentReceipt } from './SentReceipt.js';
import { Written } from './Written.js';

/** What an event carries besides a text: a receipt, what was corrected, the items asked for, a decision. */
export function EventDetails({ event, unfolded }: { event: InboxEvent; unfolded: boolean }) {
  const t = useWords();
  const { civil } = useDates();
  const { kind, receipt, changes, items, answerBy, decision, bounce, report, why } = event;
  return (
    <>
      {receipt && <SentReceipt receipt={receipt} unfolded={unfolded} />}
      <Changes changes={changes} />
      {bounce && (
        <Typography tag="p" textColor="neutral800" paddingTop={2}>
          {t('event.bounced.mail', { mail: t(`delivery.${bounce.mail}`), code: bounce.code })}
        </Typography>
      )}
      {report && (
        <Folded {...(unfolded && { open: true })}>
          <summary>{t('event.report-asked.read')}</summary>
          <Written>{report.description}</Written>
          {report.address && <Written>{t('report.leaving.place', { place: report.address })}</Written>}
        </Folded>
      )}
      {why && (
        <Typography tag="p" textColor="neutral800" paddingTop={2}>
          {t(`event.report-failed.${why}`)}
        </Typography>
      )}
      {items.length > 0 && (
        <Box paddingTop={2}>
          <ItemsList items={items} />
          {answerBy && (
            <Typography tag="p" textColor="neutral800" paddingTop={2}>
              {t('event.items.answerBy', { day: civil(answerBy) })}
            </Typography>
          )}
        </Box>
      )}
      {decision &&
        (kind === 'draft-decided' ? (
          <Folded {...(unfolded && { open: true })}>
            <summary>{t('event.draft.read')}</summary>
            <DecisionText decision={decision} />
          </Folded>
        ) : (
          <DecisionText decision={decision} />
        ))}
    </>
  );
}
