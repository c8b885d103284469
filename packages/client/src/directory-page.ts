import type { Directory } from '@guichet/contracts/directory';
import { directoryRoutes } from '@guichet/contracts/directory-routes';
import type { GuideIndex, ShownGuide } from '@guichet/contracts/guide';
import type { ClientOptions, DirectoryReading, Reading } from './port.js';
import { createReader, read } from './read.js';

/** The client for a page that shows the directory of services: it only reads. */
export function createDirectoryPageClient(options: ClientOptions): Reading & DirectoryReading {
  return {
    ...createReader(options),
    readDirectory: (opts) =>
      read<Directory>(options, directoryRoutes.directory, opts, 'organisations', 'procedures', 'themes'),
    readGuides: (opts) => read<GuideIndex>(options, directoryRoutes.guides, opts, 'guides'),
    readGuide: (id, { audience, ...opts } = {}) =>
      read<ShownGuide>(
        options,
        directoryRoutes.guide.replace(':id', encodeURIComponent(id)) +
          // One address for the same guide: caches on the way have it once.
          (audience && audience !== 'individuals' ? `?audience=${audience}` : ''),
        opts,
        'guide',
        'titles',
      ),
  };
}
