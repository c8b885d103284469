/** Those that are followed side by side, above the one that is shown, or above the door to another. */
import { statusOf } from '@guichet/contracts/operated-standing';
import { hidden } from '../fields.js';
import { markup, type Markup } from '../html.js';
import { pageAddress } from '../layout.js';
import type { Followed } from './followed.js';
import { trackingWordsIn, type TrackingView } from './view.js';

/** @param shown null at the door */
export function followedList(
  beside: readonly Followed[],
  shown: Followed | null,
  { administration, language }: Omit<TrackingView, 'others'>,
): Markup | false {
  if (!beside.length) return false;
  const { tracking } = trackingWordsIn(language);
  const all = shown ? [...beside, shown] : beside;
  const label = ({ request }: Followed) =>
    markup`<span dir="auto">${request.subject}</span> (${request.reference} – ${statusOf(request, tracking).label})`;
  return markup`<nav class="no-print" aria-label="${tracking.followed}">
    <ul class="followed" role="list">
      ${all.map((one) =>
        one === shown
          ? markup`<li aria-current="true">${label(one)}</li>`
          : markup`<li>
              <form method="post" action="${pageAddress('trackingPage', administration, language)}">
                ${hidden({ token: one.token, others: all.flatMap(({ token }) => (token === one.token ? [] : token)).join(' ') })}
                <button name="step" value="show">${label(one)}</button>
              </form>
            </li>`,
      )}
    </ul>
  </nav>`;
}
