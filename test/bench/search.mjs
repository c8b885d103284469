/**
 * What the search of the directory costs by itself: from a keystroke to what is found, against going through all texts
 * for what was typed, as who has no index would; and how long making its index keeps a page from anything else.
 */
import { createDirectorySearch, prepareDirectorySearch } from '@guichet/contracts/directory-search';
import { needs } from '@guichet/contracts/needs';
import '../../.config/typescript.mjs';
import { table } from './table.mjs';

// Sources, which Node reads once the hooks above are there.
const testing = '../../packages/contracts/src/testing';
const { aDirectory, anOrganisation } = await import(`${testing}/a-directory.ts`);
const { indexedGuides, realGuide } = await import(`${testing}/real-guides.ts`);

const MOST_MS = 16;
const ROUNDS = 9;
const TYPED = [
  'poubelle',
  'pasport',
  'cantine scolaire',
  'nid de guepes',
  'permis de construir',
  'eclairage rue',
  'chien qui aboie',
  'xqzwvkp',
];

const kinds = ['Service', 'Bureau', 'École', 'Agence', 'Maison', 'Syndicat', 'Bibliothèque'];
const work = ['urbanisme', 'enfance', 'voirie', 'eau potable', 'déchets', 'solidarité', 'sport', 'culture'];

const directoryOf = (count) =>
  aDirectory({
    organisations: Array.from({ length: count }, (_, i) =>
      anOrganisation(
        `o${i}`,
        `${kinds[i % kinds.length]} ${work[i % work.length]} n° ${i}`,
        i % 3 ? 'state' : 'commune',
        null,
        {
          description: `Reçoit les habitants, les renseigne sur ${work[(i * 7) % work.length]} et les aide.`,
          keywords: [work[(i * 3) % work.length]],
        },
      ),
    ),
  });

const named = needs.flatMap(({ guide }) => (guide ? (realGuide(guide) ?? []) : []));
const guides = [
  ...new Map([...indexedGuides(), ...named].map(({ id, title }) => [id, { id, title }])).values(),
];

/** Each beginning of each text, as it is typed. */
const keystrokes = TYPED.flatMap((text) => Array.from(text, (_, i) => text.slice(0, i + 1)));

const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];

/** @returns milliseconds of each keystroke, the median of some rounds; a first one is left out, which compiles */
function measured(find) {
  const times = keystrokes.map(() => []);
  for (let round = 0; round <= ROUNDS; round++)
    for (const [i, text] of keystrokes.entries()) {
      const start = performance.now();
      find(text);
      if (round) times[i].push(performance.now() - start);
    }
  return times.map(median);
}

const plain = (text) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** No index, no typos, no order: whatever has all the words. */
function goThrough({ organisations, procedures }) {
  const texts = [
    ...organisations.map(({ name, description, keywords }) => `${name} ${description} ${keywords.join(' ')}`),
    ...procedures.map(({ title, description }) => `${title} ${description}`),
    ...needs.map(({ title, words }) => `${title} ${words}`),
    ...guides.map(({ title }) => title),
  ];
  return (text) => {
    const words = plain(text).split(' ');
    return texts.filter((one) => words.every((word) => plain(one).includes(word)));
  };
}

/** @returns the longest that anything else waits while the index is made, in milliseconds */
async function longestPiece(directory) {
  let longest = 0;
  let last = performance.now();
  let isMaking = true;
  const beat = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (isMaking) setImmediate(beat);
  };
  setImmediate(beat);
  await prepareDirectorySearch(directory, guides);
  isMaking = false;
  return longest;
}

export async function compareSearch() {
  const ms = (value) => `${value.toFixed(2)} ms`;
  const rows = [];
  for (const count of [300, 1000]) {
    const directory = directoryOf(count);
    const { find } = createDirectorySearch(directory, guides);
    const ours = measured(find);
    const reference = measured(goThrough(directory));
    const worst = Math.max(...ours);
    rows.push([
      `${count} organisations, ${needs.length} needs, ${guides.length} guides`,
      ms(median(ours)),
      ms(worst),
      `${(median(reference) / median(ours)).toFixed(1)} ×`,
      ms(await longestPiece(directory)),
      worst <= MOST_MS ? 'reached' : 'NOT REACHED',
    ]);
  }
  console.log(`\nThe search of the directory: a keystroke, at most ${MOST_MS} ms`);
  console.log(
    table([
      ['', 'median', 'the slowest', 'faster than going through all', 'longest piece of the index', ''],
      ...rows,
    ]),
  );
}
