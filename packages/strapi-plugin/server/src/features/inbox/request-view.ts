/** One request as an agent has it before the eyes, and as it is acted on. */
import type { InboxRequest } from '@guichet/contracts/admin/inbox';
import type { Core } from '@strapi/types';
import { civilDate } from '../../domain/civil-date.js';
import { changesByEvent } from '../../domain/correction.js';
import { projectionOf } from '../../domain/projection.js';
import type { SealedRequest } from '../../store/request-row.js';
import { signatoriesOf } from '../../store/signatories.js';
import { AdminRefusal } from '../../strapi/admin-input.js';
import { getService } from '../../strapi/services.js';
import { allowedActions } from './actions.js';
import { draftOf } from './decisions.js';
import type { Acting } from './facts.js';
import { legalOf } from './legal.js';
import { colleagueOf, eventOf, ownTimeline, rowOf, type Seen } from './view.js';

export function createRequestView(strapi: Core.Strapi) {
  const store = getService(strapi, 'store');
  const knex = getService(strapi, 'knex');
  const agents = () => getService(strapi, 'agents');

  /** Everything that acting on it, or showing it, starts from. */
  async function actingOn(request: SealedRequest): Promise<Acting> {
    const tenant = await getService(strapi, 'administration').byId(request.administrationId);
    if (!tenant) throw new AdminRefusal('not-found');
    const events = await store.timeline(request);
    const now = new Date();
    const today = civilDate(now, tenant.administration.timeZone);
    return { tenant, request, events, state: getService(strapi, 'law').stateOf(request, events), now, today };
  }

  async function view(
    request: SealedRequest,
    scope: Seen['scope'],
    can: (permission: string) => boolean,
  ): Promise<InboxRequest> {
    const { tenant, events, state, now, today } = await actingOn(request);
    const { administration, departement, securityAttestation } = tenant;
    const actions = allowedActions(state, today, can);
    const [colleagues, signatories, procedure, anonymous, reportTargets, report] = await Promise.all([
      agents().serving(request.administrationId, 'inbox.read'),
      signatoriesOf(knex, request.administrationId),
      getService(strapi, 'procedures').titleOf(request.administrationId, request.procedure),
      getService(strapi, 'anonymity').among(request, events),
      actions.includes('forward') ? getService(strapi, 'reports').targets(tenant) : [],
      getService(strapi, 'reports').of(request, events),
    ]);
    const assignedTo = state.file?.assignedTo ?? null;
    const away =
      assignedTo === null
        ? undefined
        : (await getService(strapi, 'absences').awayFrom(request.administrationId, now)).get(assignedTo);
    // Whoever has it on the desk, also once gone from the mairie.
    const names = await agents().namesOf([assignedTo, away?.coverId ?? null].filter((one) => one !== null));
    const opened = store.open(request);
    const { nature, sender, subject, message, language } = opened.content;
    const draft = state.file?.draft;
    const retained = projectionOf(state);
    const drafted = draft ? events.findLast(({ kind }) => kind === 'draft-decided') : undefined;
    const changes = changesByEvent(opened.sent, events);
    const listed = await getService(strapi, 'attachments').listing(
      request.id,
      [opened, ...events].some(({ content }) => content.attachments?.length),
    );
    return {
      ...rowOf(opened, { scope, names }),
      // Not the row's: an event may have come between the two reads, and the timeline is what will be on screen.
      version: events.at(-1)?.seq ?? request.lastSeq,
      procedure,
      assignedTo: colleagueOf(assignedTo, { names }),
      away: away ? { until: away.until, cover: colleagueOf(away.coverId, { names }) } : null,
      legal: legalOf(state, events, { name: administration.name, departement }),
      reportTargets,
      report,
      actions,
      colleagues: colleagues.map(({ id, name }) => ({ id, name })),
      draft:
        draft && drafted
          ? {
              decision: draftOf(events),
              isApproved: draft.isApproved,
              agentName: drafted.content.agentName ?? null,
              at: drafted.at,
            }
          : null,
      signatories,
      retention: { isHeld: retained.isHeld, transit: retained.transit },
      mayNotifyUnsigned: securityAttestation !== null,
      content: { nature, sender, subject, message, language },
      timeline: ownTimeline(events).map((event) => ({
        ...eventOf(event, anonymous),
        // What was sent first: it may have been corrected since.
        ...(event.kind === 'received' && { message: opened.sent.message }),
        changes: changes.get(event.id) ?? [],
        attachments: listed((event.kind === 'received' ? opened : event).content.attachments),
      })),
    };
  }

  return { actingOn, view };
}
