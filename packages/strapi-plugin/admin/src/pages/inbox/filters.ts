/** The inbox's filters, as the page's address holds them. */
import { type Box, boxes } from '@guichet/contracts/admin/inbox';
import { requestStatuses, type RequestStatus } from '@guichet/contracts/tracking';

export interface Filters {
  box: Box;
  administrationId: string | null;
  status: RequestStatus | null;
  recipient: string | null;
  from: string | null;
  until: string | null;
  page: number;
}

const isOneOf = <T extends string>(all: readonly T[], text: string | null): text is T =>
  (all as readonly (string | null)[]).includes(text);
const isDate = (text: string | null): text is string => /^\d{4}-\d\d-\d\d$/.test(text ?? '');

/** @param params of the page's address, which anyone may have written */
export function filtersOf(params: URLSearchParams): Filters {
  const text = (name: string) => params.get(name)?.slice(0, 64) || null;
  const box = params.get('box');
  const status = params.get('status');
  const page = Number(params.get('page'));
  return {
    box: isOneOf(boxes, box) ? box : 'waiting',
    administrationId: text('administrationId'),
    status: isOneOf(requestStatuses, status) ? status : null,
    recipient: text('recipient'),
    from: isDate(params.get('from')) ? params.get('from') : null,
    until: isDate(params.get('until')) ? params.get('until') : null,
    page: Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1,
  };
}

/** @returns the address's parameters, without what is as it would be anyway */
export function paramsOf(filters: Filters): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(filters)) {
    if (value === null || (name === 'page' && value === 1) || (name === 'box' && value === 'waiting'))
      continue;
    params.set(name, String(value));
  }
  return params;
}
