/** Whether to withdraw a request, with what follows from it. */
import type { TrackedRequest } from '@guichet/contracts/tracking';
import { hidden, notice } from '../fields.js';
import { markup, type Markup } from '../html.js';
import { pageAddress } from '../layout.js';
import { trackingWordsIn, type TrackingView } from './view.js';

export interface TrackingWithdrawalModel extends TrackingView {
  request: TrackedRequest;
  /** Opens the request at the next exchange. */
  token: string;
  /** Made for this reading: what is sent twice from here is withdrawn once. */
  idempotencyKey: string;
  /** What is being written to the administration: it comes back with the request. */
  message: string;
  /** Those that were added to it, signed. */
  files: string;
  /** Why it was not done, where it was tried. */
  delay: string | null;
}

export function trackingWithdrawal(model: TrackingWithdrawalModel): Markup {
  const { administration, language, request, token, idempotencyKey, message, files, delay } = model;
  const { tracking } = trackingWordsIn(language);
  return markup`<h1 ${!delay && markup` tabindex="-1" autofocus`}>${tracking.withdrawTitle}</h1>
    ${delay && notice(delay, true)}
    <p><strong dir="auto">${request.subject}</strong><br />${request.reference}</p>
    <ul class="consequences">
      ${tracking.consequences.map((each) => markup`<li>${each}</li>`)}
    </ul>
    <form method="post" action="${pageAddress('trackingPage', administration, language)}">
      ${hidden({ token, others: model.others, message, files, idempotencyKey })}
      <p class="actions">
        <button name="step" value="withdrawal">${tracking.withdrawYes}</button>
        <button class="main" name="step" value="refresh">${tracking.withdrawNo}</button>
      </p>
    </form>`;
}
