/** An operator as it is typed, and as it is sent. */
import type { AdministrationTag } from '@guichet/contracts/admin/inbox';
import type { AdminFieldError } from '@guichet/contracts/admin/problem';
import type { NewOperator, Operator } from '@guichet/contracts/admin/teleprocedures';
import { pageAddress } from '../../shared/page-address.js';

export interface OperatorDraft {
  name: string;
  origin: string;
  phone: string;
  email: string;
  address: string;
  website: string;
  administration: AdministrationTag | null;
}

/** @param operator null for a new one */
export const operatorDraft = (operator: Operator | null): OperatorDraft => ({
  name: operator?.name ?? '',
  origin: operator?.origin ?? '',
  phone: operator?.phone ?? '',
  email: operator?.email ?? '',
  address: operator?.address ?? '',
  website: operator?.website ?? '',
  administration: operator?.administration ?? null,
});

/** @returns the origin of the page whose address was pasted; what is none stays, for the server to refuse */
function originOf(typed: string): string {
  const address = pageAddress(typed) ?? '';
  const url = URL.parse(address);
  return url && /^https?:$/.test(url.protocol) ? url.origin : address;
}

export const operatorToSend = (draft: OperatorDraft): NewOperator => ({
  name: draft.name.trim(),
  origin: originOf(draft.origin),
  phone: draft.phone.trim(),
  email: draft.email.trim() || null,
  address: draft.address.trim(),
  website: pageAddress(draft.website),
  administrationId: draft.administration?.id ?? null,
});

/** Whether the server has something against the origin itself: then why is said at the end of the form. */
export const isOriginRefused = (errors: readonly AdminFieldError[]): boolean =>
  errors.some(({ path, code }) => path === 'origin' && code === 'not-allowed');

/** The server's errors, as fields say them. */
export const operatorErrors = (errors: readonly AdminFieldError[]): AdminFieldError[] =>
  errors.map((error) =>
    error.path === 'origin' && error.code === 'not-allowed' ? { ...error, code: 'invalid' } : error,
  );
