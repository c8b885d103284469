/** A téléprocédure as it is typed, and as it is sent. */
import type { AdminFieldError } from '@guichet/contracts/admin/problem';
import type {
  AdminTeleprocedure,
  NewTeleprocedure,
  TeleprocedureChange,
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
  /** Null: the hosting's. */
  ownerId: string | null;
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

/** @param ownerId the first whose it can be; null: the hosting's */
export const newDraft = (ownerId: string | null, operatorId: string): TeleprocedureDraft => ({
  ownerId,
  operatorId,
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
  // Nobody sees it before somebody has said who does.
  offer: { to: 'administrations', administrations: [], territories: [] },
});

export function draftOf(one: AdminTeleprocedure): TeleprocedureDraft {
  const { title, introduction, url, furthest, offline, isReserved, takesPrefill } = one;
  return {
    ownerId: one.owner?.id ?? null,
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
  ownerId: draft.ownerId,
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
 * wrong; an offer as a whole is its way's.
 */
export const formErrors = (errors: readonly AdminFieldError[]): AdminFieldError[] =>
  errors.map((error) => {
    if (error.path === 'offer') return { ...error, path: 'offer.to', code: 'unknown' };
    return error.path === 'url' && error.code === 'not-allowed' ? { ...error, code: 'invalid' } : error;
  });
