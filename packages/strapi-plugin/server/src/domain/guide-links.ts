/** Which guides a guide leads to: their titles are looked up at once. */
import type { Block, Guide, GuideContact, GuideService, Inline } from '@guichet/contracts/guide';

function inLine(content: readonly Inline[]): string[] {
  return content.flatMap((one) => {
    if (typeof one === 'string') return [];
    return one.is === 'guide' ? [one.id, ...inLine(one.content)] : inLine(one.content);
  });
}

const inService = ({ introduction, annexes }: GuideService) =>
  inBlocks([...introduction, ...annexes.flatMap(({ blocks }) => blocks)]);
const inContact = ({ blocks }: GuideContact) => inBlocks(blocks);

function inBlock(one: Block): string[] {
  switch (one.is) {
    case 'text':
      return inLine(one.content);
    case 'section':
    case 'box':
      return [...inLine(one.title), ...inBlocks(one.blocks)];
    case 'list':
      return one.items.flatMap(inBlocks);
    case 'table':
      return [
        ...inLine([...one.title, ...one.summary]),
        ...one.rows.flat().flatMap(({ blocks }) => inBlocks(blocks)),
      ];
    case 'cases':
      return one.cases.flatMap(({ title, blocks }) => [...inLine(title), ...inBlocks(blocks)]);
    case 'service':
      return inService(one.service);
    case 'contact':
      return inContact(one.contact);
    case 'picture':
      return inLine(one.caption);
  }
}

const inBlocks = (blocks: readonly Block[]): string[] => blocks.flatMap(inBlock);

export function guidesLinkedBy(guide: Guide): string[] {
  const listed = [
    ...guide.trail,
    ...guide.groups.flatMap(({ guides }) => guides),
    ...guide.questions,
    ...guide.howTo,
    ...guide.seeAlso,
  ];
  const ids = [
    ...listed.map(({ id }) => id),
    ...inBlocks([...(guide.warning?.blocks ?? []), ...guide.introduction, ...guide.body]),
    ...guide.services.flatMap(inService),
    ...guide.contacts.flatMap(inContact),
    ...guide.definitions.flatMap(({ blocks }) => inBlocks(blocks)),
  ];
  return [...new Set(ids)];
}
