/** What the rules of architecture look at: the repository's files, and what a source file imports. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

/** Every file that is, or is about to be, in the repository; from its root, with `/`. */
export function repositoryFiles(): string[] {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return listed.split('\0').filter((path) => path && existsSync(join(root, path)));
}

export const read = (path: string): string => readFileSync(join(root, path), 'utf8');

export interface Import {
  specifier: string;
  /** Nothing of it is left once types are erased. */
  isTypeOnly: boolean;
  /** Loaded when the line runs, not with the file. */
  isLazy: boolean;
}

/** The imports and re-exports of a TypeScript source, `import()` and types' `import('…')` included. */
export function importsOf(source: string): Import[] {
  const found: Import[] = [];
  const file = ts.createSourceFile('source.tsx', source, ts.ScriptTarget.Latest, false, ts.ScriptKind.TSX);
  const add = (specifier: ts.Node | undefined, isTypeOnly: boolean, isLazy = false) => {
    if (specifier && ts.isStringLiteralLike(specifier))
      found.push({ specifier: specifier.text, isTypeOnly, isLazy });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      add(node.moduleSpecifier, isErased(node.importClause));
    } else if (ts.isExportDeclaration(node)) {
      add(node.moduleSpecifier, node.isTypeOnly);
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      add(node.argument.literal, true);
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0], false, true);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** The names of the members that a source's object literals have. */
export function membersIn(source: string): Set<string> {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isObjectLiteralElementLike(node) && node.name && ts.isIdentifier(node.name))
      names.add(node.name.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('source.ts', source, ts.ScriptTarget.Latest));
  return names;
}

/** With `verbatimModuleSyntax` an import disappears only if it says `type` itself. */
function isErased(clause: ts.ImportClause | undefined): boolean {
  return clause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
}

const folderOf: Record<string, string> = {
  '@guichet/contracts': 'packages/contracts/src',
  '@guichet/client': 'packages/client/src',
};

/** @returns the source file that `specifier` means in `file`, or undefined for a package of others */
export function resolveSource(file: string, specifier: string): string | undefined {
  const workspace = Object.keys(folderOf).find((name) => specifier.startsWith(`${name}/`));
  if (workspace) return `${folderOf[workspace]!}${specifier.slice(workspace.length)}.ts`;
  if (!specifier.startsWith('.')) return undefined;
  return posix.join(posix.dirname(file), specifier).replace(/\.js$/, '.ts');
}

/**
 * The packages that stay in what a page loads from `file`, types erased, lazily loaded parts included.
 *
 * @param readSource gives a source by its path
 * @returns each package, with the chain of files that leads to it
 */
export function packagesReachableFrom(
  file: string,
  readSource: (path: string) => string,
): Map<string, string[]> {
  const packages = new Map<string, string[]>();
  const seen = new Set<string>();
  const follow = (path: string, chain: string[]) => {
    if (seen.has(path)) return;
    seen.add(path);
    for (const { specifier, isTypeOnly } of importsOf(readSource(path))) {
      if (isTypeOnly) continue;
      const target = resolveSource(path, specifier);
      if (target) follow(target, [...chain, target]);
      else if (!packages.has(specifier)) packages.set(specifier, chain);
    }
  };
  follow(file, [file]);
  return packages;
}
