/** The words of the morning's mail. Agents work in French (CRPA L111-1); nothing in it comes from any request's text. */
import type { DueRequest, WaitingWork } from '../../store/digest-query.js';

type Counted = Exclude<keyof WaitingWork, 'due'>;

const plural = (one: string, many: string) => (count: number) => `${count} ${count < 2 ? one : many}`;

/** Of the subject: what it is about, in a few words. */
export const briefly: Readonly<Record<Counted, (count: number) => string>> = {
  late: plural('échéance dépassée', 'échéances dépassées'),
  soon: plural('échéance proche', 'échéances proches'),
  arrived: plural('nouvelle demande', 'nouvelles demandes'),
  approval: plural('décision à approuver', 'décisions à approuver'),
  undelivered: plural('courriel non remis', 'courriels non remis'),
};

/** Of the mail: what it means. */
export const inFull: Readonly<Record<Counted, (count: number) => string>> = {
  late: plural('échéance est dépassée.', 'échéances sont dépassées.'),
  soon: plural('échéance arrive dans les sept jours.', 'échéances arrivent dans les sept jours.'),
  arrived: plural('nouvelle demande attend.', 'nouvelles demandes attendent.'),
  approval: plural('décision attend votre approbation.', 'décisions attendent votre approbation.'),
  undelivered: plural(
    'demande a un courriel qui n’a pas pu être remis\u00a0: téléphonez ou écrivez par la poste.',
    'demandes ont un courriel qui n’a pas pu être remis\u00a0: téléphonez ou écrivez par la poste.',
  ),
};

/** What a date is of. */
export const dueLabels: Readonly<Record<DueRequest['for'], (day: string) => string>> = {
  acknowledgement: (day) => `Accusé de réception dû le ${day}`,
  answer: (day) => `Réponse attendue le ${day}`,
  decision: (day) => `Réponse due le ${day}`,
  reasons: (day) => `Motifs du refus dus le ${day}`,
  transit: (day) => `Prise en charge par le service attendue le ${day}`,
  items: (day) => `Pièces attendues jusqu’au ${day}`,
};

export const words = {
  sender: 'Guichet',
  greeting: 'Bonjour,',
  open: 'Ouvrir la boîte de réception',
  late: (label: string) => `En retard\u00a0: ${label.charAt(0).toLowerCase()}${label.slice(1)}`,
  after: 'Pour protéger les personnes, ce courriel ne dit ni qui a écrit, ni quoi.',
  foot: [
    'Ce courriel est envoyé automatiquement, les matins ouvrés où quelque chose attend.',
    'Pour ne plus le recevoir, ouvrez la page «\u00a0Mes réglages\u00a0» de Guichet.',
  ],
};
