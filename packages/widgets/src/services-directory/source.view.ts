import type { Organisation } from '@guichet/contracts/directory';
import { withFirst } from '@guichet/contracts/words/french-first';
import { html, type TemplateResult } from 'lit';
import type { DetailsView } from './details.view.js';

/** Whose data it is: the licence ouverte 2.0 asks for its source and its date. */
export function sourceView(
  { name, url, updatedOn }: NonNullable<Organisation['source']>,
  { details, language }: DetailsView,
): TemplateResult {
  const day = updatedOn
    ? new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'fr-FR', {
        dateStyle: 'long',
        timeZone: 'UTC',
      }).format(new Date(`${updatedOn}T00:00Z`))
    : '';
  const { before, after } = details.source(language === 'en' ? day : withFirst(day));
  return html`<p>
    <small>${before}<a href=${url} lang="fr">${name}</a>${after}</small>
  </p>`;
}
