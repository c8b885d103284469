import type { InboxRequest } from '@guichet/contracts/admin/inbox';
import { reportText, type ReporterFact } from '@guichet/contracts/admin/report';
import { Box, Typography } from '@strapi/design-system';
import { useId } from 'react';
import { styled } from 'styled-components';
import { FormField } from '../../shared/FormField.js';
import { Tick } from '../../shared/Tick.js';
import { useWords } from '../../shared/words.js';
import { type ReportForm, reporterFactsOf } from './report-form.js';
import { Written } from './Written.js';

const Group = styled.fieldset`
  min-inline-size: 0;
  margin: 0;
  padding: 0;
  border: 0;

  legend {
    padding: 0;
  }
`;

/** What is sent to a system of who is competent: what is wrong, where, and by whom it is told, which is up to the agent. */
export function ReportFields(props: {
  request: InboxRequest;
  report: ReportForm;
  change(report: ReportForm): void;
}) {
  const t = useWords();
  const { request, report, change } = props;
  const facts = reporterFactsOf(request.content);
  const set = (part: Partial<ReportForm>) => change({ ...report, ...part });
  const tick = (fact: ReporterFact, isTold: boolean) =>
    set({ reporter: [...report.reporter.filter((one) => one !== fact), ...(isTold ? [fact] : [])] });
  return (
    <>
      <FormField
        path="to.report.description"
        label="report.description"
        hint="report.description.hint"
        rows={7}
        required
        value={report.description}
        change={(description) => set({ description })}
      />
      <FormField
        path="to.report.address"
        label="report.address"
        hint="report.address.hint"
        required
        value={report.address}
        change={(address) => set({ address })}
      />
      <FormField
        path="to.report.position"
        label="report.position"
        hint="report.position.hint"
        value={report.position}
        change={(position) => set({ position })}
      />
      {facts.length > 0 && (
        <Group>
          <Typography tag="legend" variant="pi" fontWeight="bold" textColor="neutral800">
            {t('report.reporter')}
          </Typography>
          <Typography tag="p" variant="pi" textColor="neutral700">
            {t('report.reporter.hint')}
          </Typography>
          {facts.map(({ fact, value }) => (
            <Tick
              key={fact}
              label={t(`report.reporter.${fact}`, { value })}
              checked={report.reporter.includes(fact)}
              change={(isTold) => tick(fact, isTold)}
            />
          ))}
        </Group>
      )}
      <Leaving request={request} report={report} />
    </>
  );
}

/** All that leaves, as it leaves. */
function Leaving({ request, report }: { request: InboxRequest; report: ReportForm }) {
  const t = useWords();
  const id = useId();
  const told = reporterFactsOf(request.content)
    .filter(({ fact }) => report.reporter.includes(fact))
    .map(({ value }) => value);
  const place = [report.address, report.position].map((text) => text.trim()).filter(Boolean);
  return (
    <Box
      tag="section"
      aria-labelledby={id}
      background="neutral100"
      borderColor="neutral200"
      hasRadius
      padding={4}
    >
      <Typography tag="h3" variant="pi" fontWeight="bold" id={id}>
        {t('report.leaving')}
      </Typography>
      <Written lang={request.content.language}>{reportText(report.description, request.reference)}</Written>
      <Written>{t('report.leaving.place', { place: place.join(' · ') || '—' })}</Written>
      <Written>
        {told.length ? t('report.leaving.who', { who: told.join(' · ') }) : t('report.leaving.nobody')}
      </Written>
    </Box>
  );
}
