/** The addresses of the pages about téléprocédures, and of those who operate them. */
import { PAGES } from '../../plugin-id.js';

export const teleproceduresPage = `${PAGES}/teleprocedures`;

export const operatorsPage = `${PAGES}/operators`;

/** @param slug null for a new one */
export const teleprocedurePage = (slug: string | null) =>
  `${teleproceduresPage}/${slug === null ? 'new' : encodeURIComponent(slug)}`;

/** What is offered to an administration, and what it makes of that. */
export const choicesPage = (administrationId: string) =>
  `${PAGES}/administrations/${encodeURIComponent(administrationId)}/teleprocedures`;
