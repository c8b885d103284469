/** A list for the archives as a spreadsheet, in French (CRPA L111-1): no person, nothing of what was written. */
import type { SlipRow, SlipSheet } from '@guichet/contracts/admin/retention';
import type { CivilDate } from '../../domain/civil-date.js';
import { BYTE_ORDER_MARK, csvLine } from '../../domain/csv.js';

const heads = [
  'Administration',
  'SIREN',
  'Bordereau',
  'Référence',
  'Démarche',
  'Reçue le',
  'Close le',
  'Conservée jusqu’au',
  'Pièces jointes',
  'Octets',
  'Accord avec les archives',
  'Sort final',
  'Visa ou prise en charge',
  'Exécution',
];

const outcomes: Record<NonNullable<SlipRow['outcome']>, string> = {
  eliminated: 'Éliminée',
  transferred: 'Versée',
  'taken-off': 'Retirée du bordereau',
};

/** `22/11/2026`: what a French spreadsheet takes for a date. */
const day = (date: CivilDate) => date.split('-').reverse().join('/');

export function csvOf(sheet: SlipSheet): string {
  const { administration, number, finalAction, agreed, rows } = sheet;
  const visa = agreed ? `${agreed.service}, ${agreed.reference}, ${day(agreed.date)}` : '';
  const lines = rows.map((row) =>
    csvLine([
      administration.name,
      administration.siren,
      number,
      row.reference,
      row.procedure ?? 'Formulaire général',
      day(row.receivedOn),
      day(row.closedOn),
      day(row.keptUntil),
      String(row.files),
      String(row.bytes),
      row.agreement,
      finalAction === 'destroy' ? 'Élimination' : 'Versement aux archives',
      visa,
      row.outcome ? outcomes[row.outcome] : '',
    ]),
  );
  return BYTE_ORDER_MARK + csvLine(heads) + lines.join('');
}
