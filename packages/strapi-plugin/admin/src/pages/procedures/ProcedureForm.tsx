import type {
  AdminProcedure,
  AdminProcedures,
  NewProcedure,
  RequestSilence,
} from '@guichet/contracts/admin/procedures';
import { noRetention, transitObstacle } from '@guichet/contracts/admin/retention';
import { noProcedureFacts } from '@guichet/contracts/directory';
import type { Nature } from '@guichet/contracts/request';
import { natures } from '@guichet/contracts/request-choices';
import { Box, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { Card } from '../../shared/Card.js';
import { Choices } from '../../shared/Choices.js';
import { FormEnd } from '../../shared/FormEnd.js';
import { FormField } from '../../shared/FormField.js';
import { Notice } from '../../shared/Notice.js';
import { retentionDraft, retentionToSend } from '../../shared/retention-form.js';
import { RetentionFields } from '../../shared/RetentionFields.js';
import { SavedForm, useFormSaving } from '../../shared/SavedForm.js';
import { SelectField } from '../../shared/SelectField.js';
import { Tick } from '../../shared/Tick.js';
import { useWords, type WordKey } from '../../shared/words.js';
import { procedureFactsDraft, procedureFactsToSend } from './facts-form.js';
import { FileLimits } from './FileLimits.js';
import { ProcedureFactsFields } from './ProcedureFactsFields.js';
import { choosesSilence, ruleSentence } from './silence-words.js';
import type { ProceduresRead } from './use-procedures.js';

interface Props {
  procedures: ProceduresRead;
  all: AdminProcedures;
  /** Null for a new one. */
  procedure: AdminProcedure | null;
  close(): void;
}

const blank: NewProcedure = {
  title: '',
  description: '',
  nature: 'request',
  recipient: null,
  // Nobody chooses it but a person: acceptance least of all.
  silence: null,
  attachments: null,
  isOpen: true,
  // Nor this: the archives agree to it.
  retention: noRetention,
  facts: noProcedureFacts,
};

/** What silence means where it follows from what is sent. */
const following: Partial<Record<Nature, WordKey>> = {
  complaint: 'procedures.silence.complaint',
  document: 'procedures.silence.document',
};

export function ProcedureForm({ procedures, all, procedure, close }: Props) {
  const t = useWords();
  const [form, setForm] = useState<NewProcedure>(
    procedure
      ? {
          title: procedure.title,
          description: procedure.description,
          nature: procedure.nature,
          recipient: all.recipients.some(({ slug }) => slug === procedure.recipient)
            ? procedure.recipient
            : null,
          silence: procedure.silence,
          attachments: procedure.attachments,
          isOpen: procedure.isOpen,
          retention: procedure.retention,
          facts: procedure.facts,
        }
      : blank,
  );
  const set = (change: Partial<NewProcedure>) => setForm((before) => ({ ...before, ...change }));
  const [retention, setRetention] = useState(() => retentionDraft(form.retention));
  const [facts, setFacts] = useState(() => procedureFactsDraft(form.facts));
  const saving = useFormSaving();

  const save = async () => {
    const sent = { ...form, retention: retentionToSend(retention), facts: procedureFactsToSend(facts) };
    await (procedure
      ? procedures.change({ ...sent, slug: procedure.slug, seen: procedure.version })
      : procedures.add(sent));
    close();
  };
  return (
    <Card title={procedure ? procedure.title : t('procedures.new')}>
      <SavedForm form={saving} send={save}>
        <Flex direction="column" alignItems="stretch" gap={5}>
          <FormField
            path="title"
            label="procedures.name"
            hint="procedures.name.hint"
            required
            value={form.title}
            change={(title) => set({ title })}
          />
          <FormField
            path="description"
            label="procedures.description"
            hint="procedures.description.hint"
            rows={3}
            value={form.description}
            change={(description) => set({ description })}
          />
          {!procedure?.readyMade && (
            <SelectField
              path="nature"
              label="procedures.nature"
              value={form.nature ?? ''}
              options={[
                ['', t('procedures.nature.declared')],
                ...natures.map((nature) => [nature, t(`nature.${nature}`)] as const),
              ]}
              change={(value) => set({ nature: natures.find((nature) => nature === value) ?? null })}
            />
          )}
          {all.recipients.length > 0 && (
            <SelectField
              path="recipient"
              label="procedures.recipient"
              value={form.recipient ?? ''}
              options={[['', all.name], ...all.recipients.map(({ slug, name }) => [slug, name] as const)]}
              change={(value) => set({ recipient: value || null })}
            />
          )}
          {choosesSilence(form.nature) ? (
            <SilenceChoice all={all} value={form.silence} choose={(silence) => set({ silence })} />
          ) : (
            <Notice look="info">
              {t((form.nature && following[form.nature]) ?? 'procedures.silence.if.none')}
            </Notice>
          )}
          <FileLimits
            hosting={all.hostingFiles}
            value={form.attachments}
            change={(attachments) => set({ attachments })}
          />
          <Box>
            <Typography tag="h3" variant="delta" paddingBottom={3}>
              {t('procedures.facts')}
            </Typography>
            <ProcedureFactsFields
              draft={facts}
              set={(change) => setFacts((before) => ({ ...before, ...change }))}
            />
          </Box>
          <Box>
            <Typography tag="h3" variant="delta" paddingBottom={3}>
              {t('retention.title')}
            </Typography>
            <RetentionFields
              draft={retention}
              set={(change) => setRetention((before) => ({ ...before, ...change }))}
              obstacle={
                choosesSilence(form.nature)
                  ? transitObstacle(all.options.find(({ id }) => id === form.silence) ?? null)
                  : null
              }
            />
          </Box>
          <Tick label={t('procedures.open')} checked={form.isOpen} change={(isOpen) => set({ isOpen })} />
          <FormEnd form={saving} changed="procedures.changed" close={close} />
        </Flex>
      </SavedForm>
    </Card>
  );
}

/** Each rule with what it will mean, and the text that says so. */
function SilenceChoice({
  all,
  value,
  choose,
}: {
  all: AdminProcedures;
  value: RequestSilence | null;
  choose(silence: RequestSilence): void;
}) {
  const t = useWords();
  return (
    <Choices
      legend={t('procedures.silence')}
      path="silence"
      wide
      value={value}
      choose={choose}
      options={all.options.map((option) => {
        const { key, values } = ruleSentence(option);
        return { value: option.id, label: t(`procedures.silence.${option.id}`), hint: t(key, values) };
      })}
    >
      <Box paddingBottom={3}>
        <Notice look="info">{t('procedures.silence.hint')}</Notice>
      </Box>
    </Choices>
  );
}
