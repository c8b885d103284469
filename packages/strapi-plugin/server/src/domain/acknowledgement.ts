/**
 * The acknowledgement (*accusé de réception*): what it must hold, when it is due, and what a missing mention costs.
 */
import type { EntryChannel } from '@guichet/contracts/admin/entries';
import type { Nature } from '@guichet/contracts/request';
import type { ReceiptService } from '@guichet/contracts/receipt';
import type { AppealMention } from './appeal.js';
import type { CivilDate } from './civil-date.js';
import { workingDaysAfter } from './deadlines.js';
import { memo } from './memo.js';
import { isRequest, type SilenceRule } from './silence.js';
import type { Territory } from './working-days.js';

/**
 * `paper`: by post or at the counter, under CRPA L112-3 instead of L112-11. `oral`: by telephone, where nothing is sent
 * nor handed over, so that nothing is to acknowledge unless an agent holds it to be a request.
 */
export type Channel = 'electronic' | 'paper' | 'oral';

/** What an agent enters, as the law sees it (CRPA L112-3, L112-11). */
export const channelInLaw: Readonly<Record<EntryChannel, Channel>> = {
  counter: 'paper',
  post: 'paper',
  phone: 'oral',
};

/** What CRPA R112-11-1 asks of an acknowledgement, and R112-5 of one on paper. */
export type Mention =
  | 'reception-date'
  | 'service-name'
  | 'service-address'
  | 'service-phone'
  | 'silence-effect'
  | 'silence-date'
  | 'attestation'
  | 'appeal';

export interface MentionContext {
  channel: Channel;
  nature: Nature;
  /** Null where nobody has chosen the procedure's rule yet. */
  silence: SilenceRule | null;
}

/** The mentions that an acknowledgement must hold, in the order of CRPA R112-11-1. */
export function mentionsOf({ nature, silence }: Omit<MentionContext, 'channel'>): Mention[] {
  const always: Mention[] = ['reception-date', 'service-name', 'service-address', 'service-phone'];
  if (!isRequest(nature)) return always;
  const tacit: Mention[] = [...always, 'silence-effect', 'silence-date'];
  if (!silence || silence.effect === 'none') return tacit;
  // An acceptance can be attested (CRPA L232-3); a rejection, challenged.
  return [...tacit, silence.effect === 'acceptance' ? 'attestation' : 'appeal'];
}

export interface ConfiguredMentions extends MentionContext {
  service: ReceiptService;
  /** Null where the court is unknown (`appealMention`). */
  appeal: AppealMention | null;
}

/**
 * The mentions that the configuration cannot supply. Each of them leaves the appeal times without effect against who
 * asks (CRPA L112-12). Dates and the attestation's mention always can be: they follow from the rule.
 */
export function missingMentions({
  channel,
  nature,
  silence,
  service,
  appeal,
}: ConfiguredMentions): Mention[] {
  const blank = (text: string) => !text.trim();
  const hasRule = silence !== null && silence.effect !== 'none';
  const isMissing: Partial<Record<Mention, boolean>> = {
    'service-name': blank(service.name),
    // Electronic or postal (R112-11-1, 2°); on paper, the postal one (R112-5, 2°).
    'service-address': blank(service.address) && (channel !== 'electronic' || blank(service.email)),
    'service-phone': blank(service.phone),
    'silence-effect': !hasRule,
    'silence-date': !hasRule,
    appeal: appeal === null,
  };
  return mentionsOf({ nature, silence }).filter((mention) => isMissing[mention]);
}

/** What an administration still has to supply to be in order, the text that asks for it, and what its lack entails. */
export interface Lack {
  what: Mention | 'terms' | 'security-attestation';
  basis: string;
  /**
   * `appeal-times-without-effect`: no time limit can be held against who asks; `terms-without-effect`: the terms of use
   * bind nobody; `not-attested`: users do not find the attestation they are entitled to.
   */
  entails: 'appeal-times-without-effect' | 'terms-without-effect' | 'not-attested';
}

export function lacksOf(
  configured: ConfiguredMentions & { hasTerms: boolean; hasSecurityAttestation: boolean },
): Lack[] {
  const basis = configured.channel !== 'electronic' ? 'CRPA R112-5, L112-6' : 'CRPA R112-11-1, L112-12';
  const lacks: Lack[] = missingMentions(configured).map((what) => ({
    what,
    basis,
    entails: 'appeal-times-without-effect',
  }));
  if (!configured.hasTerms) {
    lacks.push({ what: 'terms', basis: 'CRPA L112-9, R112-11-3', entails: 'terms-without-effect' });
  }
  if (!configured.hasSecurityAttestation) {
    const text = 'ordonnance n° 2005-1516, art. 9 ; décret n° 2010-112, art. 5';
    lacks.push({ what: 'security-attestation', basis: text, entails: 'not-attested' });
  }
  return lacks;
}

/** Working days from reception by the competent administration (CRPA R112-11-2). */
const DUE_AFTER = 10;
/** Two days earlier it leaves by itself, on the nature that the sender declared. */
const LEAVES_AFTER = 8;

/** All that is received on one day has the same times; counting days one by one is slow. */
const knownTimes = memo((key): AcknowledgementTimes => {
  const [competentSince, territory] = key.split(' ') as [CivilDate, Territory];
  const leavesOn = workingDaysAfter(competentSince, LEAVES_AFTER, territory);
  return { dueBy: workingDaysAfter(leavesOn, DUE_AFTER - LEAVES_AFTER, territory), leavesOn };
}, 1000);

export interface AcknowledgementTimes {
  /** The last day for it to leave. */
  dueBy: CivilDate;
  /** The day it leaves by itself where no agent has confirmed it. */
  leavesOn: CivilDate;
}

/** @param competentSince reception by the competent administration, which may not be the first (CRPA L114-4) */
export function acknowledgementTimes(competentSince: CivilDate, territory: Territory): AcknowledgementTimes {
  return knownTimes(`${competentSince} ${territory}`);
}

/** Whether it leaves at once, in the place of the registration receipt: nothing is left for an agent to confirm. */
export function leavesAtOnce(procedure: { hasFixedService: boolean; silence: SilenceRule | null }): boolean {
  return procedure.hasFixedService && procedure.silence !== null;
}
