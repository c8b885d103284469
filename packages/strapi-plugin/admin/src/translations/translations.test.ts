import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import en from './en.json' with { type: 'json' };
import fr from './fr.json' with { type: 'json' };

const words: Record<string, Record<string, string>> = { en, fr };
const keys = Object.keys(en);

/** `{day}` and the like; what a plural or a select says in each case is none. */
const argumentsOf = (text: string) =>
  new Set(
    [...text.matchAll(/(?<!(?:=\d+|one|other|ahead) )\{(\w+)(?:\}|, (?:plural|select))/g)].map(
      ([, name]) => name,
    ),
  );

test('both languages say the same things, of the same facts', () => {
  assert.deepEqual(Object.keys(fr).sort(), [...keys].sort());
  for (const key of keys)
    assert.deepEqual(argumentsOf(words['fr']![key]!), argumentsOf(words['en']![key]!), key);
});

test('French has its no-break spaces, and its own apostrophe', () => {
  const wrong = Object.entries(fr).filter(([, text]) => / [:;?!»]|« |'/.test(text));
  assert.deepEqual(wrong, []);
});

test('no word waits for a page that is gone', () => {
  const folder = new URL('../', import.meta.url);
  const source = globSync('**/*.{ts,tsx}', { cwd: folder, exclude: ['**/*.test.ts'] })
    .map((file) => readFileSync(new URL(file, folder), 'utf8'))
    .join('\n');
  const begun = [...source.matchAll(/`([\w.-]+\.)\$\{/g)].map(([, beginning]) => beginning!);
  const unused = keys.filter(
    (key) =>
      !source.includes(`'${key}'`) &&
      !source.includes(`"${key}"`) &&
      !source.includes(`.${key}'`) &&
      !source.includes(`.${key}\``) &&
      !begun.some((beginning) => beginning !== '.' && key.startsWith(beginning)),
  );
  assert.deepEqual(unused, []);
});
