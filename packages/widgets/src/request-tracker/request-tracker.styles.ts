import { css } from 'lit';

export const styles = css`
  .heading[tabindex] {
    justify-self: start;
  }
  .refused {
    border-inline-start-color: var(--_danger);
  }
  .facts {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 18em), 1fr));
    gap: 0.75em 1em;
  }
  .facts > .written {
    grid-column: 1 / -1;
  }
  .notice ul,
  form > ul,
  .enclosed {
    padding-inline-start: 1.2em;
  }
  summary {
    padding-block: 0.35em;
    font-weight: 600;
    cursor: pointer;
  }
  .facts dt {
    font-size: 0.875em;
  }
  .timeline {
    display: grid;
    gap: 1em;
    margin: 0;
    padding: 0;
    /* Where it is none, VoiceOver no longer tells a list. */
    list-style-type: '';
  }
  .timeline > li {
    display: grid;
    gap: 0.35em;
    padding: 0.75em 1em;
    border: 1px solid var(--_rule);
    border-radius: var(--guichet-radius, 0.3em);
  }
  .timeline > .theirs {
    padding-inline-start: calc(0.7em + 1px);
    border-inline-start: 0.3em solid var(--_accent);
  }
  .what {
    font-weight: 600;
  }
  .text {
    white-space: pre-wrap;
  }
  .followed ul {
    display: grid;
    gap: 0.5em;
    margin: 0;
    padding: 0;
    list-style-type: '';
  }
  .followed button {
    display: grid;
    inline-size: 100%;
    justify-content: start;
    justify-items: start;
    text-align: start;
  }
  .followed [aria-current='true'] {
    border-inline-start: 0.4em solid var(--_accent);
    font-weight: 600;
  }
  .plain {
    justify-items: start;
    text-align: start;
  }
  .leave {
    display: grid;
    gap: 0.5em;
    justify-items: start;
  }
  [aria-disabled='true'] {
    cursor: progress;
    opacity: 0.7;
  }
  @media print {
    .screen-only {
      display: none;
    }
    .heading:focus {
      outline: none;
    }
    .timeline > li {
      break-inside: avoid;
    }
  }
`;
