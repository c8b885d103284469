/** What an opened request gives to keep, each as an accessible PDF. */
import type { Language } from '@guichet/contracts/administration';
import type { DocumentKind, TrackedRequest } from '@guichet/contracts/tracking';
import type { Core } from '@strapi/types';
import { ProblemError } from '../../edge/problem-error.js';
import type { Reply } from '../../edge/route.js';
import type { RequestState } from '../../domain/request-state.js';
import type { SealedRequest } from '../../store/request-row.js';
import type { TimelineEvent } from '../../store/timeline.js';
import { getService } from '../../strapi/services.js';

type Told = Pick<TrackedRequest, 'acknowledgement' | 'decision' | 'attestation'>;

/** Those that there are. Receipts from before they were signed have no PDF. */
export function documentsOf(
  { acknowledgement, decision, attestation }: Told,
  { file }: RequestState,
  events: readonly TimelineEvent[],
): DocumentKind[] {
  const received = events.find(({ kind }) => kind === 'received');
  const acknowledged = events.find(({ kind }) => kind === 'acknowledged');
  // CRPA R112-11-2: an acknowledgement that was given at once took its place.
  const isRegistered = !!file?.opening.registeredOn && acknowledged?.at !== received?.at;
  const kinds: (DocumentKind | false)[] = [
    isRegistered && 'registration',
    !!acknowledgement?.jws && 'acknowledgement',
    !!decision && 'jws' in decision && !!decision.jws && 'decision',
    !!attestation?.jws && 'attestation',
  ];
  return kinds.filter((kind) => kind !== false);
}

/** @throws ProblemError `not-found` where there is none */
export async function documentReply(
  strapi: Core.Strapi,
  request: SealedRequest,
  tracked: TrackedRequest,
  { kind, language }: { kind: string; language: Language },
): Promise<Reply> {
  const documents = getService(strapi, 'receiptDocument');
  const given = tracked.documents.find((each) => each === kind);
  const { decision } = tracked;
  if (given === 'decision' && decision && 'jws' in decision)
    return documents.downloadDecision(decision.jws, decision);
  const receipts: Partial<Record<DocumentKind, () => Promise<string | null | undefined>>> = {
    registration: async () => (await getService(strapi, 'request').registration(request))?.jws,
    acknowledgement: async () => tracked.acknowledgement?.jws,
    attestation: async () => tracked.attestation?.jws,
  };
  const jws = given && (await receipts[given]?.());
  if (!jws) throw new ProblemError('not-found');
  return documents.download({ jws, language });
}
