import { oneLine, type Mail, type Section } from './mail.js';

/** The text part: complete in itself, for those who read nothing else. Lines are left to the reader's window. */
export function mailText({ sections, foot }: Mail): string {
  // RFC 3676 4.3: below this line, mail programs know a signature.
  const signature = ['-- ', ...foot.map(oneLine)].join('\n');
  return `${[...sections.map(sectionText), signature].join('\n\n')}\n`;
}

function sectionText({ language, title, before, facts, action, after }: Section): string {
  // French has a space before the colon, at which no line breaks.
  const colon = language === 'fr' ? '\u00a0:' : ':';
  const kept = facts.map(({ label, value }) => `${label}${colon} ${oneLine(value)}`).join('\n');
  const link = `${action.label}${colon}\n${action.url}`;
  return [title.toUpperCase(), ...before, kept, link, ...after].filter(Boolean).join('\n\n');
}
