/**
 * Types and ESLint of all that is written here, in one program: to make it takes as long as to check it, and each of
 * the two would otherwise do so. `npm run lint`, and the step `lint` of `npm test`.
 */
import { ESLint } from 'eslint';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('..', import.meta.url));
const host = {
  ...ts.sys,
  onUnRecoverableConfigFileDiagnostic: (diagnostic) => {
    throw new Error(ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n'));
  },
};
const { fileNames, options, errors } = ts.getParsedCommandLineOfConfigFile(
  `${root}/.config/tsconfig.all.json`,
  {},
  host,
);
const program = ts.createProgram(fileNames, options);
const wrong = [...errors, ...ts.getPreEmitDiagnostics(program)];
if (wrong.length)
  console.error(
    ts.formatDiagnostics(wrong, {
      getCanonicalFileName: (name) => name,
      getCurrentDirectory: () => root,
      getNewLine: () => '\n',
    }),
  );

const eslint = new ESLint({
  cwd: root,
  overrideConfigFile: `${root}/.config/eslint.config.mjs`,
  overrideConfig: {
    files: ['**/*.{ts,tsx,mts}'],
    languageOptions: { parserOptions: { programs: [program], project: null } },
  },
});
const results = await eslint.lintFiles(['.']);
const told = await (await eslint.loadFormatter()).format(results);
if (told) console.error(told);
const isWrong = wrong.length || results.some(({ errorCount, warningCount }) => errorCount || warningCount);
process.exitCode = isWrong ? 1 : 0;
