import type { Administration } from '@guichet/contracts/administration';
import type { Directory } from '@guichet/contracts/directory';
import { serialised, structuredData } from '@guichet/contracts/structured-data';
import type { DirectoryState } from './services-directory.state.js';

/** Whether the page asks for Trusted Types of every script, though it be data: once refused, not tried again. */
let isRefused = false;

/**
 * Tells search engines what is on screen, in the page's head (schema.org). A block of data, of which nothing runs: no
 * `script-src` stops it. A policy of Trusted Types does, for they ask before they look at what kind of script it is.
 *
 * @returns takes it away
 */
export function tellEngines(
  state: DirectoryState,
  administration: Administration,
  directory: Directory,
): () => void {
  if (isRefused || (state.kind !== 'organisation' && state.kind !== 'procedure')) return () => {};
  const shown =
    state.kind === 'organisation'
      ? { organisation: state.organisation.id }
      : { procedure: state.procedure.slug };
  const script = document.createElement('script');
  script.type = 'application/ld+json';
  script.append(serialised(structuredData(administration, directory, shown)));
  const onViolation = ({ effectiveDirective }: SecurityPolicyViolationEvent) => {
    if (effectiveDirective !== 'require-trusted-types-for') return;
    isRefused = true;
    script.remove();
  };
  document.addEventListener('securitypolicyviolation', onViolation);
  document.head.append(script);
  return () => {
    document.removeEventListener('securitypolicyviolation', onViolation);
    script.remove();
  };
}
