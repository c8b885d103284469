import type { InboxRequest } from '@guichet/contracts/admin/inbox';
import { checkMessage, limits } from '@guichet/contracts/request-rules';
import { Button, Field, Flex, Textarea } from '@strapi/design-system';
import { Check, PaperPlane } from '@strapi/icons';
import { type FormEvent, useRef, useState } from 'react';
import { Card } from '../../shared/Card.js';
import { failureWords } from '../../shared/failure.js';
import { Notice } from '../../shared/Notice.js';
import { useWords } from '../../shared/words.js';
import type { OneRequest } from './use-request.js';

/** Writing to the resident. What is typed stays until the server has it. */
export function AnswerForm({
  one,
  request,
  signature,
}: {
  one: OneRequest;
  request: InboxRequest;
  signature: string;
}) {
  const t = useWords();
  const { acting, act, draft, write } = one;
  const [isChecked, setChecked] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const code = checkMessage(draft);
  const error = isChecked && code ? t(`answer.error.${code}`, { max: limits.message }) : undefined;
  const isSending = acting.kind === 'acting' && acting.action === 'answer';

  const send = (close: boolean) => {
    setChecked(true);
    if (code) field.current?.focus();
    else void act({ action: 'answer', message: draft, close }).then(() => setChecked(false));
  };

  return (
    <Card title={t('answer')}>
      <form
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          send(false);
        }}
      >
        <Flex direction="column" alignItems="stretch" gap={4}>
          {request.content.sender.refusesElectronicReply && (
            <Notice look="warning">{t('sender.refusesElectronicReply')}</Notice>
          )}
          {request.suspicion === 'suspect' && <Notice look="info">{t('answer.releases')}</Notice>}
          <Field.Root
            name="answer"
            required
            {...(error && { error })}
            hint={signature ? t('answer.signature', { signature }) : t('answer.noSignature')}
          >
            <Field.Label>{t('answer.label')}</Field.Label>
            <Textarea
              ref={field}
              value={draft}
              rows={8}
              resizable
              onChange={(event: { target: { value: string } }) => write(event.target.value)}
            />
            <Field.Error />
            <Field.Hint />
          </Field.Root>
          {acting.kind === 'failed' && acting.action === 'answer' && (
            <Notice look={acting.failure.kind === 'problem' ? 'warning' : 'danger'} live>
              {t(failureWords(acting.failure))} {t('answer.kept')}
            </Notice>
          )}
          <Flex gap={3} wrap="wrap">
            <Button type="submit" size="L" startIcon={<PaperPlane />} loading={isSending}>
              {t('answer.send')}
            </Button>
            <Button
              size="L"
              variant="secondary"
              startIcon={<Check />}
              disabled={isSending}
              onClick={() => send(true)}
            >
              {t('answer.sendAndClose')}
            </Button>
          </Flex>
        </Flex>
      </form>
    </Card>
  );
}
