import { css } from 'lit';

/** What is seen first; the rest comes once somebody begins: `later.styles.ts`. */
export const styles = css`
  .heading[tabindex] {
    justify-self: start;
  }
  .text {
    white-space: pre-line;
  }
  .facts {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 17em), 1fr));
    gap: 0.75em 2em;
  }
  .facts dt {
    font-size: 0.875em;
  }
  .facts [href^='tel'] {
    white-space: nowrap;
  }
  .facts ul {
    padding-inline-start: 1.2em;
  }
  a.main {
    background: var(--_accent);
    border-color: var(--_accent);
    color: var(--_on-accent);
  }
  [aria-disabled='true'] {
    cursor: progress;
    opacity: 0.7;
  }
`;
