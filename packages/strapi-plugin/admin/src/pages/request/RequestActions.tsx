import type { InboxRequest } from '@guichet/contracts/admin/inbox';
import { Button, Flex } from '@strapi/design-system';
import { useWords } from '../../shared/words.js';
import { Confirmed } from './Confirmed.js';
import type { OneRequest } from './use-request.js';

/** What else than answering the request's state allows. */
export function RequestActions({ one, request }: { one: OneRequest; request: InboxRequest }) {
  const t = useWords();
  const { acting, act } = one;
  const isBusy = acting.kind === 'acting';
  const can = (action: InboxRequest['actions'][number]) => request.actions.includes(action);
  return (
    <Flex gap={3} wrap="wrap">
      {can('release') && (
        <Button
          size="L"
          variant="secondary"
          disabled={isBusy}
          onClick={() => void act({ action: 'release' })}
        >
          {t('action.release')}
        </Button>
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
          label="action.close"
          question="action.close.question"
          variant="tertiary"
          disabled={isBusy}
          confirm={() => void act({ action: 'close' })}
        />
      )}
      {can('reopen') && (
        <Button size="L" variant="secondary" disabled={isBusy} onClick={() => void act({ action: 'reopen' })}>
          {t('action.reopen')}
        </Button>
      )}
    </Flex>
  );
}
