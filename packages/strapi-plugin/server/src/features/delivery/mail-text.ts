import { oneLine, type Mail, type Section } from './mail.js';

/** The text part: complete in itself, for those who read nothing else. Lines are left to the reader's window. */
export function mailText({ sections, foot }: Mail): string {
  return [...sections.map(sectionText), foot.map(oneLine).join('\n')].join('\n\n-- \n\n').concat('\n');
}

function sectionText({ language, title, before, facts, action, after }: Section): string {
  // A space before the colon, which no line breaks at, in French only.
  const colon = language === 'fr' ? '\u00a0: ' : ': ';
  const kept = facts.map(({ label, value }) => label + colon + oneLine(value)).join('\n');
  const link = `${action.label}${colon}\n${action.url}`;
  return [title.toUpperCase(), ...before, kept, link, ...after].join('\n\n');
}
