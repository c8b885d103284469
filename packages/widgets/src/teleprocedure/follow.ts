import { VIEW } from '../shared/heading.js';
import type { CourseView } from './course.view.js';
import { endingTitle, standingSentence } from './ending.view.js';
import { NOTICE } from './facade.view.js';
import type { TeleprocedureState } from './teleprocedure.state.js';

export interface FollowHost {
  readonly element: HTMLElement;
  readonly root: ShadowRoot;
  readonly view: CourseView;
  readonly announce: (text: string) => void;
  /** Moves the focus into the frame. */
  readonly enter: () => void;
}

/** Brings the person to what is new: by the focus where they asked for it, else by saying it. */
export function follow(state: TeleprocedureState, before: TeleprocedureState, host: FollowHost): void {
  const { announce, element, root, view } = host;
  const { course } = view;
  const isNew = state.kind !== before.kind;
  const focus = (id: string) => root.getElementById(id)?.focus();
  // The room that the snippet reserves is for what is told first.
  if (state.kind !== 'facade' && state.kind !== 'beginning') element.style.minHeight = '0';
  switch (state.kind) {
    case 'facade':
      announce(state.notice === 'back' ? course.back : state.notice === 'erased' ? course.erased : '');
      if (state.notice && typeof state.notice === 'object') focus(NOTICE);
      else if (isNew && before.kind !== 'beginning') focus(VIEW);
      return;
    case 'beginning':
      announce(view.words.beginning);
      return;
    case 'framed':
      if (before.kind !== 'framed') {
        announce(course.opening);
        host.enter();
      } else if (state.step && state.step !== before.step)
        announce(course.step(state.step.index, state.step.count, state.step.title));
      else if (state.end !== before.end || (state.isSilent && !before.isSilent))
        announce(root.querySelector('.framed .notice p')?.textContent ?? '');
      else if (state.isReady && !before.isReady) announce('');
      return;
    case 'leaving':
      announce('');
      focus(VIEW);
      // Again, where it was to go by a form and may not.
      if (!isNew || (!state.hasFallenBack && !state.started.tracked)) go(root);
      return;
    case 'elsewhere':
      focus(VIEW);
      return;
    case 'ending':
      announce(isNew ? '' : `${endingTitle(state, view)} ${standingSentence(state, view)}`);
      if (!isNew) return;
      if (!scrollY) element.scrollIntoView();
      focus(VIEW);
  }
}

/**
 * On to the operator's page by itself, in the same window, which no popup blocker minds. Within somebody's frame only
 * the resident's own click may lead out of it.
 */
function go(root: ShadowRoot): void {
  const way = root.querySelector<HTMLElement>('[data-act=go]');
  if (window.top !== window) return;
  if (way instanceof HTMLFormElement) way.requestSubmit();
  else way?.click();
}
