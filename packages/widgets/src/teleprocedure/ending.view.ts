import { html, nothing, type TemplateResult } from 'lit';
import { heading, VIEW } from '../shared/heading.js';
import { act, keepView, refusalView, takeView, type CourseView, type State } from './course.view.js';
import { contactRow, rows } from './facade.view.js';

/** @returns what is told of the ending, in its first words */
export function endingTitle({ operatorReference, asked }: State<'ending'>, { course }: CourseView): string {
  if (operatorReference !== null || asked.kind === 'known') return course.sentTitle;
  if (asked.kind === 'asking') return course.asking;
  return asked.kind === 'lost' ? course.lostTitle : course.awaitedTitle;
}

/** Where it stands, as honestly as it is known. */
export function standingSentence(
  { operatorReference, asked }: State<'ending'>,
  { course, teleprocedure: { operator, isFollowed } }: CourseView,
): string {
  const isSaid = operatorReference !== null;
  switch (asked.kind) {
    case 'asking':
      return isSaid ? course.asking : '';
    case 'waiting':
      return isSaid ? course.notRegistered : '';
    case 'awaited':
      if (!isFollowed) return course.notFollowed(operator.name);
      return isSaid ? course.isSaid : course.awaited;
    case 'lost':
      return course.lost(operator.name);
    case 'known':
      return asked.submitted.isConfirmed ? course.isConfirmed(operator.name) : course.isSaid;
  }
}

/**
 * What came of it: the receipt, or what is known instead.
 *
 * @param mail has the receipt mailed
 */
export function endingView(state: State<'ending'>, view: CourseView, mail: TemplateResult): TemplateResult {
  const { course, level, teleprocedure, administration } = view;
  const { asked } = state;
  const submitted = asked.kind === 'known' ? asked.submitted : undefined;
  const operatorReference = submitted?.operatorReference ?? state.operatorReference;
  const isSent = !!submitted || state.operatorReference !== null;
  return html`<div class="stack">
    <div>
      ${heading(level, endingTitle(state, view), VIEW)}
      <p>${standingSentence(state, view)}</p>
    </div>
    ${
      asked.kind === 'waiting'
        ? html`<div class="notice" role="group">${refusalView(asked.refusal, view)}</div>`
        : nothing
    }
    ${
      isSent
        ? html`<div class="notice receipt">
              ${submitted ? keepView(submitted, view) : nothing}
              ${rows([
                [
                  course.operatorReference(teleprocedure.operator.name),
                  operatorReference && html`<span id="operator-reference">${operatorReference}</span>`,
                ],
              ])}
              <div class="actions">${takeView(view)}</div>
            </div>
            ${submitted ? mail : nothing}
            <div>
              ${heading(level + 1, course.nextTitle)}
              <p>${course.next(teleprocedure.competent.name)}</p>
            </div>`
        : nothing
    }
    <div class="actions">
      ${submitted ? html`<a class="button" href=${administration.links.tracking}>${course.track}</a>` : nothing}
      ${asked.kind === 'waiting' ? act('retry', course.retry, 'main') : nothing}
      ${asked.kind === 'awaited' && teleprocedure.isFollowed ? act('retry', course.check, 'main') : nothing}
    </div>
    ${rows([contactRow(view)])}
    <div class="actions screen-only">
      <span class="hint">${course.eraseHint}</span> ${act('erase', course.erase, 'plain')}
    </div>
  </div>`;
}
