/** What an acknowledgement of one request says of silence and of appeals (CRPA R112-11-1). */
import type { Nature } from '@guichet/contracts/request';
import type { Receipt, ReceiptAppeal, ReceiptService, ReceiptSilence } from '@guichet/contracts/receipt';
import { type Mention, missingMentions } from './acknowledgement.js';
import { type AppealMention, appealMention } from './appeal.js';
import type { CaseFile } from './case-file.js';
import { silenceAs, silenceOf } from './case-silence.js';
import { courtOf } from './courts.js';
import type { SilenceRule } from './silence.js';
import type { SilenceClock } from './silence-clock.js';

/** Who decides, as far as appeals need to know. */
export interface Decider {
  name: string;
  departement: string | null;
}

/** @returns null where silence decides nothing, or has decided */
export function silenceMention(rule: SilenceRule, clock: SilenceClock): ReceiptSilence | null {
  if (rule.effect === 'none' || clock.kind === 'none') return null;
  return { effect: clock.effect, date: clock.kind === 'running' ? clock.date : null, basis: rule.basis };
}

/** @returns null where nothing is refused, or the court is unknown */
export function appealOfSilence(rule: SilenceRule, { name, departement }: Decider): AppealMention | null {
  if (rule.effect !== 'rejection') return null;
  const court = courtOf(departement);
  return appealMention({ first: rule.firstAppeal, administration: name, superior: null, court });
}

/** Of an express refusal (CJA R421-5). @returns null where the court is unknown */
export function appealOfRefusal(rule: SilenceRule, { name, departement }: Decider): AppealMention | null {
  const first = rule.effect === 'none' ? 'court' : rule.firstAppeal;
  return appealMention({ first, administration: name, superior: null, court: courtOf(departement) });
}

/** The mentions of the request read as `nature`; those of its procedure where that is how it is read already. */
export function mentionsAs(
  file: CaseFile,
  nature: Nature,
  decider: Decider,
): { silence: ReceiptSilence | null; appeal: ReceiptAppeal | null } {
  const read = { ...file, nature, silence: silenceAs(file, nature) };
  return {
    silence: silenceMention(read.silence, silenceOf(read)),
    appeal: appealOfSilence(read.silence, decider),
  };
}

/** The acknowledgement of a request as it stands, and the mentions that could not be supplied (L112-12). */
export function acknowledgementFor(
  file: CaseFile,
  service: ReceiptService,
  decider: Decider,
): { receipt: Receipt; missing: Mention[] } {
  const { nature, silence: rule, opening } = file;
  const { silence, appeal } = mentionsAs(file, nature, decider);
  return {
    receipt: {
      kind: 'acknowledgement',
      service,
      ...(silence && { silence }),
      ...(appeal && { appeal }),
    },
    missing: missingMentions({
      channel: opening.channel,
      nature,
      silence: rule.effect === 'none' ? null : rule,
      service,
      appeal: appealOfSilence(rule, decider),
    }),
  };
}
