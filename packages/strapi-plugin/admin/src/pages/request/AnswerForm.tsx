import type { InboxRequest } from '@guichet/contracts/admin/inbox';
import { checkMessage, limits } from '@guichet/contracts/request-rules';
import { Field, Textarea } from '@strapi/design-system';
import { Check, PaperPlane } from '@strapi/icons';
import { Notice } from '../../shared/Notice.js';
import { TemplatePicker } from '../../shared/TemplatePicker.js';
import { useWords } from '../../shared/words.js';
import { ActForm } from './ActForm.js';
import { BigButton } from '../../shared/BigButton.js';
import { FieldLabel } from '../../shared/FieldLabel.js';
import { useForm } from './use-form.js';
import { useFormFiles } from './use-form-files.js';
import type { OneRequest } from './use-request.js';
import { useSilenceWords } from './use-silence-words.js';

/** Writing to the resident, which decides nothing. What is typed stays until the server has it. */
export function AnswerForm(props: { one: OneRequest; request: InboxRequest; signature: string }) {
  const t = useWords();
  const silenceWords = useSilenceWords();
  const { one, request, signature } = props;
  const draft = one.drafts.answer ?? '';
  const { field, attachments, isSending } = useFormFiles(one, request.id, 'answerFiles');
  const code = checkMessage(draft);
  const form = useForm(one, ['answer'], code ? [{ path: 'message', code: 'invalid' }] : []);
  const error = form.errors.length && code ? t(`answer.error.${code}`, { max: limits.message }) : undefined;
  const { silence } = request.legal;
  const send = (close: boolean) => form.send({ action: 'answer', message: draft, close, attachments });
  return (
    <ActForm
      form={form}
      submit={() => send(false)}
      buttons={
        <>
          <BigButton
            type="submit"
            size="L"
            startIcon={<PaperPlane />}
            loading={form.isSending('answer')}
            disabled={form.isBusy || isSending}
          >
            {t('answer.send')}
          </BigButton>
          <BigButton
            size="L"
            variant="secondary"
            startIcon={<Check />}
            disabled={form.isBusy || isSending}
            onClick={() => send(true)}
          >
            {t('answer.sendAndClose')}
          </BigButton>
        </>
      }
    >
      {silence && (
        <Notice look="info">
          <strong>{t('answer.decidesNothing')}</strong> {silenceWords(silence)}
        </Notice>
      )}
      {request.suspicion === 'suspect' && <Notice look="info">{t('answer.releases')}</Notice>}
      <TemplatePicker
        request={request}
        signature={signature}
        text={draft}
        write={(text) => one.write('answer', text)}
      />
      <Field.Root
        name="answer"
        required
        {...(error && { error })}
        hint={signature ? t('answer.signature', { signature }) : t('answer.noSignature')}
      >
        <FieldLabel>{t('answer.label')}</FieldLabel>
        <Textarea
          value={draft}
          rows={8}
          resizable
          onChange={(event: { target: { value: string } }) => one.write('answer', event.target.value)}
        />
        <Field.Error />
        <Field.Hint />
      </Field.Root>
      {field}
    </ActForm>
  );
}
