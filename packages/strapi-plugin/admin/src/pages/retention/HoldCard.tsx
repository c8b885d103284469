import type { InboxRequest } from '@guichet/contracts/admin/inbox';
import { adminUrl } from '@guichet/contracts/admin/paths';
import { Button, Flex, Typography } from '@strapi/design-system';
import { useFetchClient } from '@strapi/strapi/admin';
import { type FormEvent, useState } from 'react';
import { Card } from '../../shared/Card.js';
import { failureWords } from '../../shared/failure.js';
import { Folded } from '../../shared/Folded.js';
import { FieldErrors, FormField } from '../../shared/FormField.js';
import { Notice } from '../../shared/Notice.js';
import { usePermissions } from '../../shared/permissions.js';
import { useSave } from '../../shared/use-save.js';
import { useWords } from '../../shared/words.js';

/** Whether a request may be destroyed one day, and whether the service has taken it over. `changed`: read it anew. */
export function HoldCard({ request, changed }: { request: InboxRequest; changed(): void }) {
  const t = useWords();
  const { has } = usePermissions();
  const { isHeld, transit } = request.retention;
  const last = request.timeline.findLast(({ kind }) => kind === 'held');
  const may = has(isHeld ? 'inbox.eliminate' : 'inbox.answer');
  return (
    <Card title={t('retention.title')}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        {isHeld && (
          <Notice look="info">
            {t('retention.hold.on')} {last?.message}
          </Notice>
        )}
        {(transit === 'awaited' || transit === 'lapsed') && has('inbox.answer') && (
          <TakeOver request={request} changed={changed} />
        )}
        {transit === 'delivered' && <Notice look="success">{t('retention.takenOver')}</Notice>}
        {may && (
          <Folded>
            <summary>{t(isHeld ? 'retention.hold.end' : 'retention.hold')}</summary>
            <HoldForm request={request} isHeld={isHeld} changed={changed} />
          </Folded>
        )}
      </Flex>
    </Card>
  );
}

function HoldForm(props: { request: InboxRequest; isHeld: boolean; changed(): void }) {
  const t = useWords();
  const { request, isHeld, changed } = props;
  const { post } = useFetchClient();
  const [reason, setReason] = useState('');
  const { saving, save } = useSave();
  const failure = saving.kind === 'failed' ? saving.failure : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save(async () => {
      const path = isHeld ? 'retentionHoldEnd' : 'retentionHold';
      await post(adminUrl(path, request.id), { reason, seen: request.version });
      changed();
    });
  };
  return (
    <form noValidate onSubmit={submit}>
      <FieldErrors.Provider value={failure?.kind === 'problem' ? failure.errors : []}>
        <Flex direction="column" alignItems="stretch" gap={4} paddingTop={3}>
          <Typography tag="p">{t(isHeld ? 'retention.hold.end.what' : 'retention.hold.what')}</Typography>
          <FormField
            path="reason"
            label="retention.hold.reason"
            hint="note.hint"
            rows={3}
            required
            value={reason}
            change={setReason}
          />
          {failure && (
            <Notice look="danger" live>
              {t(failureWords(failure))}
            </Notice>
          )}
          <Button type="submit" variant="secondary" loading={saving.kind === 'saving'}>
            {t(isHeld ? 'retention.hold.end' : 'retention.hold')}
          </Button>
        </Flex>
      </FieldErrors.Provider>
    </form>
  );
}

/** « I have it in my own tools »: four days later it is gone from here. */
function TakeOver({ request, changed }: { request: InboxRequest; changed(): void }) {
  const t = useWords();
  const { post } = useFetchClient();
  const { saving, save } = useSave();
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Typography tag="p">{t('retention.takeOver.what')}</Typography>
      <Button
        variant="secondary"
        loading={saving.kind === 'saving'}
        onClick={() =>
          void save(async () => {
            await post(adminUrl('retentionDelivery', request.id), { seen: request.version });
            changed();
          })
        }
      >
        {t('retention.takeOver')}
      </Button>
      {saving.kind === 'failed' && (
        <Notice look="danger" live>
          {t(failureWords(saving.failure))}
        </Notice>
      )}
    </Flex>
  );
}
