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
  directory: '/administrations/:id/directory',
  directoryOrganisation: '/directory/:id',
  procedures: '/administrations/:id/procedures',
  anonymities: '/administrations/:id/anonymities',
  anonymityEnd: '/administrations/:id/anonymities/end',
  /** POST: one of those that are ready-made. */
  readyMadeProcedures: '/administrations/:id/procedures/ready-made',
  /** What is offered to it, and what it makes of that. */
  administrationTeleprocedures: '/administrations/:id/teleprocedures',
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
  directorySources: '/directory-sources',
  directorySourcesRefresh: '/directory-sources/refresh',
  territorySearch: '/territory/search',
  territoryCommune: '/territory/:id',
  administrationsByCode: '/administrations/by-code',
  creations: '/creations',
  operators: '/operators',
  operator: '/operators/:id',
  operatorSecret: '/operators/:id/secret',
  teleprocedures: '/teleprocedures',
  /** POST: to whom an owner may offer one. */
  teleprocedureAudience: '/teleprocedures/audience',
  /** `:id` is its slug. */
  teleprocedure: '/teleprocedures/:id',
  /** POST: asks the operator's address now. */
  teleprocedureProbe: '/teleprocedures/:id/probe',
  teleprocedureWithdrawal: '/teleprocedures/:id/withdrawal',
  teleprocedureReinstatement: '/teleprocedures/:id/reinstatement',
  /** POST: the requests that residents made at operators. */
  operatedSearch: '/operated/search',
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
