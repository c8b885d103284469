/** What each folder must hold. */

import { membersIn } from './sources.js';

/** The folder right under `parent` that each file lives in, with the names of its files. */
export function foldersUnder(parent: string, files: readonly string[]): Map<string, string[]> {
  const folders = new Map<string, string[]>();
  for (const file of files) {
    if (!file.startsWith(`${parent}/`)) continue;
    const [folder, ...rest] = file.slice(parent.length + 1).split('/');
    if (!folder || rest.length === 0) continue;
    folders.set(folder, [...(folders.get(folder) ?? []), rest.join('/')]);
  }
  return folders;
}

/** @returns the files that the widget's folder lacks; words may all live in the contracts, so messages are not asked */
export function missingInWidget(name: string, files: readonly string[]): string[] {
  const parts = ['', '.controller', '.styles', '.events', '.test', '.stories'];
  return parts.map((part) => `${name}${part}.ts`).filter((file) => !files.includes(file));
}

/** Strapi's own words, and what a feature hands over from the file of that name. */
const strapiWords = {
  publicRoutes: 'routes',
  adminRoutes: 'routes',
  services: 'service',
  contentTypes: 'schema',
  permissions: 'permissions',
} as const;

/**
 * A feature is a `feature.ts`; where it is more than that file, what it hands to Strapi stands in the file that bears
 * Strapi's word for it.
 *
 * @param feature the source of its `feature.ts`, or undefined where there is none; it is read for the members of the
 *   object it makes
 * @returns what is missing or misplaced
 */
export function misplacedInFeature(files: readonly string[], feature: string | undefined): string[] {
  if (feature === undefined) return ['feature.ts'];
  if (files.filter((file) => !file.endsWith('.test.ts')).length === 1) return [];
  const members = membersIn(feature);
  return Object.entries(strapiWords)
    .filter(([member, word]) => members.has(member) && !feature.includes(`from './${word}`))
    .map(([member, word]) => `${member} from ${word}.ts`);
}

const topLevel = new Set([
  'packages',
  'examples',
  'test',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'rollup.config.mjs',
  'README.md',
  'LICENSE',
  'ARCHITECTURE.md',
  'CHANGELOG.md',
]);

/** @returns what stands at the top of the repository and may not; dotfiles and dotfolders may */
export function strangersAtTop(files: readonly string[]): string[] {
  const names = new Set(files.map((file) => file.split('/')[0]!));
  return [...names].filter((name) => !name.startsWith('.') && !topLevel.has(name));
}
