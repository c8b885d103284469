/** The acknowledgement that takes the place of the registration receipt (CRPA R112-11-2). */
import { GENERAL_FORM } from '@guichet/contracts/general-form';
import type { Receipt } from '@guichet/contracts/receipt';
import { leavesAtOnce, missingMentions } from './acknowledgement.js';
import { opened } from './case-file.js';
import type { Opening } from './case-events.js';
import { acknowledgementFor, appealOfSilence } from './mentions.js';
import { fixedSilence, type Procedure } from './procedure.js';
import { serviceOf, type Tenant } from './tenant.js';

type Answering = Pick<Tenant, 'administration' | 'desks' | 'departement'>;

const deciderOf = ({ administration, departement }: Answering) => ({
  name: administration.name,
  departement,
});

/**
 * Whether a procedure acknowledges at once. Not with a mention missing, which would leave the appeal times without
 * effect (CRPA L112-12): it waits for the configuration meanwhile, as by the general form.
 */
export function acknowledgesAtOnce(answering: Answering, procedure: Procedure): boolean {
  const { slug, nature, recipient } = procedure;
  const silence = fixedSilence(procedure);
  if (nature === null || silence === null) return false;
  if (!leavesAtOnce({ hasFixedService: slug !== GENERAL_FORM, silence })) return false;
  const missing = missingMentions({
    channel: 'electronic',
    nature,
    silence,
    service: serviceOf(answering, recipient),
    appeal: appealOfSilence(silence, deciderOf(answering)),
  });
  return missing.length === 0;
}

/** @returns null where the registration receipt comes first */
export function acknowledgementAtOnce(
  answering: Answering,
  procedure: Procedure,
  opening: Opening,
): Receipt | null {
  if (!acknowledgesAtOnce(answering, procedure)) return null;
  const service = serviceOf(answering, procedure.recipient);
  return acknowledgementFor(opened(opening), service, deciderOf(answering)).receipt;
}
