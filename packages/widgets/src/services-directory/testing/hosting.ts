import { ApiError, type ApiErrorCode } from '@guichet/client/api-error';
import type { DirectoryReading, Reading } from '@guichet/client/port';
import type { Administration } from '@guichet/contracts/administration';
import type { Directory } from '@guichet/contracts/directory';
import type { GuideIndex, ShownGuide } from '@guichet/contracts/guide';
import { guideIndex, village, villageAdministration } from './village.js';

type Call = keyof DirectoryReading | 'readAdministration';

/** A hosting in memory that answers like a real one, or fails as it is told, and remembers what it was asked. */
export class VillageHosting implements Reading, DirectoryReading {
  readonly asked: Call[] = [];
  readonly failures = new Map<Call, ApiErrorCode>();
  /** Calls that never end. */
  readonly silent = new Set<Call>();
  readonly directory: Directory;
  readonly administration: Administration;

  constructor(directory: Directory = village, administration: Administration = villageAdministration) {
    this.directory = directory;
    this.administration = administration;
  }

  async #answer<T>(call: Call, value: () => T): Promise<T> {
    this.asked.push(call);
    await Promise.resolve();
    if (this.silent.has(call)) await new Promise(() => {});
    const code = this.failures.get(call);
    if (code) throw new ApiError(code);
    return value();
  }

  readAdministration(): Promise<Administration> {
    return this.#answer('readAdministration', () => this.administration);
  }

  readDirectory(): Promise<Directory> {
    return this.#answer('readDirectory', () => this.directory);
  }

  readGuides(): Promise<GuideIndex> {
    return this.#answer('readGuides', () => guideIndex);
  }

  readGuide(id: string): Promise<ShownGuide> {
    return this.#answer('readGuide', () => {
      const listed = guideIndex.guides.find((each) => each.id === id);
      if (!listed) throw new ApiError('guide-not-found');
      return shownGuide(listed.id, listed.title);
    });
  }
}

/** A guide with as little in it as one can have; `guide/` has those that show all. */
function shownGuide(id: string, title: string): ShownGuide {
  return {
    guide: {
      id,
      kind: 'sheet',
      audiences: ['individuals'],
      title,
      overtitle: null,
      description: '',
      url: `https://www.service-public.gouv.fr/particuliers/vosdroits/${id}`,
      modifiedOn: '2026-03-02',
      author: 'Direction de l’information légale et administrative',
      trail: [],
      isBeingUpdated: false,
      warning: null,
      introduction: [{ is: 'text', content: ['Vous pouvez demander ce document à la mairie.'] }],
      body: [],
      groups: [],
      services: [],
      contacts: [],
      questions: [],
      howTo: [],
      seeAlso: [{ id: 'N19808', title: 'Logement', audience: null }],
      learnMore: [],
      references: [],
      definitions: [],
      abbreviations: [],
    },
    source: { url: null, file: 'vosdroits-latest.zip', fetchedOn: '2026-03-23' },
    titles: { N19808: 'Logement' },
  };
}
