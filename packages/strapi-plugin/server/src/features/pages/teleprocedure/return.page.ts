/** Coming back from an operator's without JavaScript: what came of it, as far as it is known. */
import type { Language } from '@guichet/contracts/administration';
import type { Submission } from '@guichet/contracts/teleprocedure';
import { START_PARAMETER } from '@guichet/contracts/teleprocedure-routes';
import { hidden } from '../fields.js';
import { markup, type Markup } from '../html.js';
import { pageAddress, pageWords } from '../layout.js';
import { returnAddress } from './address.js';
import type { TeleprocedureView } from './teleprocedure.page.js';
import { courseWords } from './words.js';

/** `start`: by which it is asked again; null where one came by a link, which names none. */
export type Unsent = { kind: 'awaited'; start: string | null } | { kind: 'lost' };

export type Known = Unsent | { kind: 'submitted'; submission: Extract<Submission, { state: 'submitted' }> };

/** What is kept by whoever wants to follow it. */
export function keptFacts(
  language: Language,
  { reference, trackingCode }: { reference: string; trackingCode: string },
  more: Markup | null = null,
): Markup {
  const course = courseWords[language];
  return markup`<dl class="facts notice">
      <div><dt>${course.reference}</dt><dd class="code">${reference}</dd></div>
      <div>
        <dt>${course.trackingCode}</dt>
        <dd class="code">${trackingCode}</dd>
        <dd class="hint">${course.trackingCodeHint}</dd>
      </div>
      ${more}
    </dl>`;
}

/** Nothing is known of it yet, or ever; above what is told of the téléprocédure. */
export function unsentView(
  { administration, language, teleprocedure }: TeleprocedureView,
  known: Unsent,
): Markup {
  const course = courseWords[language];
  const { isFollowed, operator, slug } = teleprocedure;
  if (known.kind === 'lost')
    return markup`<div class="notice no-print" role="group">
      <p><strong>${course.lostTitle}</strong></p>
      <p>${course.lost(operator.name)}</p>
    </div>`;
  return markup`<div class="notice no-print" role="group">
    <p>${isFollowed ? course.awaited : course.notFollowed(operator.name)}</p>
    ${
      isFollowed &&
      (known.start === null
        ? markup`<p><a href="${pageAddress('trackingPage', administration, language)}">${course.track}</a></p>`
        : markup`<form method="post" action="${returnAddress(administration, language, slug)}">
            ${hidden({ [START_PARAMETER]: known.start })}
            <button class="main" name="step" value="check">${course.check}</button>
          </form>`)
    }
  </div>`;
}

/** The receipt. */
export function submittedPage(
  { administration, language, teleprocedure }: TeleprocedureView,
  submission: Extract<Submission, { state: 'submitted' }>,
): { title: string; main: Markup } {
  const course = courseWords[language];
  const { operator, competent } = teleprocedure;
  const { reference, trackingCode, operatorReference, isConfirmed } = submission;
  const main = markup`<h1 tabindex="-1" autofocus>${course.sentTitle}</h1>
    <p>${isConfirmed ? course.isConfirmed(operator.name) : course.isSaid}</p>
    ${keptFacts(
      language,
      { reference, trackingCode },
      operatorReference === null
        ? null
        : markup`<div><dt>${course.operatorReference(operator.name)}</dt><dd class="code">${operatorReference}</dd></div>`,
    )}
    <h2>${course.nextTitle}</h2>
    <p>${course.next(competent.name)}</p>
    <form method="post" action="${pageAddress('trackingPage', administration, language)}" class="no-print">
      ${hidden({ reference, trackingCode })}
      <button class="main" name="step" value="open">${course.track}</button>
    </form>
    <p class="hint no-print">${pageWords[language].tracking.leave}</p>`;
  return { title: course.sentTitle, main };
}
