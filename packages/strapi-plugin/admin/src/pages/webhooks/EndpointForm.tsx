import type { InboxScope } from '@guichet/contracts/admin/inbox';
import { type Endpoint, type WebhookType, webhookTypes } from '@guichet/contracts/admin/webhooks';
import { Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { styled } from 'styled-components';
import { AdministrationChoice } from '../../shared/AdministrationChoice.js';
import { AdministrationName } from '../../shared/AdministrationName.js';
import { Card } from '../../shared/Card.js';
import { FormEnd } from '../../shared/FormEnd.js';
import { FormField } from '../../shared/FormField.js';
import { SavedForm, useFormSaving } from '../../shared/SavedForm.js';
import { Tick } from '../../shared/Tick.js';
import { useWords } from '../../shared/words.js';

const Choices = styled.fieldset`
  margin: 0;
  padding: 0;
  border: 0;

  legend {
    padding: 0;
  }
`;

export interface EndpointFields {
  administrationId: string;
  url: string;
  types: WebhookType[];
  isEnabled: boolean;
}

export function EndpointForm(props: {
  /** Null for a new one. */
  endpoint: Endpoint | null;
  scope: InboxScope;
  close(): void;
  send(fields: EndpointFields): Promise<void>;
}) {
  const t = useWords();
  const { endpoint, scope, close, send } = props;
  const { administrations } = scope;
  const [administrationId, setAdministration] = useState(administrations[0]!.id);
  const [url, setUrl] = useState(endpoint?.url ?? '');
  const [types, setTypes] = useState<WebhookType[]>(
    endpoint?.types ?? ['request.received', 'request.updated'],
  );
  const [isEnabled, setEnabled] = useState(endpoint?.isEnabled ?? true);
  const form = useFormSaving();
  const { errors, failure } = form;
  const isFull = failure?.kind === 'problem' && failure.code === 'not-possible';
  const isPrivate = errors.some(({ path, code }) => path === 'url' && code === 'not-allowed');
  // Why is said at the end of the form: the field only needs to say that it is to be mended.
  const shown = errors.map((error) =>
    error.path === 'url' && isPrivate ? { ...error, code: 'invalid' as const } : error,
  );

  const save = async () => {
    await send({ administrationId, url, types, isEnabled });
    close();
  };
  return (
    <Card title={t(endpoint ? 'webhooks.change' : 'webhooks.new')}>
      <SavedForm form={form} send={save} errors={shown}>
        <Flex direction="column" alignItems="stretch" gap={5}>
          {endpoint || administrations.length === 1 ? (
            <AdministrationName administration={endpoint?.administration ?? administrations[0]!} strong />
          ) : (
            <AdministrationChoice
              administrations={administrations}
              id={administrationId}
              choose={setAdministration}
              required
            />
          )}
          <FormField
            path="url"
            label="webhooks.url"
            hint="webhooks.url.hint"
            type="url"
            required
            value={url}
            change={setUrl}
          />
          <Choices>
            <Typography tag="legend" variant="pi" fontWeight="bold" textColor="neutral800">
              {t('webhooks.types')}
            </Typography>
            {webhookTypes.map((type) => (
              <Tick
                key={type}
                {...(type === webhookTypes[0] && { path: 'types' })}
                required="field.noneTicked"
                label={t(`webhooks.type.${type}`)}
                checked={types.includes(type)}
                change={(checked) =>
                  setTypes(webhookTypes.filter((one) => (one === type ? checked : types.includes(one))))
                }
              />
            ))}
          </Choices>
          {endpoint && <Tick label={t('webhooks.enabled')} checked={isEnabled} change={setEnabled} />}
          <FormEnd
            form={form}
            refused={isFull ? 'webhooks.full' : isPrivate ? 'webhooks.notReachable' : undefined}
            close={close}
          />
        </Flex>
      </SavedForm>
    </Card>
  );
}
