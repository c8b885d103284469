import { css } from 'lit';

export const styles = css`
  .human {
    margin-block-start: 1.5em;
    padding-block-start: 1em;
    border-block-start: 1px solid var(--_rule);
  }
  .notice:focus {
    outline-offset: 2px;
  }
  .refused {
    border-inline-start-color: var(--_danger);
  }
  .facts {
    display: grid;
    gap: 0.75em;
  }
  .facts dt {
    font-size: 0.875em;
  }
  .facts .notice {
    gap: 0.1em;
  }
  .reference {
    font-variant-numeric: tabular-nums;
    font-weight: 600;
  }
  .timeline {
    display: grid;
    gap: 1em;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .timeline > li {
    display: grid;
    gap: 0.35em;
    padding: 0.75em 1em;
    border: 1px solid var(--_rule);
    border-radius: var(--guichet-radius, 0.3em);
  }
  .theirs {
    border-inline-start: 0.3em solid var(--_accent) !important;
  }
  .what {
    font-weight: 600;
  }
  .text {
    white-space: pre-line;
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
    .timeline > li {
      break-inside: avoid;
    }
  }
`;
