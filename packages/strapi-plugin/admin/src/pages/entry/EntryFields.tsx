import { ENTRY_DAYS_BACK, entryChannels } from '@guichet/contracts/admin/entries';
import type { InboxScope } from '@guichet/contracts/admin/inbox';
import type { Nature } from '@guichet/contracts/request';
import { Flex } from '@strapi/design-system';
import { type FormEvent, useRef } from 'react';
import { AdministrationName } from '../../shared/AdministrationName.js';
import { Card } from '../../shared/Card.js';
import { Choices } from '../../shared/Choices.js';
import { dateIn } from '../../shared/civil-date.js';
import { failureWords } from '../../shared/failure.js';
import { FieldErrors, FormField } from '../../shared/FormField.js';
import { Notice } from '../../shared/Notice.js';
import { SelectField } from '../../shared/SelectField.js';
import { Tick } from '../../shared/Tick.js';
import { useFirstError } from '../../shared/use-first-error.js';
import { useWords } from '../../shared/words.js';
import { BigButton } from '../../shared/BigButton.js';
import { isAcknowledgeable, naturesFor } from './entry-form.js';
import { SenderFields } from './SenderFields.js';
import type { Entering } from './use-entry.js';

const DAY_MS = 86_400_000;

/** The form, from top to bottom as a person at the counter tells it. */
export function EntryFields({ entering, scope }: { entering: Entering; scope: InboxScope }) {
  const t = useWords();
  const { form, change, saving } = entering;
  const element = useRef<HTMLFormElement>(null);
  useFirstError(element, saving);
  const errors = saving.kind === 'failed' && saving.failure.kind === 'problem' ? saving.failure.errors : [];
  const { administrations } = scope;
  const chosen =
    administrations.find(({ id }) => id === form.administrationId) ??
    (administrations.length === 1 ? administrations[0] : undefined);
  const timeZone = chosen?.timeZone ?? administrations[0]!.timeZone;
  const today = dateIn(timeZone, new Date());
  const first = dateIn(timeZone, new Date(Date.now() - ENTRY_DAYS_BACK * DAY_MS));

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (saving.kind !== 'saving') void entering.send(chosen?.id ?? '', today);
  };
  return (
    <form ref={element} noValidate onSubmit={submit}>
      <FieldErrors.Provider value={errors}>
        <Flex direction="column" alignItems="stretch" gap={6}>
          <Card title={t('entry.what')}>
            <Flex direction="column" alignItems="stretch" gap={5}>
              {administrations.length === 1 ? (
                <AdministrationName administration={administrations[0]!} strong />
              ) : (
                <SelectField
                  path="administrationId"
                  label="entry.administration"
                  required
                  value={chosen?.id ?? ''}
                  change={(administrationId) => change({ administrationId })}
                  options={administrations.map(({ id, name }) => [id, name])}
                />
              )}
              <Choices
                legend={t('entry.channel')}
                path="channel"
                value={form.channel}
                choose={(channel) => change({ channel })}
                options={entryChannels.map((channel) => ({
                  value: channel,
                  label: t(`entry.channel.${channel}`),
                  hint: channel === 'phone' ? t('entry.channel.phone.hint') : undefined,
                }))}
              />
              <FormField
                path="receivedOn"
                type="date"
                label="entry.receivedOn"
                hint="entry.receivedOn.hint"
                required
                min={first}
                max={today}
                value={form.receivedOn || today}
                change={(receivedOn) => change({ receivedOn })}
              />
              <SelectField
                path="nature"
                label="acknowledge.nature"
                required
                value={form.nature}
                change={(nature) => change({ nature: nature as Nature })}
                options={naturesFor(form.channel).map((nature) => [nature, t(`nature.${nature}`)])}
              />
              {chosen && chosen.recipients.length > 0 && (
                <SelectField
                  path="recipient"
                  label="inbox.filter.service"
                  value={form.recipient}
                  change={(recipient) => change({ recipient })}
                  options={[
                    ['', chosen.name],
                    ...chosen.recipients.map(({ slug, name }) => [slug, name] as const),
                  ]}
                />
              )}
            </Flex>
          </Card>
          <Card title={t('entry.sender')}>
            <SenderFields form={form} change={change} />
          </Card>
          <Card title={t('entry.content')}>
            <Flex direction="column" alignItems="stretch" gap={5}>
              <FormField
                path="subject"
                label="entry.subject"
                required
                value={form.subject}
                change={(subject) => change({ subject })}
              />
              <FormField
                path="message"
                label="entry.message"
                hint="entry.message.hint"
                rows={8}
                required
                value={form.message}
                change={(message) => change({ message })}
              />
              {isAcknowledgeable(form) && (
                <div>
                  <Tick
                    label={t('entry.acknowledge')}
                    checked={form.acknowledge}
                    change={(acknowledge) => change({ acknowledge })}
                  />
                  {!form.acknowledge && <Notice look="info">{t('entry.acknowledge.not')}</Notice>}
                </div>
              )}
            </Flex>
          </Card>
          {saving.kind === 'failed' && (
            <Notice look="danger" live>
              {t(failureWords(saving.failure))} {t('answer.kept')}
            </Notice>
          )}
          <BigButton type="submit" size="L" loading={saving.kind === 'saving'}>
            {t('entry.save')}
          </BigButton>
        </Flex>
      </FieldErrors.Provider>
    </form>
  );
}
