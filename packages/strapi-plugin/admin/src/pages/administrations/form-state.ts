/** An administration's form as it is typed, and as it is sent. */
import type { AdminAdministration, AdministrationForm } from '@guichet/contracts/admin/administrations';
import type { TerritoryPreview } from '@guichet/contracts/admin/territory';
import { noRetention } from '@guichet/contracts/admin/retention';
import { type HoursDraft, hoursDraft, hoursToSend } from '../../shared/hours/hours-form.js';
import { linesOf } from '../../shared/lines.js';
import { type RetentionDraft, retentionDraft, retentionToSend } from '../../shared/retention-form.js';

/** Lists are one text, a line each. */
export interface FormState extends Omit<
  AdministrationForm,
  | 'hours'
  | 'openingHours'
  | 'origins'
  | 'insee'
  | 'departement'
  | 'accent'
  | 'securityAttestation'
  | 'successorFrom'
  | 'retention'
> {
  insee: string;
  departement: string;
  accent: string;
  securityAttestation: string;
  successorFrom: string;
  hours: string;
  openingHours: HoursDraft;
  origins: string;
  retention: RetentionDraft;
}

export const emptyForm: FormState = {
  name: '',
  kind: 'commune',
  siren: '',
  insee: '',
  timeZone: 'Europe/Paris',
  departement: '',
  phone: '',
  email: '',
  address: '',
  hours: '',
  openingHours: hoursDraft(null),
  accent: '',
  origins: '',
  securityAttestation: '',
  languages: ['fr', 'en'],
  successorUid: null,
  successorFrom: '',
  retention: retentionDraft(noRetention),
};

export function formOf(administration: AdminAdministration): FormState {
  const { name, kind, siren, timeZone, phone, email, address, languages, successorUid } = administration;
  return {
    name,
    kind,
    siren,
    timeZone,
    phone,
    email,
    address,
    languages,
    successorUid,
    insee: administration.insee ?? '',
    departement: administration.departement ?? '',
    accent: administration.accent ?? '',
    securityAttestation: administration.securityAttestation ?? '',
    successorFrom: administration.successorFrom ?? '',
    hours: administration.hours.join('\n'),
    openingHours: hoursDraft(administration.openingHours),
    origins: administration.origins.join('\n'),
    retention: retentionDraft(administration.retention),
  };
}

/** What is known of a commune, for somebody to complete. */
export function formOfPreview(preview: TerritoryPreview): FormState {
  const { name, siren, commune, timeZone, departement, phone, email, address } = preview;
  return {
    ...emptyForm,
    name,
    timeZone,
    departement,
    siren: siren ?? '',
    insee: commune.present?.code ?? commune.code,
    phone: phone ?? '',
    email: email ?? '',
    address: address ?? '',
    hours: preview.hours.join('\n'),
    openingHours: hoursDraft(preview.openingHours),
  };
}

/** @returns the origin of whatever address of the site was pasted; what is none stays, for the server to refuse */
export function originOf(typed: string): string {
  const text = typed.trim();
  const address = /^[a-z]+:\/\//i.test(text) ? text : `https://${text}`;
  if (!text.includes('.') && !text.includes('localhost')) return text;
  return URL.canParse(address) && /^https?:$/.test(new URL(address).protocol)
    ? new URL(address).origin
    : text;
}

/** What is sent. Numbers lose the spaces that people write them with. */
export function toSend(state: FormState): AdministrationForm {
  return {
    name: state.name.trim(),
    kind: state.kind,
    siren: state.siren.replace(/\s/g, ''),
    insee: state.insee.replace(/\s/g, '').toUpperCase() || null,
    timeZone: state.timeZone,
    departement: state.departement.trim().toUpperCase() || null,
    phone: state.phone.trim(),
    email: state.email.trim(),
    address: state.address.trim(),
    hours: linesOf(state.hours),
    openingHours: hoursToSend(state.openingHours),
    accent: state.accent || null,
    securityAttestation: state.securityAttestation.trim() || null,
    origins: [...new Set(linesOf(state.origins).map(originOf))],
    languages: state.languages,
    successorUid: state.successorUid,
    retention: retentionToSend(state.retention),
    successorFrom: state.successorUid ? state.successorFrom || null : null,
  };
}
