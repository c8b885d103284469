import { absenceChange } from '@guichet/contracts/admin/absence';
import { adminPaths } from '@guichet/contracts/admin/paths';
import { adminHandler } from '../../strapi/admin-input.js';
import { gated } from '../../strapi/gated.js';
import { getService } from '../../strapi/services.js';

export const adminRoutes = [
  gated('inbox.read', {
    method: 'GET',
    path: adminPaths.inboxAbsence,
    handler: adminHandler(null, ({ strapi, user }) => getService(strapi, 'absences').own(user)),
  }),
  gated('inbox.read', {
    method: 'PUT',
    path: adminPaths.inboxAbsence,
    handler: adminHandler(absenceChange, ({ strapi, user, body }) =>
      getService(strapi, 'absences').set(user, body.absence),
    ),
  }),
];
