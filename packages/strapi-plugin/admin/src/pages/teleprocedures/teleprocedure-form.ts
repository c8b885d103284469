/** A téléprocédure as it is typed, and as it is sent. */
import type { AdminFieldError } from '@guichet/contracts/admin/problem';
import type { AdministrationTag } from '@guichet/contracts/admin/inbox';
import type {
  AdminTeleprocedure,
  NewTeleprocedure,
  Operator,
  TeleprocedureChange,
  Teleprocedures,
} from '@guichet/contracts/admin/teleprocedures';
import { noProcedureFacts } from '@guichet/contracts/directory';
import { type Entry, type FramePermission, framePermissions } from '@guichet/contracts/teleprocedure';
import type { RequestStatus } from '@guichet/contracts/tracking';
import { pageAddress } from '../../shared/page-address.js';
import {
  type ProcedureFactsDraft,
  procedureFactsDraft,
  procedureFactsToSend,
} from '../procedures/facts-form.js';
import { type ConnectorDraft, connectorDraft, connectorToSend } from './connector-form.js';
import { type OfferDraft, offerDraft, offerToSend } from './offer-form.js';

/** `key` only tells rows apart. */
export interface StatusDraft {
  key: number;
  word: string;
  label: string;
  status: RequestStatus;
}

export interface TeleprocedureDraft {
  /** Null: the hosting's; of who may not define for it, nobody's yet. */
  owner: AdministrationTag | null;
  /** Empty: none yet. */
  operatorId: string;
  title: string;
  introduction: string;
  url: string;
  furthest: Entry;
  facts: ProcedureFactsDraft;
  offline: string;
  allow: readonly FramePermission[];
  connector: ConnectorDraft;
  statuses: StatusDraft[];
  isReserved: boolean;
  takesPrefill: boolean;
  offer: OfferDraft;
}

type Settings = Omit<NewTeleprocedure, 'ownerId' | 'operatorId'>;

/** Nobody sees it before somebody has said who does. */
const nobody: OfferDraft = { to: 'administrations', administrations: [], territories: [] };

const only = <T>(all: readonly T[]): T | undefined => (all.length === 1 ? all[0] : undefined);

/** Whose it is and who runs it never changes: where there is more than one, neither is chosen beforehand. */
export const newDraft = (
  { owners }: Pick<Teleprocedures, 'owners'>,
  operators: readonly Pick<Operator, 'id'>[],
): TeleprocedureDraft => ({
  owner: only(owners) ?? null,
  operatorId: only(operators)?.id ?? '',
  title: '',
  introduction: '',
  url: '',
  furthest: 'frame',
  facts: procedureFactsDraft(noProcedureFacts),
  offline: '',
  allow: [],
  connector: connectorDraft(null),
  statuses: [],
  isReserved: false,
  takesPrefill: false,
  offer: nobody,
});

/** @returns what changes with its owner: what one may offer to is not another's */
export const otherOwner = (owner: AdministrationTag | null): Pick<TeleprocedureDraft, 'owner' | 'offer'> => ({
  owner,
  offer: nobody,
});

export function draftOf(one: AdminTeleprocedure): TeleprocedureDraft {
  const { title, introduction, url, furthest, offline, isReserved, takesPrefill } = one;
  return {
    owner: one.owner,
    operatorId: one.operator.id,
    title,
    introduction,
    url,
    furthest,
    facts: procedureFactsDraft(one.facts),
    offline,
    allow: one.allow,
    connector: connectorDraft(one.connector),
    statuses: one.statuses.map((status, key) => ({ key, ...status })),
    isReserved,
    takesPrefill,
    offer: offerDraft(one),
  };
}

export function withStatus(statuses: readonly StatusDraft[]): StatusDraft[] {
  const key = Math.max(-1, ...statuses.map((status) => status.key)) + 1;
  return [...statuses, { key, word: '', label: '', status: 'in-progress' }];
}

/** Rows in which nothing was typed go before it is sent: the server names the others by their place. */
export const withoutEmptyStatuses = (draft: TeleprocedureDraft): TeleprocedureDraft => ({
  ...draft,
  statuses: draft.statuses.filter(({ word, label }) => word.trim() || label.trim()),
});

function settingsToSend(draft: TeleprocedureDraft): Settings {
  return {
    title: draft.title.trim(),
    introduction: draft.introduction.trim(),
    url: pageAddress(draft.url) ?? '',
    furthest: draft.furthest,
    facts: procedureFactsToSend(draft.facts),
    offline: draft.offline.trim(),
    // A frame alone can be let use anything.
    allow: draft.furthest === 'frame' ? framePermissions.filter((one) => draft.allow.includes(one)) : [],
    connector: connectorToSend(draft.connector),
    statuses: draft.statuses.map(({ word, label, status }) => ({
      word: word.trim(),
      label: label.trim(),
      status,
    })),
    isReserved: draft.isReserved,
    takesPrefill: draft.takesPrefill,
    offer: offerToSend(draft.offer),
  };
}

export const newToSend = (draft: TeleprocedureDraft): NewTeleprocedure => ({
  ownerId: draft.owner?.id ?? null,
  operatorId: draft.operatorId,
  ...settingsToSend(draft),
});

/** @param seen the version that was on screen */
export const changeToSend = (draft: TeleprocedureDraft, seen: number): TeleprocedureChange => ({
  seen,
  ...settingsToSend(draft),
});

/** @returns whether an address as it is typed is whole, and on another origin than the operator's */
export function isElsewhere(typed: string, origin: string): boolean {
  const url = URL.parse(pageAddress(typed) ?? '');
  return url !== null && url.origin !== origin;
}

/**
 * The server's errors, as the fields say them: that an address is elsewhere is said beside its field, which only has to be
 * wrong; an offer as a whole is its way's; an owner that may not be is one that was not chosen.
 */
export const formErrors = (errors: readonly AdminFieldError[]): AdminFieldError[] =>
  errors.map((error) => {
    if (error.path === 'offer') return { ...error, path: 'offer.to', code: 'unknown' };
    if (error.path === 'ownerId') return { ...error, code: 'required' };
    return error.path === 'url' && error.code === 'not-allowed' ? { ...error, code: 'invalid' } : error;
  });
