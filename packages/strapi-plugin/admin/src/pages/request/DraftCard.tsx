import type { InboxRequest } from '@guichet/contracts/admin/inbox';
import type { Action } from '@guichet/contracts/admin/inbox-actions';
import { Flex, Typography } from '@strapi/design-system';
import { Check, PaperPlane } from '@strapi/icons';
import { useEffect, useState } from 'react';
import { Card } from '../../shared/Card.js';
import { useDates } from '../../shared/dates.js';
import { FormField } from '../../shared/FormField.js';
import { useWords } from '../../shared/words.js';
import { ActForm } from './ActForm.js';
import { BigButton } from '../../shared/BigButton.js';
import { checkOptionalMessage, errorsIn, orNull } from './form-checks.js';
import { Confirmed } from './Confirmed.js';
import { DecisionPreview } from './DecisionPreview.js';
import { letterOf } from './letter.js';
import { PrintLetter } from './PrintLetter.js';
import { type Signature, SignatureChoice } from './SignatureChoice.js';
import { useForm } from './use-form.js';
import { useFormFiles } from './use-form-files.js';
import type { OneRequest } from './use-request.js';

interface Props {
  one: OneRequest;
  request: InboxRequest;
  draft: NonNullable<InboxRequest['draft']>;
  timeZone: string;
}

/** A decision that waits for whom it belongs to: read on a telephone, approved with one thumb. */
export function DraftCard({ one, request, draft, timeZone }: Props) {
  const t = useWords();
  const dates = useDates();
  const { decision, isApproved, agentName, at } = draft;
  const [isSendingBack, setSendingBack] = useState(false);
  const can = (action: Action) => request.actions.includes(action);
  return (
    <Card title={t(`draft.${decision.outcome}`)}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Typography tag="p" textColor="neutral800" style={{ overflowWrap: 'anywhere' }}>
          {t(isApproved ? 'draft.approved' : can('approve') ? 'draft.yours' : 'draft.waits')}{' '}
          {agentName && t('draft.by', { name: agentName, moment: dates.moment(at, timeZone) })}
        </Typography>
        <DecisionPreview decision={decision} legal={request.legal} />
        <Flex>
          <PrintLetter request={request} letter={letterOf(decision)} variant="tertiary" />
        </Flex>
        {isSendingBack ? (
          <SendBack one={one} close={() => setSendingBack(false)} />
        ) : (
          (can('approve') || can('notify')) && (
            <Settle
              one={one}
              request={request}
              draft={draft}
              {...(can('send-back') && { sendBack: () => setSendingBack(true) })}
            />
          )
        )}
      </Flex>
    </Card>
  );
}

/** Approving and notifying, at once or one after the other. */
function Settle(props: Omit<Props, 'timeZone'> & { sendBack?(): void }) {
  const t = useWords();
  const { one, request, draft, sendBack } = props;
  const [signature, setSignature] = useState<Signature | null>(null);
  const { field, attachments, isSending } = useFormFiles(
    one,
    request.id,
    'decisionFiles',
    'files.decision.hint',
  );
  const mayApprove = request.actions.includes('approve') && !draft.isApproved;
  const action = mayApprove ? 'approve' : 'notify';
  const form = useForm(
    one,
    ['approve', 'notify'],
    signature ? [] : [{ path: 'signature', code: 'required' }],
  );
  const mayNotify = mayApprove || request.actions.includes('notify');
  return (
    <ActForm
      form={form}
      submit={() => {
        form.passes();
      }}
      buttons={
        <>
          {mayNotify && (
            <Confirmed
              label={mayApprove ? 'draft.approveAndNotify' : 'decide.notify'}
              question="decide.irreversible"
              variant="default"
              icon={<PaperPlane />}
              disabled={form.isBusy || isSending}
              loading={form.isSending(action) && signature !== null}
              asks={form.passes}
              confirm={() => signature && form.send({ action, signature, attachments })}
            />
          )}
          {mayApprove && (
            <BigButton
              size="L"
              variant="secondary"
              startIcon={<Check />}
              disabled={form.isBusy}
              onClick={() => !form.isBusy && void one.act({ action: 'approve', signature: null })}
            >
              {t('draft.approve')}
            </BigButton>
          )}
          {sendBack && (
            <BigButton size="L" variant="tertiary" disabled={form.isBusy} onClick={sendBack}>
              {t('draft.sendBack')}
            </BigButton>
          )}
        </>
      }
    >
      <SignatureChoice
        author={draft.decision.author}
        mayNotifyUnsigned={request.mayNotifyUnsigned}
        value={signature}
        choose={setSignature}
      />
      {mayNotify && field}
      {mayApprove && (
        <Typography tag="p" variant="pi" textColor="neutral700">
          {t('draft.approve.hint')}
        </Typography>
      )}
    </ActForm>
  );
}

/** What is to be changed, which colleagues alone read. */
function SendBack({ one, close }: { one: OneRequest; close(): void }) {
  const t = useWords();
  const remark = one.drafts.remark ?? '';
  const form = useForm(one, ['send-back'], errorsIn([['message', checkOptionalMessage(remark)]]));
  const { ref } = form;
  useEffect(() => ref.current?.querySelector('textarea')?.focus(), [ref]);
  return (
    <ActForm
      form={form}
      submit={() => form.send({ action: 'send-back', message: orNull(remark) })}
      buttons={
        <>
          <BigButton type="submit" size="L" loading={form.isSending('send-back')} disabled={form.isBusy}>
            {t('draft.sendBack.send')}
          </BigButton>
          <BigButton size="L" variant="tertiary" disabled={form.isBusy} onClick={close}>
            {t('cancel')}
          </BigButton>
        </>
      }
    >
      <FormField
        path="message"
        label="draft.remark"
        hint="note.hint"
        rows={4}
        value={remark}
        change={(text) => one.write('remark', text)}
      />
    </ActForm>
  );
}
