/** The URLs of téléprocédures: apart from the others, so that a page loads no more than it calls. `:id` is the slug. */
import { ADMINISTRATION_PATH } from './administration-path.js';

export const teleprocedureRoutes = {
  teleprocedure: `${ADMINISTRATION_PATH}/teleprocedures/:id`,
  teleprocedureStarts: `${ADMINISTRATION_PATH}/teleprocedures/:id/starts`,
  teleprocedureSubmissions: `${ADMINISTRATION_PATH}/teleprocedures/:id/submissions`,
  teleprocedureLinks: `${ADMINISTRATION_PATH}/teleprocedures/:id/links`,
} as const;

/** In the operator's URL: the beginning, where it leads back to, the language, and the page that frames it. */
export const START_PARAMETER = 'guichet-start';
export const RETURN_PARAMETER = 'guichet-return';
export const LANGUAGE_PARAMETER = 'guichet-language';
export const HOST_PARAMETER = 'guichet-origin';
/** How one is led back: `post`, by a form with the beginning in it ({@link START_PARAMETER}); by a link where it is not there. */
export const RETURN_METHOD_PARAMETER = 'guichet-return-method';

/** The hosting's own page that is led back to, without JavaScript. */
export const TELEPROCEDURE_RETURN_PAGE = '/guichet/administrations/:code/teleprocedures/:id/return';

/** In the fragment of the page that is led back to: the beginning, so that no server ever sees it there. */
export const RETURN_FRAGMENT = '#guichet-retour=';
