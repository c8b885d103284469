import type { Started } from '@guichet/contracts/teleprocedure';
import { html, nothing, type TemplateResult } from 'lit';
import { timeIn } from '../shared/dates.js';
import { heading, VIEW } from '../shared/heading.js';
import { telephone } from '../shared/human.js';
import { contactRow, rows, servicesLink } from './facade.view.js';
import type { CourseWords } from './teleprocedure.messages.js';
import type { Refusal, TeleprocedureState } from './teleprocedure.state.js';
import type { View } from './view.js';

export interface CourseView extends View {
  course: CourseWords;
}

export type State<Kind extends TeleprocedureState['kind']> = Extract<TeleprocedureState, { kind: Kind }>;

export const act = (name: string, label: string, look = ''): TemplateResult =>
  html`<button type="button" class=${look} data-act=${name}>${label}</button>`;

/** Why it did not work, and the telephone beside it: the next thing that somebody stuck wants. */
export function refusalView(
  refusal: Refusal,
  { course, words, administration, teleprocedure }: CourseView,
): TemplateResult {
  return html`<p>
      ${refusal.why === 'throttled' ? course.refused.throttled(refusal.minutes) : course.refused[refusal.why]}
      ${refusal.why === 'refused' ? html`<a href=${teleprocedure.link}>${words.otherPage}</a>` : nothing}
    </p>
    <p>${words.phone} ${telephone(administration.human.phone)}</p>`;
}

/** It is not there any more: since when, why, and what there is instead. */
export function withdrawnView(view: CourseView): TemplateResult {
  const { course, words } = view;
  const { on, message, replacement } = view.teleprocedure.withdrawn ?? {};
  return html`<div class="notice" role="group">
    <p>${on ? course.withdrawn(on) : words.notFound}</p>
    ${message && html`<p class="text" lang="fr">${message}</p>`}
    ${
      replacement
        ? html`<p>${course.instead} <a href=${replacement.link} lang="fr">${replacement.title}</a></p>`
        : servicesLink(view)
    }
  </div>`;
}

/** What is kept by whoever wants to follow it. */
export function keepView(
  { reference, trackingCode }: { reference: string; trackingCode: string },
  { course }: CourseView,
): TemplateResult {
  return html`${rows([
      [course.reference, reference],
      [course.trackingCode, trackingCode],
    ])}
    <p>${course.trackingCodeHint}</p>`;
}

/** What copies and prints what is on screen. The clipboard does not exist on pages of plain http. */
export const takeView = ({ course }: CourseView): TemplateResult =>
  html`${'clipboard' in navigator ? act('copy', course.copy) : nothing} ${act('print', course.print)}`;

const tabLink = ({ url }: Started, course: CourseWords, look = '') =>
  html`<a class=${`button ${look}`} href=${url} target="_blank" rel="noopener" data-act="tab"
    >${course.newTab}</a
  >`;

/** What is above the frame, and beside it. */
export function frameBar(
  { started, step, end, isSilent }: State<'framed'>,
  view: CourseView,
): TemplateResult {
  const { course, words, administration, language } = view;
  const warning =
    end === 'over'
      ? course.sessionEnded
      : end
        ? course.sessionEnds(timeIn(end, language, administration.timeZone))
        : isSilent && course.silent;
  return html`<div>
      <div lang="fr">${heading(view.level, view.teleprocedure.title, VIEW)}</div>
      ${step && html`<p class="step">${course.step(step.index, step.count, step.title)}</p>`}
    </div>
    ${
      warning
        ? html`<div class="notice" role="group">
            <p>${warning}</p>
            <p>${words.phone} ${telephone(administration.human.phone)}</p>
            ${end === 'over' ? html`<div>${act('again', course.again, 'main')}</div>` : nothing}
            ${isSilent ? html`<div>${tabLink(started, course)}</div>` : nothing}
          </div>`
        : nothing
    }
    ${navigator.onLine ? nothing : html`<p class="notice">${course.offline}</p>`}`;
}

/** What can be done with the frame. */
export function frameActs(
  { started }: State<'framed'>,
  { course }: CourseView,
  isFull: boolean,
): TemplateResult {
  return html`<div class="bar">
    ${act('quit', course.quit)}
    ${document.fullscreenEnabled ? act('full', isFull ? course.endFullScreen : course.fullScreen, 'plain') : nothing}
    ${tabLink(started, course, 'plain')} ${act('print-frame', course.print, 'plain')}
  </div>`;
}

/** The operator's page comes next, in this window. */
export function leavingView({ started, hasFallenBack }: State<'leaving'>, view: CourseView): TemplateResult {
  const { course, level, teleprocedure } = view;
  const { url, post, tracked } = started;
  const { leaving } = course;
  return html`<section class="stack">
    <div>
      ${heading(level, leaving.title(teleprocedure.operator.name), VIEW)}
      <p>${tracked ? leaving.tracked : hasFallenBack ? leaving.fellBack : leaving.intro}</p>
    </div>
    ${
      tracked
        ? html`<div class="notice receipt">
            ${keepView(tracked, view)}
            <div class="actions">${takeView(view)}</div>
          </div>`
        : nothing
    }
    <div class="actions">
      ${
        post
          ? html`<form method="post" action=${url} target="_top" data-act="go">
              ${Object.entries(post).map(
                ([name, value]) => html`<input type="hidden" name=${name} value=${value} />`,
              )}
              <button class="main">${leaving.go}</button>
            </form>`
          : html`<a class="button main" href=${url} target="_top" data-act="go">${leaving.go}</a>`
      }
      ${act('quit', course.quit, 'plain')}
    </div>
    ${rows([contactRow(view)])}
  </section>`;
}

/** The operator's page is in another tab. */
export function elsewhereView(view: CourseView): TemplateResult {
  const { course, level, teleprocedure } = view;
  return html`<section class="stack">
    <div>
      ${heading(level, course.elsewhere.title, VIEW)}
      <p>${course.elsewhere.intro(teleprocedure.operator.name)}</p>
    </div>
    <div class="actions">
      ${act('ask', course.elsewhere.ask, 'main')} ${act('quit', course.quit, 'plain')}
    </div>
    ${rows([contactRow(view)])}
  </section>`;
}
