/** The URLs that the directory of services reads: apart from the others, so that a page loads no more than it calls. */
import { ADMINISTRATION_PATH } from './administration-path.js';

export const directoryRoutes = {
  directory: `${ADMINISTRATION_PATH}/directory`,
  /** The State's guides that can be looked for; `?audience=professionals|associations`. */
  guides: `${ADMINISTRATION_PATH}/guides`,
  /** One of them, `:id` its own. */
  guide: `${ADMINISTRATION_PATH}/guides/:id`,
} as const;
