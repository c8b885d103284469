/** Decisions as they are notified: complete, signed, with how to challenge them. */
import type { DecisionAuthor, DecisionContent } from '@guichet/contracts/admin/inbox-actions';
import type { AdminFieldError } from '@guichet/contracts/admin/problem';
import type { Attachment } from '@guichet/contracts/attachment';
import type { Core } from '@strapi/types';
import { createHash } from 'node:crypto';
import { standingDecision } from '../../domain/case-silence.js';
import { instantWithOffset } from '../../domain/civil-date.js';
import { type DecisionLack, decisionLacks, type Signature } from '../../domain/decision-lacks.js';
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

const places = {
  reasons: { path: 'decision.reasons', code: 'required' },
  illegality: { path: 'decision.illegality', code: 'required' },
  signature: { path: 'signature', code: 'not-allowed' },
} as const satisfies Record<DecisionLack, AdminFieldError>;

/** @param signature null of a draft */
export function wrongWith(
  decision: DecisionContent,
  signature: Signature | null,
  { tenant, state, today }: Pick<Acting, 'tenant' | 'state' | 'today'>,
): AdminFieldError[] {
  const standing = state.file ? standingDecision(state.file, today) : null;
  const isAttested = tenant.securityAttestation !== null;
  return decisionLacks(decision, { signature, isAttested, standing }).map((lack) => places[lack]);
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

/** The fact that a decision was notified, how it was signed (CRPA L212-2), and what its addressee reads. */
export async function decidedFact(
  strapi: Core.Strapi,
  given: DecisionContent,
  signature: Signature,
  acting: Acting,
  enclosures: readonly Pick<Attachment, 'sha256'>[],
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
    // The copy signed by hand among them.
    { ...subjectOf(acting), attachments: enclosures.map(({ sha256 }) => sha256) },
  );
  const content = { decision, jws, ...(isRefusal && { appeal }) };
  if (!isRefusal) return { kind: 'granted', on: today, facts: { author, signature }, content };
  const facts = {
    author,
    signature,
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
