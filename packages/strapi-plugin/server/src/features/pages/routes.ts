import { receiptRoutes, routes } from '@guichet/contracts/routes';
import { TELEPROCEDURE_RETURN_PAGE } from '@guichet/contracts/teleprocedure-routes';
import { newReceiptDocument } from '@guichet/contracts/verification';
import { route } from '../../edge/route.js';
import { anyQuery } from '../../edge/schemas.js';
import { LARGEST_FILE, LARGEST_FILES } from '../../strapi/config.js';
import { getService } from '../../strapi/services.js';
import { contactBody } from './contact/body.js';
import { showContact, takeContact } from './contact/controller.js';
import { receiveFiles } from './files.js';
import { showGuide, showGuides } from './guide/controller.js';
import { refuseAs } from './reply.js';
import { showServices } from './services/controller.js';
import {
  beginTeleprocedure,
  returnBody,
  showReturn,
  showTeleprocedure,
  takeReturn,
  teleprocedureBody,
} from './teleprocedure/controller.js';
import { showTerms } from './terms/controller.js';
import { trackingBody } from './tracking/body.js';
import { showTracking, takeTracking } from './tracking/controller.js';
import { verificationBody } from './verification/body.js';
import { refuseVerification, showVerification, takeVerification } from './verification/controller.js';

/**
 * A form's text takes up to nine bytes a character once encoded, and a message that is too long comes back to be
 * shortened rather than being refused unread.
 */
const LIMIT = 128 * 1024;
/** One short text. */
const SHORT = 4 * 1024;

/** Links to pages carry what others append to them, such as the marks of a newsletter. */
const page = { method: 'GET', access: 'anyone', limit: 0, schema: anyQuery, rate: 'read' } as const;
/**
 * From the page itself only. Reading costs little; what costs is paid where it is done, so that who has to wait keeps
 * what was typed.
 */
const form = { method: 'POST', access: 'own', limit: LIMIT, body: 'form', rate: 'read' } as const;

/** With files: the hosting's own setting bounds them more closely. */
const formWithFiles = {
  ...form,
  limit: LARGEST_FILES + LARGEST_FILE + LIMIT,
  body: 'form-or-multipart',
} as const;

export const publicRoutes = [
  route({ ...page, path: routes.contactPage, handle: showContact, refuse: refuseAs('contactPage') }),
  route({
    ...formWithFiles,
    path: routes.contactPage,
    schema: contactBody,
    handle: async (call) => takeContact(await receiveFiles(call)),
    refuse: refuseAs('contactPage'),
  }),
  route({ ...page, path: routes.trackingPage, handle: showTracking, refuse: refuseAs('trackingPage') }),
  route({
    ...formWithFiles,
    path: routes.trackingPage,
    schema: trackingBody,
    handle: async (call) => takeTracking(await receiveFiles(call)),
    refuse: refuseAs('trackingPage'),
  }),
  route({ ...page, path: routes.servicesPage, handle: showServices, refuse: refuseAs('servicesPage') }),
  route({ ...page, path: routes.teleprocedurePage, handle: showTeleprocedure, refuse: refuseAs(null) }),
  route({
    ...form,
    path: routes.teleprocedurePage,
    schema: teleprocedureBody,
    handle: beginTeleprocedure,
    refuse: refuseAs(null),
  }),
  route({ ...page, path: TELEPROCEDURE_RETURN_PAGE, handle: showReturn, refuse: refuseAs(null) }),
  route({
    ...form,
    path: TELEPROCEDURE_RETURN_PAGE,
    // The operator's page posts it, perhaps without saying its origin. What it gives is a secret that is told to whoever
    // has it, so there is nothing that an origin would have to be asked for.
    access: 'anyone',
    limit: SHORT,
    schema: returnBody,
    rate: 'track',
    handle: takeReturn,
    refuse: refuseAs(null),
  }),
  route({ ...page, path: routes.termsPage, handle: showTerms, refuse: refuseAs('termsPage') }),
  route({ ...page, path: routes.guidesPage, handle: showGuides, refuse: refuseAs('guidesPage') }),
  route({ ...page, path: routes.guidePage, handle: showGuide, refuse: refuseAs('guidesPage') }),
  route({
    ...page,
    path: receiptRoutes.verificationPage,
    handle: showVerification,
    refuse: refuseVerification,
  }),
  route({
    ...form,
    path: receiptRoutes.verificationPage,
    schema: verificationBody,
    handle: takeVerification,
    refuse: refuseVerification,
  }),
  route({
    ...form,
    path: receiptRoutes.documentPage,
    // Widgets post it from the pages of communes, some of which hide their origin (`Referrer-Policy: no-referrer`): it
    // gives back what it was given, in another form, so there is nothing that an origin would have to be asked for.
    access: 'anyone',
    schema: newReceiptDocument,
    rate: 'track',
    handle: ({ strapi, input }) => getService(strapi, 'receiptDocument').download(input),
    refuse: refuseAs(null),
  }),
];
