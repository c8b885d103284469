import type { Action } from '@guichet/contracts/admin/inbox-actions';
import { Box } from '@strapi/design-system';
import { useEffect, useRef } from 'react';
import { failureWords } from '../../shared/failure.js';
import { Notice } from '../../shared/Notice.js';
import { useWords } from '../../shared/words.js';
import type { Acting } from './use-request.js';

/** Said elsewhere: beside the button, or in a word that goes by itself. */
const quiet: ReadonlySet<Action> = new Set(['acknowledge', 'note', 'assign']);

/**
 * What an action has done, at the head of the page. It takes the keyboard: the form that had it is gone. Of one that
 * failed, only where its form is gone, for somebody else acted meanwhile.
 */
export function Outcome(props: {
  acting: Acting;
  actions: readonly Action[];
  version: number;
  /** Whether it is another's to answer by now. */ isForwarded: boolean;
}) {
  const t = useWords();
  const { acting, actions, version, isForwarded } = props;
  const said = useRef<HTMLDivElement>(null);
  const isTold =
    acting.kind === 'done'
      ? !quiet.has(acting.action)
      : acting.kind === 'failed' && (!actions.includes(acting.action) || formless.has(acting.action));
  useEffect(() => {
    if (isTold) said.current?.focus();
  }, [acting, isTold, version]);
  return (
    <Box ref={said} tabIndex={-1} role="status" paddingBottom={isTold ? 6 : 0}>
      {isTold && acting.kind === 'done' && (
        <Notice look="success">
          {t(acting.action === 'forward' && !isForwarded ? 'done.forward.report' : `done.${acting.action}`)}
        </Notice>
      )}
      {isTold && acting.kind === 'failed' && acting.action !== 'acknowledge' && (
        <Notice look="danger">{t(failureWords(acting.failure))}</Notice>
      )}
    </Box>
  );
}

/** Done by a button alone. */
const formless: ReadonlySet<Action> = new Set(['close', 'reopen', 'release', 'reject']);
