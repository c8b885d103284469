import type { InboxRequest } from '@guichet/contracts/admin/inbox';
import { Flex, Typography } from '@strapi/design-system';
import { Eye, PaperPlane, User } from '@strapi/icons';
import { useEffect, useRef, useState } from 'react';
import { Choices } from '../../shared/Choices.js';
import { FormField } from '../../shared/FormField.js';
import { Notice } from '../../shared/Notice.js';
import { useWords } from '../../shared/words.js';
import { ActForm } from './ActForm.js';
import { AuthorFields } from './AuthorFields.js';
import { BigButton } from '../../shared/BigButton.js';
import { checkDecision, type DecisionForm, decisionFormOf, decisionOf, takesBack } from './decision-form.js';
import { DecisionPreview } from './DecisionPreview.js';
import { ReasonsFields } from './ReasonsFields.js';
import { type Signature, SignatureChoice } from './SignatureChoice.js';
import { useForm } from './use-form.js';
import { useFormFiles } from './use-form-files.js';
import type { OneRequest } from './use-request.js';

interface Props {
  one: OneRequest;
  request: InboxRequest;
}

/** Accepting or refusing: written here, then approved by who signs, or read once more and notified. */
export function DecideForm({ one, request }: Props) {
  const [isReviewed, setReviewed] = useState(false);
  const writing = useRef<HTMLDivElement>(null);
  /** Back at the text, the keyboard is where it was left. */
  const wasReviewed = useRef(false);
  useEffect(() => {
    if (wasReviewed.current && !isReviewed) writing.current?.querySelector('textarea')?.focus();
    wasReviewed.current = isReviewed;
  }, [isReviewed]);
  const state = one.drafts.decision ?? decisionFormOf(request);
  return isReviewed ? (
    <Review one={one} request={request} state={state} back={() => setReviewed(false)} />
  ) : (
    <div ref={writing}>
      <Writing one={one} request={request} state={state} review={() => setReviewed(true)} />
    </div>
  );
}

function Writing({ one, request, state, review }: Props & { state: DecisionForm; review(): void }) {
  const t = useWords();
  const { legal, signatories, actions } = request;
  const form = useForm(one, ['draft', 'decide'], checkDecision(state, legal));
  const set = (change: Partial<DecisionForm>) => one.write('decision', { ...state, ...change });
  const isRefusal = state.outcome === 'refused';
  const mayDraft = actions.includes('draft');
  const mayDecide = actions.includes('decide');
  const prepare = () => form.send({ action: 'draft', decision: decisionOf(state, legal) });
  const reread = () => form.passes() && review();
  return (
    <ActForm
      form={form}
      submit={() => (mayDraft ? prepare() : reread())}
      buttons={
        <>
          {mayDraft && (
            <BigButton
              type="submit"
              size="L"
              startIcon={<User />}
              loading={form.isSending('draft')}
              disabled={form.isBusy}
            >
              {t('decide.draft')}
            </BigButton>
          )}
          {mayDecide && (
            <BigButton
              type={mayDraft ? 'button' : 'submit'}
              size="L"
              variant={mayDraft ? 'secondary' : 'default'}
              startIcon={<Eye />}
              disabled={form.isBusy}
              {...(mayDraft && { onClick: reread })}
            >
              {t('decide.review')}
            </BigButton>
          )}
        </>
      }
    >
      <Choices
        path="decision.outcome"
        legend={t('outcome')}
        wide
        options={[
          { value: 'granted', label: t('outcome.granted') },
          { value: 'refused', label: t('outcome.refused') },
        ]}
        value={state.outcome}
        choose={(outcome) => set({ outcome })}
      />
      {isRefusal && takesBack(legal) && <Notice look="warning">{t('decide.takesBack')}</Notice>}
      <FormField
        path="decision.message"
        label="decision.message"
        hint="decision.message.hint"
        rows={8}
        required
        value={state.message}
        change={(message) => set({ message })}
      />
      {isRefusal && (
        <>
          <Choices
            legend={t('decision.reasons')}
            options={[
              { value: 'given', label: t('decision.reasons.given'), hint: t('decision.reasons.given.hint') },
              {
                value: 'not-required',
                label: t('decision.reasons.not-required'),
                hint: t('decision.reasons.not-required.hint'),
              },
            ]}
            value={state.reasoned}
            choose={(reasoned) => set({ reasoned })}
          />
          {state.reasoned === 'given' && <ReasonsFields path="decision.reasons" form={state} change={set} />}
          {takesBack(legal) && (
            <FormField
              path="decision.illegality"
              label="decision.illegality"
              hint="decision.illegality.hint"
              rows={4}
              required
              value={state.illegality}
              change={(illegality) => set({ illegality })}
            />
          )}
        </>
      )}
      <AuthorFields path="decision.author" form={state} signatories={signatories} change={set} />
    </ActForm>
  );
}

/** The decision as it will be read, before what cannot be undone. */
function Review({ one, request, state, back }: Props & { state: DecisionForm; back(): void }) {
  const t = useWords();
  const { legal, mayNotifyUnsigned } = request;
  const [signature, setSignature] = useState<Signature | null>(null);
  const { field, attachments, isSending } = useFormFiles(
    one,
    request.id,
    'decisionFiles',
    'files.decision.hint',
  );
  const decision = decisionOf(state, legal);
  const form = useForm(one, ['decide'], signature ? [] : [{ path: 'signature', code: 'required' }]);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <ActForm
      form={form}
      submit={() =>
        signature ? form.send({ action: 'decide', decision, signature, attachments }) : form.passes()
      }
      buttons={
        <>
          <BigButton
            type="submit"
            size="L"
            startIcon={<PaperPlane />}
            loading={form.isSending('decide')}
            disabled={form.isBusy || isSending}
          >
            {t('decide.notify')}
          </BigButton>
          <BigButton size="L" variant="tertiary" disabled={form.isBusy} onClick={back}>
            {t('decide.back')}
          </BigButton>
        </>
      }
    >
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Typography ref={title} tabIndex={-1} tag="h3" variant="delta" fontWeight="bold">
          {t('decide.reread')}
        </Typography>
        <Typography tag="p" textColor="neutral800">
          {t('decide.irreversible')}
        </Typography>
        <DecisionPreview decision={decision} legal={legal} />
      </Flex>
      <SignatureChoice
        author={decision.author}
        mayNotifyUnsigned={mayNotifyUnsigned}
        value={signature}
        choose={setSignature}
      />
      {field}
    </ActForm>
  );
}
