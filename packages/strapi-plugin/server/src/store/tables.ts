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
/** What the directory lists: the administrations' own services, and what sources know of others. */
export const ORGANISATIONS = 'guichet_directory';
/** Where each is shown. */
export const ORGANISATION_PLACES = 'guichet_directory_places';
/** What an administration makes of it in its own directory. */
export const ORGANISATION_CHOICES = 'guichet_directory_choices';
/** Who operates téléprocédures. */
export const OPERATORS = 'guichet_operators';
/** Defined once, for whoever they are offered to; what each makes of them; what their addresses answer. */
export const TELEPROCEDURES = 'guichet_teleprocedures';
export const TELEPROCEDURE_CHOICES = 'guichet_teleprocedure_choices';
export const TELEPROCEDURE_PROBES = 'guichet_teleprocedure_probes';
/** Requests that residents made at operators, and what these told of them. */
export const OPERATED = 'guichet_operated';
export const OPERATED_STEPS = 'guichet_operated_steps';
/** PostgreSQL only: on SQLite rate limits are kept in memory. */
export const RATES = 'guichet_rates';

/** The tables of our content types: kept when Strapi boots with the plugin disabled. They have no link tables. */
export const ADMINISTRATIONS = 'guichet_administrations';
/** Where an administration's services were before there was a directory: left as they were then. */
export const FORMER_ORGANISATIONS = 'guichet_organisations';
export const PROCEDURES = 'guichet_procedures';
export const CONTENT_TABLES = [ADMINISTRATIONS, FORMER_ORGANISATIONS, PROCEDURES];
