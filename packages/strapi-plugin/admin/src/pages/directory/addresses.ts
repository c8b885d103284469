/** The addresses of the directory's pages: whose directory it is stays in them. */
import { PAGES } from '../../plugin-id.js';

export const ADMINISTRATION = 'administration';

const of = (path: string, administrationId: string) =>
  `${PAGES}/directory${path}?${ADMINISTRATION}=${encodeURIComponent(administrationId)}`;

/** @param administrationId whose directory */
export const directoryPage = (administrationId: string) => of('', administrationId);

/** @param id null for a new one */
export const organisationPage = (administrationId: string, id: string | null) =>
  of(`/${id === null ? 'new' : encodeURIComponent(id)}`, administrationId);
