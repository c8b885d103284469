import type { InboxRequest } from '@guichet/contracts/admin/inbox';
import type { Action } from '@guichet/contracts/admin/inbox-actions';
import { Flex } from '@strapi/design-system';
import { useWords } from '../../shared/words.js';
import { BigButton } from '../../shared/BigButton.js';
import { Confirmed } from './Confirmed.js';
import type { OneRequest } from './use-request.js';
import { useSilenceWords } from './use-silence-words.js';

/** What else than answering the request's state allows. */
export function RequestActions({ one, request }: { one: OneRequest; request: InboxRequest }) {
  const t = useWords();
  const silenceWords = useSilenceWords();
  const { acting, act } = one;
  const { silence } = request.legal;
  const isAnswered = request.status === 'answered';
  const isBusy = acting.kind === 'acting';
  const can = (action: Action) => request.actions.includes(action);
  return (
    <Flex gap={3} wrap="wrap">
      {can('release') && (
        <BigButton
          size="L"
          variant="secondary"
          disabled={isBusy}
          onClick={() => void act({ action: 'release' })}
        >
          {t('action.release')}
        </BigButton>
      )}
      {can('reject') && (
        <Confirmed
          label="action.reject"
          question="action.reject.question"
          variant="danger-light"
          disabled={isBusy}
          confirm={() => void act({ action: 'reject' })}
        />
      )}
      {can('close') && (
        <Confirmed
          label={isAnswered ? 'action.close.answered' : 'action.close'}
          question={isAnswered ? 'action.close.answered.question' : 'action.close.question'}
          more={silence && `${t('closing.goesOn')} ${silenceWords(silence)} ${t('closing.decide')}`}
          variant="tertiary"
          disabled={isBusy}
          confirm={() => void act({ action: 'close' })}
        />
      )}
      {can('reopen') && (
        <BigButton
          size="L"
          variant="secondary"
          disabled={isBusy}
          onClick={() => void act({ action: 'reopen' })}
        >
          {t('action.reopen')}
        </BigButton>
      )}
    </Flex>
  );
}
