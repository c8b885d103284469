/** What is reported to a system of who is competent, as it is typed, checked and sent. */
import type { InboxRequest } from '@guichet/contracts/admin/inbox';
import type { AdminFieldError } from '@guichet/contracts/admin/problem';
import { type NewReport, PLACE_MAX, REPORT_MAX, type ReporterFact } from '@guichet/contracts/admin/report';
import { checkLine, checkText, errorsIn, orNull } from './form-checks.js';

export interface ReportForm {
  description: string;
  address: string;
  /** Latitude and longitude, as maps write them. */
  position: string;
  reporter: readonly ReporterFact[];
}

/** What the resident wrote, to be looked through, else what was tried before; nothing of who wrote it. */
export function firstReport({ content, timeline }: Pick<InboxRequest, 'content' | 'timeline'>): ReportForm {
  const tried = timeline.findLast(({ report }) => report !== null)?.report;
  if (!tried) return reportOf(content);
  const { description, address, position } = tried;
  return {
    description,
    address: address ?? '',
    position: position ? [position.latitude, position.longitude].map(written).join(' ; ') : '',
    reporter: [],
  };
}

const reportOf = ({ subject, message }: InboxRequest['content']): ReportForm => ({
  description: [subject, message]
    .map((text) => text.trim())
    .filter(Boolean)
    .join('\n\n')
    .slice(0, REPORT_MAX),
  address: '',
  position: '',
  reporter: [],
});

/** With a decimal, by which it is told from the number of a street. */
const written = (angle: number) => (Number.isInteger(angle) ? angle.toFixed(1) : String(angle));

const degrees = String.raw`(-?\d{1,3}[.,]\d+)`;
const pair = new RegExp(`^${degrees}\\s*[;,\\s]\\s*${degrees}$`);

/** @returns null for what is no position */
export function positionOf(text: string): NewReport['position'] {
  const [, latitude, longitude] = pair.exec(text.trim()) ?? [];
  if (latitude === undefined || longitude === undefined) return null;
  const position = {
    latitude: Number(latitude.replace(',', '.')),
    longitude: Number(longitude.replace(',', '.')),
  };
  return Math.abs(position.latitude) <= 90 && Math.abs(position.longitude) <= 180 ? position : null;
}

export function checkReport({ description, address, position }: ReportForm): AdminFieldError[] {
  const isPlaced = positionOf(position) !== null;
  return errorsIn([
    ['to.report.description', checkLine(description, REPORT_MAX) ?? checkText(description)],
    ['to.report.address', (!isPlaced || address.trim() !== '') && checkLine(address, PLACE_MAX)],
    ['to.report.position', position.trim() !== '' && !isPlaced && 'invalid'],
  ]);
}

/** What is sent of a form that {@link checkReport} finds right. */
export const reportWish = ({ description, address, position, reporter }: ReportForm): NewReport => ({
  description: description.trim(),
  address: orNull(address),
  position: positionOf(position),
  reporter: [...reporter],
});

/** What could be told of who wrote: what there is, and how it reads. */
export function reporterFactsOf({
  sender,
}: InboxRequest['content']): { fact: ReporterFact; value: string }[] {
  const name =
    'familyName' in sender
      ? `${sender.givenName} ${sender.familyName}`.trim()
      : 'name' in sender
        ? sender.name
        : '';
  const facts: { fact: ReporterFact; value: string }[] = [
    { fact: 'name', value: name },
    { fact: 'email', value: sender.email },
    { fact: 'phone', value: sender.phone ?? '' },
  ];
  return facts.filter(({ value }) => value);
}
