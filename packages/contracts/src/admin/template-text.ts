/** The variables of answer templates, `{{nom}}`: read without regard to case, accents and spaces. Without dependency. */

export const templateVariables = [
  'référence',
  'objet',
  'nom',
  'date de réception',
  'mairie',
  'service',
  'échéance',
  'signature',
] as const;
export type TemplateVariable = (typeof templateVariables)[number];

/** What each stands for in one request; null or blank where the request has none. */
export type TemplateValues = Readonly<Record<TemplateVariable, string | null>>;

const VARIABLE = /\{\{([^{}]*)\}\}/g;

const fold = (name: string) =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s\u00a0\u202f_-]+/g, ' ')
    .trim();

const byFolded: ReadonlyMap<string, TemplateVariable> = new Map(
  templateVariables.map((variable) => [fold(variable), variable]),
);

/** @returns what stands between braces and is no variable, as it is written; stray braces too */
export function unknownVariables(body: string): string[] {
  const unknown = new Set<string>();
  const rest = body.replace(VARIABLE, (written, name: string) => {
    if (!byFolded.has(fold(name))) unknown.add(written);
    return '';
  });
  for (const stray of rest.match(/\{\{|\}\}/g) ?? []) unknown.add(stray);
  return [...unknown];
}

/**
 * The text for one request. What the request does not have leaves a gap that shows, `[nom]`: whoever sends it fills it
 * in. What a value holds is taken as it is, braces included.
 */
export function filledTemplate(body: string, values: TemplateValues): string {
  return body.replace(VARIABLE, (written, name: string) => {
    const variable = byFolded.get(fold(name));
    if (!variable) return written;
    return values[variable]?.trim() || `[${variable}]`;
  });
}
