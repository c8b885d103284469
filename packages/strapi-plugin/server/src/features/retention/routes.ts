import { adminPaths } from '@guichet/contracts/admin/paths';
import { deliveryConfirmed, holdReason, newSlip, slipAgreement } from '@guichet/contracts/admin/retention';
import type { Core } from '@strapi/types';
import { adminHandler } from '../../strapi/admin-input.js';
import { gated } from '../../strapi/gated.js';
import { getService } from '../../strapi/services.js';

const service = (strapi: Core.Strapi) => getService(strapi, 'retention');
const acts = (strapi: Core.Strapi) => getService(strapi, 'retentionActs');

export const adminRoutes = [
  gated('inbox.eliminate', {
    method: 'GET',
    path: adminPaths.retention,
    handler: adminHandler(null, ({ strapi, user, id }) => service(strapi).read(user, id)),
  }),
  gated('inbox.eliminate', {
    method: 'POST',
    path: adminPaths.retentionSlips,
    handler: adminHandler(newSlip, ({ strapi, user, id, body }) => service(strapi).make(user, id, body)),
  }),
  gated('inbox.eliminate', {
    method: 'GET',
    path: adminPaths.retentionSlip,
    handler: adminHandler(null, ({ strapi, user, id }) => service(strapi).sheet(user, id)),
  }),
  gated('inbox.eliminate', {
    method: 'GET',
    path: adminPaths.retentionSlipCsv,
    handler: adminHandler(null, async ({ strapi, user, id, ctx }) => {
      const text = await service(strapi).csv(user, id);
      ctx.set('Content-Type', 'text/csv; charset=utf-8');
      ctx.set('Content-Disposition', 'attachment; filename="bordereau.csv"');
      ctx.set('X-Content-Type-Options', 'nosniff');
      return text;
    }),
  }),
  gated('inbox.eliminate', {
    method: 'POST',
    path: adminPaths.retentionAgreement,
    handler: adminHandler(slipAgreement, ({ strapi, user, id, body }) =>
      service(strapi).agree(user, id, body),
    ),
  }),
  gated('inbox.eliminate', {
    method: 'DELETE',
    path: adminPaths.retentionSlip,
    handler: adminHandler(null, ({ strapi, user, id }) => service(strapi).withdraw(user, id)),
  }),
  // Whoever reads a request may keep it from being destroyed; ending that takes more.
  gated('inbox.answer', {
    method: 'POST',
    path: adminPaths.retentionHold,
    handler: adminHandler(holdReason, ({ strapi, user, id, body }) =>
      acts(strapi).hold(user, id, 'held', body),
    ),
  }),
  gated('inbox.eliminate', {
    method: 'POST',
    path: adminPaths.retentionHoldEnd,
    handler: adminHandler(holdReason, ({ strapi, user, id, body }) =>
      acts(strapi).hold(user, id, 'hold-ended', body),
    ),
  }),
  gated('inbox.answer', {
    method: 'POST',
    path: adminPaths.retentionDelivery,
    handler: adminHandler(deliveryConfirmed, ({ strapi, user, id, body }) =>
      acts(strapi).confirmDelivery(user, id, body.seen),
    ),
  }),
];
