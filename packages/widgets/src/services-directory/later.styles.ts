import { css } from 'lit';

/** What is not seen before somebody does something. */
export const styles = css`
  .filters > div {
    padding-block-end: 0.75em;
  }
  /* Only some browsers have one, and the keyboard does not reach it: ours is below. */
  ::-webkit-search-cancel-button {
    display: none;
  }
  .columns {
    columns: 14em;
    padding: 0 0 0.75em 1.2em;
  }
  .columns li {
    padding-block: 0.25em;
    break-inside: avoid;
  }
  #found {
    grid-template-columns: auto;
  }
  a.main {
    background: var(--_accent);
    border-color: var(--_accent);
    color: var(--_on-accent);
  }
  .standing {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1em;
    align-items: baseline;
  }
  .back {
    margin-block-end: 1em;
  }
  .text {
    white-space: pre-line;
  }
  .lines {
    list-style-type: '';
  }
  .bullets {
    padding-inline-start: 1.2em;
  }
  .line {
    display: block;
  }
  .facts {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 17em), 1fr));
    gap: 0.75em 1em;
  }
  .facts dt {
    font-size: 0.875em;
  }
  article .pair {
    gap: 1.5em 2em;
  }
  @media print {
    button,
    [role='search'],
    .filters,
    /* True of a moment only. */
    .opening,
    .screen-only {
      display: none;
    }
    .heading:focus {
      outline: none;
    }
    .list > li {
      break-inside: avoid;
    }
  }
`;
