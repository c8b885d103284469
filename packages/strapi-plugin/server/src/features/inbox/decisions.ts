/** Decisions as they are notified: complete, signed, with how to challenge them. */
import type { DecisionAuthor, DecisionContent } from '@guichet/contracts/admin/inbox-actions';
import type { AdminFieldError } from '@guichet/contracts/admin/problem';
import type { Core } from '@strapi/types';
import { createHash } from 'node:crypto';
import { standingDecision } from '../../domain/case-silence.js';
import { instantWithOffset } from '../../domain/civil-date.js';
import { decisionText } from '../../domain/decision-text.js';
import { appealOfRefusal } from '../../domain/mentions.js';
import { serviceOf } from '../../domain/tenant.js';
import type { TimelineEvent } from '../../store/timeline.js';
import { AdminRefusal } from '../../strapi/admin-input.js';
import { getService } from '../../strapi/services.js';
import type { Acting, NewFact } from './facts.js';

/** @throws AdminRefusal `not-possible` where there is no draft */
export function draftOf(events: readonly TimelineEvent[]): DecisionContent {
  const decision = events.findLast(({ kind }) => kind === 'draft-decided')?.content.decision;
  if (!decision) throw new AdminRefusal('not-possible');
  return decision;
}

/**
 * What a decision lacks. Its author is always there: the contract says so (CRPA L212-1).
 *
 * @param signature null of a draft
 */
export function wrongWith(
  { outcome, reasons, illegality }: DecisionContent,
  signature: 'handwritten' | 'none' | null,
  { tenant, state, today }: Pick<Acting, 'tenant' | 'state' | 'today'>,
): AdminFieldError[] {
  const errors: AdminFieldError[] = [];
  const standing = state.file ? standingDecision(state.file, today) : null;
  const takesBack = standing?.kind === 'granted' || standing?.kind === 'tacitly-granted';
  if (outcome === 'refused') {
    // CRPA L211-2, L211-5.
    if (reasons === null) errors.push({ path: 'decision.reasons', code: 'required' });
    // CRPA L242-1.
    if (takesBack && illegality === null) errors.push({ path: 'decision.illegality', code: 'required' });
  }
  // CRPA L212-2, 1°: only through a téléservice whose security is attested.
  if (signature === 'none' && tenant.securityAttestation === null)
    errors.push({ path: 'signature', code: 'not-allowed' });
  return errors;
}

/** « Léa Martin, maire, mairie du Favril » */
const nameOf = ({ givenName, familyName, capacity, service }: DecisionAuthor) =>
  `${givenName} ${familyName}, ${capacity}, ${service}`;

const subjectOf = ({ tenant: { administration }, request, now }: Acting) => ({
  administration,
  reference: request.reference,
  receivedAt: instantWithOffset(new Date(request.receivedAt), administration.timeZone),
  issuedAt: instantWithOffset(now, administration.timeZone),
});

/** The fact that a decision was notified, with what its addressee reads. */
export async function decidedFact(
  strapi: Core.Strapi,
  given: DecisionContent,
  acting: Acting,
): Promise<NewFact> {
  const { tenant, request, state, today } = acting;
  const { outcome, author } = given;
  const isRefusal = outcome === 'refused';
  const decision: DecisionContent = isRefusal ? given : { ...given, reasons: null, illegality: null };
  const { administration, departement } = tenant;
  const appeal =
    isRefusal && state.file
      ? appealOfRefusal(state.file.silence, { name: administration.name, departement })
      : null;
  const jws = await getService(strapi, 'signature').certify(
    {
      kind: 'decision',
      service: serviceOf(tenant, request.recipient),
      ...(appeal && { appeal }),
      decision: {
        kind: outcome,
        on: today,
        author: nameOf(author),
        textSha256: createHash('sha256').update(decisionText(decision)).digest('hex'),
      },
    },
    subjectOf(acting),
  );
  const content = { decision, jws, ...(isRefusal && { appeal }) };
  if (!isRefusal) return { kind: 'granted', on: today, facts: { author }, content };
  const facts = {
    author,
    reasons: decision.reasons === 'not-required' ? 'not-required' : 'stated',
    // CJA R421-5; not where the court is unknown.
    mentionsAppeal: appeal !== null,
    statesIllegality: decision.illegality !== null,
  };
  return { kind: 'refused', on: today, facts, content };
}

/** The attestation of what silence has accepted (CRPA L232-3). @throws AdminRefusal `not-possible` */
export async function attestedFact(
  strapi: Core.Strapi,
  author: DecisionAuthor,
  acting: Acting,
): Promise<NewFact> {
  const { tenant, request, state, today } = acting;
  const standing = state.file && standingDecision(state.file, today);
  if (standing?.kind !== 'tacitly-granted') throw new AdminRefusal('not-possible');
  const jws = await getService(strapi, 'signature').certify(
    {
      kind: 'attestation',
      service: serviceOf(tenant, request.recipient),
      decision: { kind: 'tacitly-granted', on: standing.on, author: nameOf(author) },
    },
    subjectOf(acting),
  );
  return { kind: 'attested', on: today, content: { author, jws } };
}
