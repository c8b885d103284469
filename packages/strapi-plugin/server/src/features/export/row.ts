/** What a spreadsheet tells of a request, in French (CRPA L111-1). Of its sender only where that is asked for. */
import type { InboxChannel } from '@guichet/contracts/admin/inbox';
import type { Nature, NewRequest } from '@guichet/contracts/request';
import type { RequestStatus } from '@guichet/contracts/tracking';
import type { CivilDate } from '../../domain/civil-date.js';
import type { RequestState } from '../../domain/request-state.js';
import type { RequestRow } from '../../store/request-row.js';

const channels: Record<InboxChannel, string> = {
  electronic: 'En ligne',
  counter: 'Guichet',
  post: 'Courrier',
  phone: 'Téléphone',
};

const natures: Record<Nature, string> = {
  question: 'Question',
  request: 'Demande',
  complaint: 'Réclamation',
  declaration: 'Déclaration',
  document: 'Demande de document',
  information: 'Information',
};

const statuses: Record<RequestStatus, string> = {
  received: 'Reçue',
  'in-progress': 'En cours',
  answered: 'Répondue',
  closed: 'Close',
};

const dues: Record<NonNullable<RequestRow['due']>['for'], string> = {
  acknowledgement: 'Accusé de réception',
  answer: 'Réponse',
  decision: 'Décision',
  reasons: 'Motifs',
  transit: 'Prise en charge',
};

const decisions = {
  granted: 'Acceptée',
  refused: 'Refusée',
  'tacitly-granted': 'Acceptée par silence',
  'tacitly-refused': 'Refusée par silence',
} as const;

const heads = [
  'Administration',
  'Référence',
  'Arrivée',
  'Reçue le',
  'Nature',
  'Service',
  'État',
  'Échéance',
  'Échéance de',
  'Accusé de réception le',
  'Décision',
  'Décision le',
];
const personal = ['Nom', 'Adresse électronique'];

export function headOf(withPersonalData: boolean): string[] {
  return withPersonalData ? [...heads, ...personal] : heads;
}

/** `22/11/2026`: what a French spreadsheet takes for a date. */
function day(date: CivilDate | null | undefined): string {
  return date ? date.split('-').reverse().join('/') : '';
}

/**
 * @param state null where its timeline does not fold: what the row holds is told all the same
 * @param receivedOn the administration's civil date
 */
export function cellsOf(
  request: RequestRow,
  state: RequestState | null,
  known: { administration: string; recipient: string | null; receivedOn: CivilDate },
): string[] {
  const { due } = request;
  const file = state?.file;
  const decision = file?.decision ?? null;
  return [
    known.administration,
    request.reference,
    channels[request.channel],
    day(file?.opening.on ?? known.receivedOn),
    natures[file?.nature ?? request.nature],
    known.recipient ?? '',
    statuses[request.status],
    day(due?.on),
    due ? dues[due.for] : '',
    day(file?.acknowledgement?.on),
    decision ? decisions[decision.kind] : file?.isWithdrawn ? 'Retirée' : '',
    day(decision?.on),
  ];
}

export function personalCells({ sender }: Pick<NewRequest, 'sender'>): string[] {
  const person = 'familyName' in sender ? `${sender.givenName} ${sender.familyName}`.trim() : '';
  const names = [...('name' in sender ? [sender.name] : []), person].filter(Boolean);
  return [names.join(', '), sender.email];
}
