/**
 * Our own tables. They are no content types: booting once with the plugin disabled makes Strapi drop the tables of
 * its content types. Instants are RFC 3339 in UTC with milliseconds, which sort as text.
 */
export const REQUESTS = 'guichet_requests';
export const EVENTS = 'guichet_events';
export const IDEMPOTENCY = 'guichet_idempotency';
export const LINKS = 'guichet_links';
export const AGENTS = 'guichet_agents';
/** The administrations that had a request and forwarded it. */
export const PASSAGES = 'guichet_passages';
/** Answers that are written often. */
export const TEMPLATES = 'guichet_templates';
/** Agents whose names residents are not told. */
export const ANONYMITIES = 'guichet_anonymities';
/** Who signs decisions. */
export const SIGNATORIES = 'guichet_signatories';
export const ATTACHMENTS = 'guichet_attachments';
export const ATTACHMENT_CHUNKS = 'guichet_attachment_chunks';
/** Lists of requests for the archives: what they agreed to, and what became of each. */
export const SLIPS = 'guichet_slips';
export const SLIP_ITEMS = 'guichet_slip_items';
/** What remains of a request that was eliminated, or handed on: no person. */
export const REMAINS = 'guichet_remains';
/** PostgreSQL only: on SQLite rate limits are kept in memory. */
export const RATES = 'guichet_rates';

/** The tables of our content types: kept when Strapi boots with the plugin disabled. They have no link tables. */
export const ADMINISTRATIONS = 'guichet_administrations';
export const CONTENT_TABLES = [ADMINISTRATIONS, 'guichet_organisations', 'guichet_procedures'];
