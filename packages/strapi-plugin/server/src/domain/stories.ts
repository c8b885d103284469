/**
 * What the law says of requests, told as dated stories: one line each, with its article. The tests run them; they are
 * the documentation's examples.
 */
import type { Mention } from './acknowledgement.js';
import type { AskedItem, Author, CaseEvent, Opening } from './case-events.js';
import type { CivilDate } from './civil-date.js';
import type { Fact, RequestEvent } from './request-state.js';
import { silenceChoices, type SilenceChoice } from './silence-choices.js';
import { noTacitDecision } from './silence.js';
import type { Territory } from './working-days.js';

/** What is expected once everything has happened; only what is told is checked. */
export interface Ending {
  /** `rejection 2027-01-21`, `acceptance waits for items`, `none`, `decided`. */
  silence?: string;
  /** Last day to acknowledge, and in brackets the day the acknowledgement leaves by itself; empty where none is due. */
  acknowledge?: string;
  /** Before whom and the last day: `court 2027-03-22`, `cada open`. */
  appeal?: string;
  reasonsDueBy?: CivilDate;
  withdrawableUntil?: CivilDate;
  turn?: string;
  /** Codes of what keeps the appeal times from counting, in order; empty where they count. */
  obstacles?: string;
  /** The code with which the last fact is refused. */
  refused?: string;
}

export interface Story {
  title: string;
  article: string;
  events: readonly RequestEvent[];
  ending: Ending;
}

type Told = Partial<Omit<Opening, 'silence' | 'calendar'>> & {
  territory?: Territory;
  prolongsSilence?: boolean;
};

const received = (on: CivilDate, choice: SilenceChoice, told: Told = {}): Fact => {
  const { territory = 'national', prolongsSilence = false, ...opening } = told;
  return {
    kind: 'received',
    by: 'resident',
    opening: {
      on,
      registeredOn: on,
      channel: 'electronic',
      nature: choice === 'none' ? 'question' : 'request',
      silence: silenceChoices[choice],
      calendar: { territory, prolongsSilence },
      distance: 0,
      ...opening,
    },
  };
};

const mayor: Author = { givenName: 'Léa', familyName: 'Martin', capacity: 'Maire', service: 'Mairie' };
const requiredItem: AskedItem = { isRequired: true, isIndispensable: true };
const usefulItem: AskedItem = { ...requiredItem, isIndispensable: false };
const plainQuestion: AskedItem = { isRequired: false, isIndispensable: false };

const acknowledged = (on: CivilDate, ...missing: Mention[]): CaseEvent => ({
  kind: 'acknowledged',
  by: 'agent',
  on,
  missing,
});
const asked = (on: CivilDate, answerBy: CivilDate | null, ...items: AskedItem[]): CaseEvent => ({
  kind: 'items-asked',
  by: 'agent',
  on,
  answerBy,
  items: items.length ? items : [requiredItem],
});
const completed = (on: CivilDate): CaseEvent => ({ kind: 'completed', by: 'resident', on });
const forwardedHere = (
  on: CivilDate,
  territory: Territory = 'national',
  distance: Opening['distance'] = 0,
): CaseEvent => ({
  kind: 'forwarded',
  by: 'agent',
  on,
  to: { kind: 'here', territory, distance },
});
const forwardedAway = (on: CivilDate): CaseEvent => ({
  kind: 'forwarded',
  by: 'agent',
  on,
  to: { kind: 'elsewhere' },
});
const granted = (on: CivilDate): CaseEvent => ({ kind: 'granted', by: 'agent', on, author: mayor });
const refused = (on: CivilDate, more: Partial<Extract<CaseEvent, { kind: 'refused' }>> = {}): CaseEvent => ({
  kind: 'refused',
  by: 'agent',
  on,
  author: mayor,
  reasons: 'stated',
  mentionsAppeal: true,
  statesIllegality: false,
  ...more,
});
/** What informs and decides nothing. */
const answered: Fact = { kind: 'answered', by: 'agent', decides: false };
const closed: Fact = { kind: 'closed', by: 'agent' };
const tacit = (kind: 'tacitly-granted' | 'tacitly-refused', on: CivilDate): CaseEvent => ({
  kind,
  by: 'system',
  on,
});
type Bare =
  | 'held'
  | 'withdrawn'
  | 'reasons-asked'
  | 'reasons-given'
  | 'attestation-asked'
  | 'attested'
  | 'approved'
  | 'sent-back';
const agent = (kind: Bare, on: CivilDate): CaseEvent => ({ kind, by: 'agent', on });
const requalified = (on: CivilDate, nature: Opening['nature'], choice: SilenceChoice): CaseEvent => ({
  kind: 'requalified',
  by: 'agent',
  on,
  nature,
  silence: choice === 'none' ? noTacitDecision : silenceChoices[choice],
});

const story = (title: string, article: string, events: RequestEvent[], ending: Ending): Story => ({
  title,
  article,
  events,
  ending,
});

// prettier-ignore
export const stories: readonly Story[] = [
  // Months, days, calendars
  story('two months of silence reject what no text provides for', 'CRPA L231-4, 2°', [received('2026-11-21', 'general')], { silence: 'rejection 2027-01-21' }),
  story('a complaint is a request', 'CRPA L110-1', [received('2026-11-21', 'general', { nature: 'complaint' })], { silence: 'rejection 2027-01-21' }),
  story('a question has no tacit answer', 'CRPA L112-8', [received('2026-11-21', 'none')], { silence: 'none' }),
  story('received on a 31st, decided on the last day of February', 'CPC art. 641', [received('2026-12-31', 'general')], { silence: 'rejection 2027-02-28' }),
  story('and on the 29th in a leap year', 'CPC art. 641', [received('2027-12-31', 'general')], { silence: 'rejection 2028-02-29' }),
  story('a 29 February counts as any day', 'CPC art. 641', [received('2028-02-29', 'general')], { silence: 'rejection 2028-04-29' }),
  story('silence decides on a Sunday too', 'CPC art. 641', [received('2027-01-28', 'general')], { silence: 'rejection 2027-03-28' }),
  story('unless the hosting prolongs: Easter Sunday and Monday are passed over', 'CPC art. 642', [received('2027-01-28', 'general', { prolongsSilence: true })], { silence: 'rejection 2027-03-30' }),
  story('four months where a local regulation asks for an opinion', 'décret 2016-625', [received('2026-10-31', 'local-enrolment-with-opinion')], { silence: 'rejection 2027-02-28' }),
  story('one month for the host certificate, whose refusal goes to the prefect', 'CESEDA R313-11, R313-12', [received('2026-11-02', 'host-certificate'), acknowledged('2026-11-02'), tacit('tacitly-refused', '2026-12-03')], { appeal: 'prefect 2027-02-02' }),

  // Acknowledgement
  story('ten working days to acknowledge, eight before it leaves by itself', 'CRPA R112-11-2', [received('2026-11-21', 'general')], { acknowledge: '2026-12-04 (2026-12-02)' }),
  story('over Easter', 'CRPA R112-11-2', [received('2027-03-22', 'general')], { acknowledge: '2027-04-06 (2027-04-02)' }),
  story('over Easter in Alsace-Moselle, where Good Friday is one holiday more', 'code du travail L3134-13', [received('2027-03-22', 'general', { territory: 'alsace-moselle' })], { acknowledge: '2027-04-07 (2027-04-05)' }),
  story('over the abolition of slavery in La Réunion', 'code du travail L3422-2', [received('2027-12-13', 'general', { territory: 'reunion' })], { acknowledge: '2027-12-28 (2027-12-24)' }),
  story('over the same in Mayotte, on 27 April', 'code du travail L3422-2', [received('2027-04-19', 'general', { territory: 'mayotte' })], { acknowledge: '2027-05-04 (2027-04-30)' }),
  story('without acknowledgement no time counts', 'CRPA L112-12', [received('2026-11-21', 'general'), tacit('tacitly-refused', '2027-01-22')], { obstacles: 'not-acknowledged', appeal: 'court 2027-03-22' }),
  story('nor with a mention missing', 'CRPA L112-12', [received('2026-11-21', 'general'), acknowledged('2026-11-23', 'service-phone')], { obstacles: 'mentions-missing' }),
  story('nor with an acknowledgement that comes after silence has decided', 'CRPA L112-12', [received('2026-11-21', 'general'), acknowledged('2027-01-25')], { obstacles: 'acknowledged-after-silence' }),
  story('with every mention it does', 'CRPA R112-11-1', [received('2026-11-21', 'general'), acknowledged('2026-11-23')], { obstacles: '' }),
  story('a refusal notified in time needs no acknowledgement', 'CRPA L112-12', [received('2026-11-21', 'general'), refused('2027-01-21')], { obstacles: '', appeal: 'court 2027-03-22' }),
  story('a refusal that does not say how to appeal binds nobody to a time', 'CJA R421-5', [received('2026-11-21', 'general'), refused('2027-01-21', { mentionsAppeal: false })], { obstacles: 'appeal-not-mentioned' }),
  story('no text sets a time for paper', 'CRPA L112-3', [received('2026-11-21', 'general', { channel: 'paper', registeredOn: null })], { silence: 'rejection 2027-01-21', acknowledge: '' }),
  story('what is abusive need not be acknowledged, and is decided by silence all the same', 'CRPA L112-11', [{ ...received('2026-11-21', 'general'), suspect: true }, { kind: 'rejected-as-abusive', by: 'agent' }], { silence: 'rejection 2027-01-21', acknowledge: '', turn: 'nobody' }),
  story('nor is it', 'CRPA L112-11', [{ ...received('2026-11-21', 'general'), suspect: true }, { kind: 'rejected-as-abusive', by: 'agent' }, acknowledged('2026-11-23')], { refused: 'request-closed' }),

  // Nature
  story('a question that asks for something becomes a request from its reception', 'CRPA L110-1', [received('2026-11-21', 'none'), requalified('2026-12-01', 'request', 'general')], { silence: 'rejection 2027-01-21' }),
  story('and its acknowledgement is corrected', 'CRPA R112-11-1', [received('2026-11-21', 'none'), acknowledged('2026-11-23'), requalified('2026-12-01', 'request', 'general')], { obstacles: 'correction-due', acknowledge: '2026-12-04 (2026-12-02)' }),
  story('a request that only asks a question loses its tacit date', 'CRPA L110-1', [received('2026-11-21', 'general'), requalified('2026-12-01', 'question', 'none')], { silence: 'none' }),
  story('a request for documents, once recognised, has one month', 'CRPA R*311-12, R311-13', [received('2026-11-21', 'general'), requalified('2026-12-01', 'request', 'access-to-documents')], { silence: 'rejection 2026-12-21' }),
  story('once silence has decided, nature stays', 'CRPA L231-4', [received('2026-11-21', 'general'), requalified('2027-01-22', 'question', 'none')], { refused: 'already-decided' }),

  // Incomplete
  story('items asked for suspend a rejection for the time allowed', 'CRPA L114-5', [received('2026-11-21', 'general'), asked('2026-12-01', '2026-12-16')], { silence: 'rejection 2027-02-05, suspended until 2026-12-16', turn: 'resident' }),
  story('their reception ends the suspension', 'CRPA L114-5', [received('2026-11-21', 'general'), asked('2026-12-01', '2026-12-16'), completed('2026-12-10')], { silence: 'rejection 2027-01-30', turn: 'agent' }),
  story('sent too late, they suspended for the time allowed and no longer', 'CRPA L114-5', [received('2026-11-21', 'general'), asked('2026-12-01', '2026-12-16'), completed('2027-01-10')], { silence: 'rejection 2027-02-05' }),
  story('days that two notices share suspend once', 'CRPA L114-5', [received('2026-11-21', 'general'), asked('2026-12-01', '2026-12-16'), asked('2026-12-10', '2026-12-20'), completed('2026-12-18')], { silence: 'rejection 2027-02-07' }),
  story('and each notice for its own', 'CRPA L114-5', [received('2026-11-21', 'general'), asked('2026-12-01', '2026-12-16'), completed('2026-12-05'), asked('2026-12-10', '2026-12-20'), completed('2026-12-12')], { silence: 'rejection 2027-01-27' }),
  story('nothing is received before it was asked for', 'CRPA L114-5', [received('2026-11-21', 'general'), asked('2026-12-01', '2026-12-16'), completed('2026-11-30')], { refused: 'out-of-order' }),
  story('items never sent: silence rejects after the time allowed', 'CRPA L114-5', [received('2026-11-21', 'general'), asked('2026-12-01', '2026-12-16'), tacit('tacitly-refused', '2027-02-06')], { silence: 'decided' }),
  story('an acceptance waits for the items', 'CRPA L114-3, L114-5', [received('2026-11-21', 'acceptance'), asked('2026-12-01', '2026-12-16')], { silence: 'acceptance waits for items' }),
  story('and runs from their reception, however late', 'CRPA L114-5', [received('2026-11-21', 'acceptance'), asked('2026-12-01', '2026-12-16'), completed('2026-12-31')], { silence: 'acceptance 2027-02-28' }),
  story('items never sent: nothing is accepted', 'CRPA L114-5', [received('2026-11-21', 'acceptance'), asked('2026-12-01', '2026-12-16'), tacit('tacitly-granted', '2027-06-01')], { refused: 'silence-not-due' }),
  story('asked for once silence has accepted, they change nothing', 'CRPA L231-1', [received('2026-11-21', 'acceptance'), asked('2027-01-22', '2027-02-10')], { refused: 'already-decided' }),
  story('nor recorded afterwards', 'CRPA L231-1', [received('2026-11-21', 'acceptance'), tacit('tacitly-granted', '2027-01-22'), asked('2027-01-10', '2027-01-25')], { refused: 'already-decided' }),
  story('asked for once silence has rejected, they help to decide and move nothing', 'CRPA L231-4', [received('2026-11-21', 'general'), asked('2027-01-22', '2027-02-10')], { silence: 'rejection 2027-01-21' }),
  story('a plain question moves no clock', 'CRPA L114-5', [received('2026-11-21', 'general'), asked('2026-12-01', null, plainQuestion)], { silence: 'rejection 2027-01-21', turn: 'agent' }),
  story('what a text requires goes with a time to send it', 'CRPA R112-11-4', [received('2026-11-21', 'general'), asked('2026-12-01', null)], { refused: 'time-allowed-missing' }),
  story('without what is not indispensable, the examination goes on', 'CRPA L114-5-1', [received('2026-11-21', 'general'), asked('2026-12-01', '2026-12-16', usefulItem)], { turn: 'agent' }),

  // Forwarded
  story('forwarded, a rejection runs on from the first reception', 'CRPA L114-3', [received('2026-11-21', 'general'), forwardedHere('2026-12-01')], { silence: 'rejection 2027-01-21' }),
  story('and an acceptance starts at the competent administration', 'CRPA L114-3', [received('2026-11-21', 'acceptance'), forwardedHere('2026-12-01')], { silence: 'acceptance 2027-02-01' }),
  story('which acknowledges, from its own reception', 'CRPA L114-4, R112-11-2', [received('2026-11-21', 'general'), acknowledged('2026-11-23'), forwardedHere('2026-12-01')], { acknowledge: '2026-12-15 (2026-12-11)', obstacles: 'not-acknowledged' }),
  story('in its own calendar', 'CRPA R112-11-2', [received('2026-12-07', 'general'), forwardedHere('2026-12-14', 'alsace-moselle')], { acknowledge: '2026-12-29 (2026-12-24)' }),
  story('whose court may be further away', 'CJA R421-7', [received('2026-11-21', 'general'), forwardedHere('2026-12-01', 'reunion', 1), refused('2026-12-10')], { appeal: 'court 2027-03-11' }),
  story('what it is to decide is its own affair', 'CRPA L114-4', [received('2026-11-21', 'general'), { kind: 'draft-decided', by: 'agent', on: '2026-11-30', outcome: 'granted' }, forwardedHere('2026-12-01')], { turn: 'agent' }),
  story('forwarded elsewhere, an acceptance waits for who is competent', 'CRPA L114-3', [received('2026-11-21', 'acceptance'), forwardedAway('2026-12-01')], { silence: 'acceptance waits for competent-administration', turn: 'elsewhere' }),
  story('and is no longer ours to decide', 'CRPA L114-2', [received('2026-11-21', 'general'), forwardedAway('2026-12-01'), refused('2026-12-10')], { refused: 'forwarded-elsewhere' }),

  // Town planning
  story('one month from the receipt of a prior declaration', 'c. urb. R*423-23, R474-1', [received('2026-11-21', 'prior-declaration', { registeredOn: '2026-11-23' })], { silence: 'acceptance 2026-12-23' }),
  story('no receipt, no start', 'c. urb. R474-1', [received('2026-11-21', 'prior-declaration', { registeredOn: null })], { silence: 'acceptance waits for acknowledgement' }),
  story('the acknowledgement starts it where it comes first', 'c. urb. R474-1', [received('2026-11-21', 'prior-declaration', { registeredOn: null }), acknowledged('2026-11-25')], { silence: 'acceptance 2026-12-25' }),
  story('and its correction does not start it again', 'c. urb. R474-1', [received('2026-11-21', 'prior-declaration', { registeredOn: null }), acknowledged('2026-11-25'), requalified('2026-11-27', 'request', 'prior-declaration'), acknowledged('2026-11-30')], { silence: 'acceptance 2026-12-25' }),
  story('on paper its reception does', 'c. urb. R*423-23', [received('2026-11-21', 'prior-declaration', { channel: 'paper', registeredOn: null })], { silence: 'acceptance 2026-12-21' }),
  story('three months for another permit', 'c. urb. R*423-23', [received('2026-11-30', 'other-building-permit')], { silence: 'acceptance 2027-02-28' }),
  story('its items asked for in time and never sent: tacitly rejected', 'c. urb. R*423-39', [received('2026-11-30', 'other-building-permit'), asked('2026-12-15', '2027-03-15')], { silence: 'rejection 2027-03-15' }),
  story('nor sent after that day', 'c. urb. R*423-39', [received('2026-11-30', 'other-building-permit'), asked('2026-12-15', '2027-03-15'), completed('2027-03-20')], { silence: 'rejection 2027-03-15' }),
  story('sent in time: the months begin there', 'c. urb. R*423-39', [received('2026-11-30', 'other-building-permit'), asked('2026-12-15', '2027-03-15'), completed('2027-01-04')], { silence: 'acceptance 2027-04-04' }),
  story('asked for after a month: nothing moves', 'c. urb. R*423-38', [received('2026-11-30', 'other-building-permit'), asked('2026-12-31', '2027-03-31')], { silence: 'acceptance 2027-02-28' }),

  // Documents
  story('one month for access to documents', 'CRPA R*311-12, R311-13', [received('2026-11-21', 'access-to-documents')], { silence: 'rejection 2026-12-21' }),
  story('from the reception by who holds them', 'CRPA R311-13', [received('2026-11-21', 'access-to-documents'), forwardedHere('2026-12-01')], { silence: 'rejection 2027-01-01' }),
  story('then the CADA within two months, before any court', 'CRPA L342-1, R343-1', [received('2026-11-21', 'access-to-documents'), acknowledged('2026-11-23'), tacit('tacitly-refused', '2026-12-22')], { appeal: 'cada 2027-02-22', obstacles: '' }),

  // Appeal
  story('the court’s two months are francs', 'CJA R421-1', [received('2027-03-01', 'general'), refused('2027-03-15')], { appeal: 'court 2027-05-18' }),
  story('one month more overseas', 'CJA R421-7', [received('2027-03-01', 'general', { distance: 1 }), refused('2027-03-15')], { appeal: 'court 2027-06-16' }),
  story('two more abroad', 'CJA R421-7', [received('2027-03-01', 'general', { distance: 2 }), refused('2027-03-15')], { appeal: 'court 2027-07-16' }),
  story('distance adds nothing after silence', 'CJA R421-2, R421-7', [received('2026-11-21', 'general', { distance: 2 }), acknowledged('2026-11-23'), tacit('tacitly-refused', '2027-01-22')], { appeal: 'court 2027-03-22' }),
  story('a refusal within the time that silence opened opens it anew', 'CJA R421-2', [received('2026-11-21', 'general'), acknowledged('2026-11-23'), tacit('tacitly-refused', '2027-01-22'), refused('2027-03-10')], { appeal: 'court 2027-05-11' }),
  story('a later one only confirms', 'CJA R421-2', [received('2026-11-21', 'general'), acknowledged('2026-11-23'), tacit('tacitly-refused', '2027-01-22'), refused('2027-04-01')], { appeal: 'court 2027-03-22' }),
  story('unless no time was running for want of an acknowledgement', 'CRPA L112-12', [received('2026-11-21', 'general'), tacit('tacitly-refused', '2027-01-22'), refused('2027-04-01')], { appeal: 'court 2027-06-02', obstacles: 'not-acknowledged' }),
  story('reasons of a tacit refusal within one month', 'CRPA L232-4', [received('2026-11-21', 'general'), acknowledged('2026-11-23'), tacit('tacitly-refused', '2027-01-22'), agent('reasons-asked', '2027-01-31')], { reasonsDueBy: '2027-02-28', appeal: 'court open', turn: 'agent' }),
  story('and two months to appeal from them', 'CRPA L232-4', [received('2026-11-21', 'general'), acknowledged('2026-11-23'), agent('reasons-asked', '2027-01-31'), agent('reasons-given', '2027-02-26')], { appeal: 'court 2027-04-27', turn: 'nobody' }),
  story('not given before they are asked for', 'CRPA L232-4', [received('2026-11-21', 'general'), agent('reasons-asked', '2027-01-31'), agent('reasons-given', '2027-01-30')], { refused: 'out-of-order' }),
  story('nor asked for twice', 'CRPA L232-4', [received('2026-11-21', 'general'), agent('reasons-asked', '2027-01-31'), agent('reasons-asked', '2027-02-10')], { refused: 'already-asked' }),
  story('and due whatever else is written', 'CRPA L232-4', [received('2026-11-21', 'general'), agent('reasons-asked', '2027-01-31'), { kind: 'message', by: 'agent' }], { reasonsDueBy: '2027-02-28', turn: 'agent' }),
  story('not once the time to appeal is over', 'CRPA L232-4', [received('2026-11-21', 'general'), acknowledged('2026-11-23'), agent('reasons-asked', '2027-03-23')], { refused: 'appeal-period-over' }),

  // Decisions
  story('an answer that decides nothing leaves silence to decide', 'CRPA L231-4, 2°', [received('2026-11-21', 'general'), answered], { silence: 'rejection 2027-01-21', turn: 'agent' }),
  story('and silence does decide', 'CRPA L231-4, 2°', [received('2026-11-21', 'general'), answered, tacit('tacitly-refused', '2027-01-22')], { silence: 'decided', appeal: 'court 2027-03-22' }),
  story('nor does closing: who was answered by telephone has no decision', 'CRPA L231-4, 2°', [received('2026-11-21', 'general'), closed], { silence: 'rejection 2027-01-21', acknowledge: '2026-12-04 (2026-12-02)', turn: 'nobody' }),
  story('and silence decides of what is closed', 'CRPA L231-1', [received('2026-11-21', 'acceptance'), closed, tacit('tacitly-granted', '2027-01-22')], { silence: 'decided', withdrawableUntil: '2027-05-21' }),
  story('of a question nothing is left to decide', 'CRPA L112-8', [received('2026-11-21', 'none'), answered], { turn: 'nobody' }),
  story('what silence refused can still be granted', 'CRPA L231-4', [received('2026-11-21', 'general'), tacit('tacitly-refused', '2027-01-22'), granted('2027-02-01')], { silence: 'decided', withdrawableUntil: '2027-06-01' }),
  story('silence decides when its day is over, not on it', 'CPC art. 642', [received('2026-11-21', 'general'), tacit('tacitly-refused', '2027-01-21')], { refused: 'silence-not-due' }),
  story('what silence granted is only taken back for its illegality', 'CRPA L242-1', [received('2026-11-21', 'acceptance'), tacit('tacitly-granted', '2027-01-22'), refused('2027-02-01')], { refused: 'illegality-missing' }),
  story('even before anybody recorded it', 'CRPA L242-1', [received('2026-11-21', 'acceptance'), refused('2027-01-22')], { refused: 'illegality-missing' }),
  story('within four months', 'CRPA L242-1', [received('2026-11-21', 'acceptance'), tacit('tacitly-granted', '2027-01-22'), refused('2027-05-21', { statesIllegality: true })], { appeal: 'court 2027-07-22', obstacles: '' }),
  story('and no later', 'CRPA L242-1', [received('2026-11-21', 'acceptance'), tacit('tacitly-granted', '2027-01-22'), refused('2027-05-22', { statesIllegality: true })], { refused: 'too-late-to-take-back' }),
  story('nor before it accepted', 'CRPA L242-1', [received('2026-11-21', 'general'), granted('2026-12-10'), refused('2026-12-05', { statesIllegality: true })], { refused: 'out-of-order' }),
  story('a refusal notified in time but recorded late prevails over the silence recorded meanwhile', 'CRPA L231-1', [received('2026-11-21', 'acceptance'), tacit('tacitly-granted', '2027-01-22'), refused('2027-01-20')], { appeal: 'court 2027-03-22', obstacles: '' }),
  story('a refusal states the law and the facts', 'CRPA L211-5', [received('2026-11-21', 'general'), refused('2026-12-01', { reasons: 'missing' })], { refused: 'reasons-missing' }),
  story('a decision names its author', 'CRPA L212-1', [received('2026-11-21', 'general'), refused('2026-12-01', { author: { ...mayor, capacity: ' ' } })], { refused: 'author-missing' }),
  story('a draft waits for who signs', 'CRPA L212-1', [received('2026-11-21', 'general'), { kind: 'draft-decided', by: 'agent', on: '2026-12-01', outcome: 'granted' }], { turn: 'approver' }),
  story('and is not notified before', 'CRPA L212-1', [received('2026-11-21', 'general'), { kind: 'draft-decided', by: 'agent', on: '2026-12-01', outcome: 'granted' }, granted('2026-12-02')], { refused: 'draft-not-approved' }),
  story('sent back, it is the agent’s again', 'CRPA L212-1', [received('2026-11-21', 'general'), { kind: 'draft-decided', by: 'agent', on: '2026-12-01', outcome: 'granted' }, agent('sent-back', '2026-12-02')], { turn: 'agent' }),
  story('nor otherwise than approved', 'CRPA L212-1', [received('2026-11-21', 'general'), { kind: 'draft-decided', by: 'agent', on: '2026-12-01', outcome: 'granted' }, agent('approved', '2026-12-02'), refused('2026-12-02')], { refused: 'draft-differs' }),
  story('a tacit acceptance is attested on request', 'CRPA L232-3', [received('2026-11-21', 'acceptance'), tacit('tacitly-granted', '2027-01-22'), agent('attestation-asked', '2027-01-25')], { turn: 'agent' }),
  story('once asked for is enough', 'CRPA L232-3', [received('2026-11-21', 'acceptance'), agent('attestation-asked', '2027-01-25'), agent('attestation-asked', '2027-01-26')], { refused: 'already-asked' }),
  story('it can be asked for again, and issued unasked', 'CRPA L232-3', [received('2026-11-21', 'acceptance'), agent('attested', '2027-01-25'), agent('attestation-asked', '2027-01-26'), agent('attested', '2027-01-27')], { turn: 'nobody' }),
  story('no other decision is', 'CRPA L232-3', [received('2026-11-21', 'acceptance'), granted('2026-12-01'), agent('attested', '2026-12-02')], { refused: 'not-tacitly-granted' }),
  story('and nothing else is', 'CRPA L232-3', [received('2026-11-21', 'general'), agent('attestation-asked', '2027-01-25')], { refused: 'not-tacitly-granted' }),
  story('what its author withdraws is not decided by silence', 'CRPA L231-4', [received('2026-11-21', 'general'), agent('withdrawn', '2026-12-01')], { silence: 'none', turn: 'nobody' }),
  story('nor acknowledged', 'CRPA L112-11', [received('2026-11-21', 'general'), agent('withdrawn', '2026-12-01')], { acknowledge: '' }),
  story('nothing happens before the reception', 'CRPA R112-11-1, 1°', [received('2026-11-21', 'general'), refused('2026-11-20')], { refused: 'before-reception' }),
  story('nothing is eliminated before it is closed', 'code du patrimoine R212-14', [received('2026-11-21', 'general'), { kind: 'eliminated', by: 'system', on: '2037-01-01', visa: 'AD28 2036-12' }], { refused: 'not-closed' }),
  story('nor without the archives’ visa', 'code du patrimoine R212-14', [received('2026-11-21', 'none'), { kind: 'closed', by: 'agent' }, { kind: 'eliminated', by: 'system', on: '2037-01-01', visa: '' }], { refused: 'visa-missing' }),
  story('nor while silence has yet to decide', 'code du patrimoine R212-14', [received('2026-11-21', 'general'), { kind: 'closed', by: 'agent' }, { kind: 'eliminated', by: 'system', on: '2027-01-21', visa: 'AD28 2027-1' }], { refused: 'not-decided' }),
  story('nor while a dispute holds it', 'code du patrimoine L214-3', [received('2026-11-21', 'none'), { kind: 'closed', by: 'agent' }, agent('held', '2026-12-01'), { kind: 'eliminated', by: 'system', on: '2037-01-01', visa: 'AD28 2036-12' }], { refused: 'held' }),
];
