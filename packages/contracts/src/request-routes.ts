/** What a page calls to send a request: apart from the other routes (`routes.ts`), as it loads no others. */
import { ADMINISTRATION_PATH } from './administration-path.js';

export const requestRoutes = {
  formToken: `${ADMINISTRATION_PATH}/form-token`,
  requests: `${ADMINISTRATION_PATH}/requests`,
} as const;

/** Header that makes a creating POST safe to send again: a UUID, new for each intention of the sender. */
export const IDEMPOTENCY_KEY = 'Idempotency-Key';
