/** What a resident chooses to see of all that a directory lists. No dependency: it runs in the page too. */
import type { Directory, DirectoryProcedure, Level, Organisation } from './directory.js';

export interface Choice {
  /** Empty: all. */
  levels: ReadonlySet<Level>;
  openNow: boolean;
  online: boolean;
}

export const anything: Choice = { levels: new Set(), openNow: false, online: false };

export interface Listed {
  organisations: readonly Organisation[];
  procedures: readonly DirectoryProcedure[];
}

/**
 * A procedure is chosen with who is competent for it, by level and hours only where that one is listed; an organisation is online where one can write to it, or start
 * something of its.
 */
export function chosen(
  { organisations, procedures }: Pick<Directory, 'organisations' | 'procedures'>,
  { levels, openNow, online }: Choice,
  isOpen: (organisation: Organisation) => boolean,
): Listed {
  const isOnline = ({ ways }: DirectoryProcedure) => ways.includes('online');
  const hasOnline = new Set(procedures.filter(isOnline).map(({ organisation }) => organisation));
  const right = organisations.filter(
    (each) => (!levels.size || levels.has(each.level)) && (!openNow || isOpen(each)),
  );
  const ids = new Set(right.map(({ id }) => id));
  // The administration itself comes first, and is written to by the general form.
  const canWrite = (each: Organisation) => each === organisations[0] || each.recipient || each.contactForm;
  return {
    organisations: right.filter((each) => !online || canWrite(each) || hasOnline.has(each.id)),
    procedures: procedures.filter(
      (each) =>
        (each.organisation ? ids.has(each.organisation) : !levels.size && !openNow) &&
        (!online || isOnline(each)),
    ),
  };
}
