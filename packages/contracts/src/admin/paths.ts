/** Every admin path, once; below Strapi's own origin. */
export const ADMIN_PREFIX = '/guichet-admin';

export const adminPaths = {
  inboxScope: '/inbox/scope',
  inboxSearch: '/inbox/search',
  inboxRequest: '/inbox/requests/:id',
  /** POST: the file itself is the body, `application/octet-stream`, its name in the header `FILE_NAME` of `attachment-types.ts`. */
  inboxAttachments: '/inbox/requests/:id/attachments',
  inboxAttachment: '/inbox/requests/:id/attachments/:attachmentId',
  inboxActions: '/inbox/requests/:id/actions',
  inboxBulk: '/inbox/bulk',
  inboxColleagues: '/inbox/colleagues',
  inboxAdministrations: '/inbox/administrations',
  inboxDeadlines: '/inbox/deadlines',
  inboxEntries: '/inbox/entries',
  inboxExport: '/inbox/export',
  /** The agent's own. */
  inboxDigest: '/inbox/digest',
  /** The agent's own. */
  inboxAbsence: '/inbox/absence',
  inboxTemplates: '/inbox/templates',
  inboxTemplate: '/inbox/templates/:id',
  administrations: '/administrations',
  administrationSearch: '/administrations/search',
  administration: '/administrations/:id',
  procedures: '/administrations/:id/procedures',
  anonymities: '/administrations/:id/anonymities',
  anonymityEnd: '/administrations/:id/anonymities/end',
  /** POST: one of those that are ready-made. */
  readyMadeProcedures: '/administrations/:id/procedures/ready-made',
  retention: '/administrations/:id/retention',
  retentionSlips: '/administrations/:id/retention/slips',
  retentionSlip: '/retention/slips/:id',
  retentionSlipCsv: '/retention/slips/:id/csv',
  retentionAgreement: '/retention/slips/:id/agreement',
  retentionHold: '/retention/requests/:id/hold',
  retentionHoldEnd: '/retention/requests/:id/hold/end',
  retentionDelivery: '/retention/requests/:id/delivery',
  agents: '/agents',
  agentSearch: '/agents/search',
  agent: '/agents/:id',
  agentServices: '/agents/:id/services',
  deliveries: '/deliveries',
  deliveryReplay: '/deliveries/:id/replay',
  guides: '/guides',
  guidesRefresh: '/guides/refresh',
  webhooks: '/webhooks',
  webhook: '/webhooks/:id',
  webhookSecret: '/webhooks/:id/secret',
  webhookTest: '/webhooks/:id/test',
  webhookReplay: '/webhooks/deliveries/:id/replay',
} as const;

export type AdminPath = keyof typeof adminPaths;

/** As the panel calls it. */
export function adminUrl(path: AdminPath, id = '', attachmentId = ''): string {
  return (
    ADMIN_PREFIX +
    adminPaths[path]
      .replace(':id', encodeURIComponent(id))
      .replace(':attachmentId', encodeURIComponent(attachmentId))
  );
}
