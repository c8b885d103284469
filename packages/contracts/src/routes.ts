import { DOCUMENT_PAGE } from './document-page.js';
import { ADMINISTRATION_PATH, fillCode } from './administration-path.js';
import { attachmentRoutes } from './attachment-routes.js';
import { directoryRoutes } from './directory-routes.js';
import { IDEMPOTENCY_KEY, requestRoutes } from './request-routes.js';
import { teleprocedureRoutes } from './teleprocedure-routes.js';
import { VERIFICATION_PAGE } from './verification-page.js';

/** Every public URL, once. `:code` is an administration's INSEE code or SIREN. */
export const routes = {
  loader: '/guichet/v1/loader.js',
  contactPage: '/guichet/administrations/:code/contact',
  trackingPage: '/guichet/administrations/:code/tracking',
  termsPage: '/guichet/administrations/:code/terms',
  servicesPage: '/guichet/administrations/:code/services',
  /** Where browsing the State's guides begins, and one of them by its id; `?pour=professionnels|associations`. */
  guidesPage: '/guichet/administrations/:code/guides',
  guidePage: '/guichet/administrations/:code/guides/:id',
  health: '/api/guichet/health',
  openapi: '/api/guichet/openapi.json',
  administration: ADMINISTRATION_PATH,
  /** `:id` is its slug. */
  procedure: `${ADMINISTRATION_PATH}/procedures/:id`,
  teleprocedurePage: '/guichet/administrations/:code/teleprocedures/:id',
  ...directoryRoutes,
  ...teleprocedureRoutes,
  ...requestRoutes,
  ...attachmentRoutes,
  tracking: `${ADMINISTRATION_PATH}/tracking`,
  trackingLinks: `${ADMINISTRATION_PATH}/tracking/links`,
  trackedRequest: `${ADMINISTRATION_PATH}/tracking/request`,
  trackingMessages: `${ADMINISTRATION_PATH}/tracking/messages`,
  trackingCorrection: `${ADMINISTRATION_PATH}/tracking/correction`,
  trackingWithdrawal: `${ADMINISTRATION_PATH}/tracking/withdrawal`,
  trackingReasons: `${ADMINISTRATION_PATH}/tracking/reasons`,
  trackingAttestation: `${ADMINISTRATION_PATH}/tracking/attestation`,
  trackingToken: `${ADMINISTRATION_PATH}/tracking/token`,
} as const;

export type Route = keyof typeof routes;

/**
 * The URLs where receipts are verified, one for all administrations. No widget calls them: they stand apart, so that
 * pages do not load them.
 */
export const receiptRoutes = {
  /** RFC 7517: the keys that receipts are signed with, those of earlier years included. */
  jwks: '/api/guichet/jwks.json',
  receiptVerification: '/api/guichet/receipts/verification',
  /** The same without JavaScript. */
  verificationPage: VERIFICATION_PAGE,
  /** A receipt as an accessible PDF. */
  receiptDocument: '/api/guichet/receipts/document',
  /** The same for the forms of pages, without JavaScript. */
  documentPage: DOCUMENT_PAGE,
} as const;

/** The URLs that programs of the hosting alone call. */
export const hostingRoutes = {
  /** Where its mail server hands over what came back: a whole mail, `message/rfc822`. */
  mailBounces: '/api/guichet/mail/bounces',
} as const;

/** The path of a route for one administration, and for one of its things where the route has an `:id`. */
export function pathOf(route: Route, code = '', id = ''): string {
  return fillCode(routes[route], code).replace(':id', encodeURIComponent(id));
}

export { IDEMPOTENCY_KEY };

/** Where a mailed tracking link carries its token: in the fragment, so that no server or Referer ever sees it. */
export const LINK_FRAGMENT = '#suivi=';
