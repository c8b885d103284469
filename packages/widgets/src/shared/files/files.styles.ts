import { css } from 'lit';

export const filesStyles = css`
  .files {
    display: grid;
    gap: 0.75em;
    margin: 0 0 0.5em;
    padding: 0;
    /* Where it is none, VoiceOver no longer tells a list. */
    list-style-type: '';
  }
  .files > li {
    display: grid;
    gap: 0.35em;
    padding: 0.6em 0.75em;
    border: 1px solid var(--_rule);
    border-radius: var(--guichet-radius, 0.3em);
  }
  .files > .refused {
    border-inline-start: 0.3em solid var(--_danger);
  }
  .files b {
    font-weight: 600;
  }
  progress {
    inline-size: 100%;
  }
`;
