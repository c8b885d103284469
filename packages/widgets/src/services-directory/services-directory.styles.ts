import { css } from 'lit';

/** What is seen first; the rest comes with what follows the first paint: `later.styles.ts`. */
export const styles = css`
  .base {
    max-inline-size: var(--guichet-max-inline-size, 52rem);
  }
  .heading[tabindex] {
    justify-self: start;
  }
  input[type='search'] {
    appearance: textfield;
  }
  .group {
    display: grid;
    gap: 0.75em;
  }
  details {
    padding-inline: 1em;
    border: 1px solid var(--_rule);
    border-radius: var(--guichet-radius, 0.3em);
  }
  summary {
    padding-block: 0.6em;
    font-weight: 600;
    cursor: pointer;
  }
  .pair {
    align-items: start;
    gap: 0.75em;
  }
  .list {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 17em), 1fr));
    gap: 0.75em;
    /* Where it is none, VoiceOver no longer tells a list. */
    list-style-type: '';
  }
  .list > li {
    display: grid;
    gap: 0.25em;
    align-content: start;
    justify-items: start;
    padding: 0.75em 1em;
    border: 1px solid var(--_rule);
    border-radius: var(--guichet-radius, 0.3em);
  }
  .name {
    font-weight: 600;
  }
  .kind {
    font-size: 0.875em;
  }
  .competent {
    display: grid;
    justify-items: start;
  }
  .opening {
    display: inline-flex;
    gap: 0.5em;
    align-items: baseline;
  }
  /* A ring; filled where it is open. Of borders alone, which forced colours keep. */
  .opening::before {
    content: '';
    flex: none;
    inline-size: 0.7em;
    block-size: 0.7em;
    box-sizing: border-box;
    border: 0.12em solid var(--_border);
    border-radius: 50%;
  }
  .open::before {
    border-width: 0.4em;
    border-color: var(--_accent);
  }
`;
