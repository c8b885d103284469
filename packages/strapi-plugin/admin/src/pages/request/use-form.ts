import type { Action } from '@guichet/contracts/admin/inbox-actions';
import type { AdminFieldError } from '@guichet/contracts/admin/problem';
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Failure } from '../../shared/failure.js';
import type { OneRequest } from './use-request.js';
import type { Wish } from './wish.js';

export interface OneForm {
  ref: RefObject<HTMLFormElement>;
  /** What is wrong, once sending it was tried. */
  errors: readonly AdminFieldError[];
  failure: Failure | null;
  /** Any action is on its way. */
  isBusy: boolean;
  /** Whether this one is. */
  isSending(action: Action): boolean;
  /** Whether nothing is wrong; else shows what is, and goes to the first. */
  passes(): boolean;
  /** Sends it, if nothing is wrong. */
  send(wish: Wish): void;
}

/**
 * A form that acts on a request: checked here first, then by the server, whose errors stand at the same fields.
 * @param actions that the form can send
 * @param wrong what is wrong with it as it is now
 */
export function useForm(
  { acting, act }: OneRequest,
  actions: readonly Action[],
  wrong: readonly AdminFieldError[],
): OneForm {
  const ref = useRef<HTMLFormElement>(null);
  /** How often it was tried in vain. */
  const [tries, setTries] = useState(0);
  const failure = acting.kind === 'failed' && actions.includes(acting.action) ? acting.failure : null;

  useEffect(() => {
    if (tries || failure) ref.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [failure, tries]);

  const isBusy = acting.kind === 'acting';
  const passes = () => {
    setTries(wrong.length ? tries + 1 : 0);
    return !wrong.length;
  };
  return {
    ref,
    errors: [...(tries ? wrong : []), ...(failure?.kind === 'problem' ? failure.errors : [])],
    failure,
    isBusy,
    isSending: (action) => isBusy && acting.action === action,
    passes,
    send: (wish) => {
      if (!isBusy && passes()) void act(wish);
    },
  };
}
