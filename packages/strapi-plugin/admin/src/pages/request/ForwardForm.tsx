import type {
  AdministrationTag,
  ForwardQuery,
  ForwardTargets,
  InboxRequest,
} from '@guichet/contracts/admin/inbox';
import { adminUrl } from '@guichet/contracts/admin/paths';
import { Button, Flex } from '@strapi/design-system';
import { PaperPlane } from '@strapi/icons';
import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import { AdministrationName } from '../../shared/AdministrationName.js';
import { AdministrationPicker } from '../../shared/AdministrationPicker.js';
import { Choices } from '../../shared/Choices.js';
import { FormField, useFieldError } from '../../shared/FormField.js';
import { Notice } from '../../shared/Notice.js';
import { useWords } from '../../shared/words.js';
import { ActForm } from './ActForm.js';
import { BigButton } from '../../shared/BigButton.js';
import {
  checkForward,
  emptyForward,
  forwardEffect,
  type ForwardForm as Form,
  forwardWish,
} from './forward-form.js';
import { ReportFields } from './ReportFields.js';
import { firstReport } from './report-form.js';
import { useForm } from './use-form.js';
import { useFormFiles } from './use-form-files.js';
import type { OneRequest } from './use-request.js';

/** Before a system's slug, among the ways to forward. */
const SYSTEM = 'system ';

/** Handing over what another administration is competent for (CRPA L114-2). */
export function ForwardForm({ one, request }: { one: OneRequest; request: InboxRequest }) {
  const t = useWords();
  const state = one.drafts.forward ?? emptyForward;
  const form = useForm(one, ['forward'], checkForward(state));
  const { field, attachments, isSending } = useFormFiles(one, request.id, 'forwardFiles');
  const set = (change: Partial<Form>) => one.write('forward', { ...state, ...change });
  const { system } = state;
  const target = state.where === 'system' && request.reportTargets.find(({ slug }) => slug === system?.slug);
  /** A report takes no files along. */
  const files = target ? [] : attachments;
  return (
    <ActForm
      form={form}
      submit={() => form.send({ ...forwardWish(state), attachments: files })}
      buttons={
        <BigButton
          type="submit"
          size="L"
          startIcon={<PaperPlane />}
          loading={form.isSending('forward')}
          disabled={form.isBusy || isSending}
        >
          {t('forward.send')}
        </BigButton>
      }
    >
      <Notice look="info">
        {target ? t('forward.system.what', { operator: target.operator }) : t('forward.what')}{' '}
        {t(forwardEffect(request.legal))}
      </Notice>
      <Choices
        path="to.kind"
        legend={t('forward.where')}
        wide
        options={[
          ...request.reportTargets.map(({ slug, title, operator }) => ({
            value: SYSTEM + slug,
            label: t('forward.system', { operator }),
            hint: t('forward.system.hint', { title }),
          })),
          { value: 'here', label: t('forward.here'), hint: t('forward.here.hint') },
          { value: 'elsewhere', label: t('forward.elsewhere'), hint: t('forward.elsewhere.hint') },
        ]}
        value={target ? SYSTEM + target.slug : state.where}
        choose={(chosen) =>
          set(
            chosen === 'here' || chosen === 'elsewhere'
              ? { where: chosen }
              : {
                  where: 'system',
                  system: {
                    slug: chosen.slice(SYSTEM.length),
                    report: system?.report ?? firstReport(request),
                  },
                },
          )
        }
      />
      {target && system && (
        <ReportFields
          request={request}
          report={system.report}
          change={(report) => set({ system: { ...system, report } })}
        />
      )}
      {state.where === 'here' && (
        <Target
          chosen={state.administration}
          own={request.administrationId}
          choose={(administration) => set({ administration })}
        />
      )}
      {state.where === 'elsewhere' && (
        <>
          <FormField
            path="to.name"
            label="forward.name"
            hint="forward.name.hint"
            required
            value={state.name}
            change={(name) => set({ name })}
          />
          <FormField
            path="to.contact"
            label="forward.contact"
            hint="forward.contact.hint"
            rows={3}
            required
            value={state.contact}
            change={(contact) => set({ contact })}
          />
        </>
      )}
      <FormField
        path="message"
        label="message.optional"
        hint="forward.message.hint"
        rows={4}
        value={state.message}
        change={(message) => set({ message })}
      />
      {!target && field}
    </ActForm>
  );
}

/** The administration of this hosting that is chosen, or the search for it. */
function Target(props: {
  chosen: AdministrationTag | null;
  own: string;
  choose(administration: AdministrationTag | null): void;
}) {
  const t = useWords();
  const { post } = useFetchClient();
  const { chosen, own, choose } = props;
  const error = useFieldError('to.administrationId', true);
  const search = useCallback(
    async (text: string, signal: AbortSignal) => {
      const query: ForwardQuery = { search: text };
      const { administrations } = (
        await post<ForwardTargets>(adminUrl('inboxAdministrations'), query, { signal })
      ).data;
      return { rows: administrations, total: administrations.length };
    },
    [post],
  );
  if (chosen)
    return (
      <Flex gap={3} wrap="wrap" justifyContent="space-between">
        <AdministrationName administration={chosen} strong />
        <Button variant="tertiary" size="L" onClick={() => choose(null)}>
          {t('forward.change')}
        </Button>
      </Flex>
    );
  return (
    <div>
      <AdministrationPicker
        label={t('picker.label')}
        search={search}
        except={[own]}
        choose={choose}
        quiet
        {...(error && { error })}
      />
    </div>
  );
}
