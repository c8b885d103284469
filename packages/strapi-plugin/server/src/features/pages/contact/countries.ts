/** Countries by the names that residents write, in French or in English. */
import { foldName } from '../../../domain/folded-name.js';

/** ISO 3166-1 alpha-2, officially assigned, without French territories. */
export const countryCodes =
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GG GH GI GL GM GN GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MO MP MR MS MT MU MV MW MX MY MZ NA NE NF NG NI NL NO NP NR NU NZ OM PA PE PG PH PK PL PN PS PT PW PY QA RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WS YE ZA ZM ZW'.split(
    ' ',
  );

/** Territories that have a code of their own in ISO 3166-1, and French postal codes. */
const french = ['BL', 'GF', 'GP', 'MF', 'MQ', 'NC', 'PF', 'PM', 'RE', 'TF', 'WF', 'YT'];

/** `belgique`, `belgium` and `be` are `BE`. Made at the first use: it takes some milliseconds. */
let codes: Map<string, string> | undefined;

function namesToCodes(): Map<string, string> {
  const languages = ['fr', 'en'];
  const entries = (code: string, meant: string) => [
    [foldName(code), meant] as const,
    ...languages.map((language) => [foldName(countryName(code, language)), meant] as const),
  ];
  return new Map([
    ...french.flatMap((code) => entries(code, 'FR')),
    ...countryCodes.flatMap((code) => entries(code, code)),
  ]);
}

/**
 * @param typed a name in French or English, or a code of ISO 3166-1; without regard to case and accents
 * @returns the code of ISO 3166-1; what was typed where no country has this name; France where nothing was
 */
export function countryCode(typed: string): string {
  if (!typed.trim()) return 'FR';
  codes ??= namesToCodes();
  return codes.get(foldName(typed)) ?? typed;
}

/** `Belgique`; the code itself where it has no name. */
export function countryName(code: string, language: string): string {
  return new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? code;
}
