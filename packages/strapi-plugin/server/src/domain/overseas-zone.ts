/** In which zone civil dates are counted: metropolitan France has one, the overseas have theirs. */

const zones = new Map([
  ['971', 'America/Guadeloupe'],
  ['972', 'America/Martinique'],
  ['973', 'America/Cayenne'],
  ['974', 'Indian/Reunion'],
  ['975', 'America/Miquelon'],
  ['976', 'Indian/Mayotte'],
  ['977', 'America/St_Barthelemy'],
  ['978', 'America/Marigot'],
  ['984', 'Indian/Kerguelen'],
  ['986', 'Pacific/Wallis'],
  ['987', 'Pacific/Tahiti'],
  ['988', 'Pacific/Noumea'],
]);

/** Within French Polynesia the Marquesas are half an hour ahead of Tahiti, and the Gambier an hour. */
const marquesas = new Set(['98718', '98723', '98731', '98746', '98756', '98757']);
const GAMBIER = '98719';

/** @param code INSEE @param department of that commune @returns an IANA zone */
export function timeZoneOf(code: string, department: string): string {
  if (marquesas.has(code)) return 'Pacific/Marquesas';
  if (code === GAMBIER) return 'Pacific/Gambier';
  return zones.get(department) ?? 'Europe/Paris';
}
