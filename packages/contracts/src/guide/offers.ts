/** What a guide's text already offers where it speaks of it: not said twice at its end. */
import type { Block, Guide } from '../guide.js';

/** Ids of the services and contacts that stand among blocks. */
function offeredIn(blocks: readonly Block[]): string[] {
  return blocks.flatMap((one): string[] => {
    switch (one.is) {
      case 'service':
        return [one.service.id];
      case 'contact':
        return [one.contact.id];
      case 'section':
      case 'box':
        return offeredIn(one.blocks);
      case 'list':
        return one.items.flatMap(offeredIn);
      case 'cases':
        return one.cases.flatMap(({ blocks: content }) => offeredIn(content));
      default:
        return [];
    }
  });
}

/** The services and contacts that only the end of the guide tells of. */
export function lastOffers({
  introduction,
  body,
  services,
  contacts,
}: Guide): Pick<Guide, 'services' | 'contacts'> {
  const told = new Set(offeredIn([...introduction, ...body]).filter(Boolean));
  return {
    services: services.filter(({ id }) => !told.has(id)),
    contacts: contacts.filter(({ id }) => !told.has(id)),
  };
}
