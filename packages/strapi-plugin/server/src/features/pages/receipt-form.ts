/** A receipt as a PDF to keep: a plain form, as nothing of a receipt may stand in an address that a server sees. */
import type { Language } from '@guichet/contracts/administration';
import { receiptRoutes } from '@guichet/contracts/routes';
import { hidden } from './fields.js';
import { markup, type Markup } from './html.js';

interface ReceiptForm {
  jws: string;
  language: Language;
  words: { download: string; printCode?: string };
  /** Printed in it only where the box is ticked: unticked, the form does not send it. */
  trackingCode?: string;
}

export function receiptForm({ jws, language, words, trackingCode }: ReceiptForm): Markup {
  return markup`<form class="no-print" method="post" action="${receiptRoutes.documentPage}">
    ${hidden({ jws, language })}
    ${
      trackingCode &&
      markup`<label class="choice">
        <input type="checkbox" name="trackingCode" value="${trackingCode}" />
        <span>${words.printCode}</span>
      </label>`
    }
    <p class="actions"><button>${words.download}</button></p>
  </form>`;
}
