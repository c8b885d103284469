import { css } from 'lit';

/** What is not seen before somebody begins. */
export const styles = css`
  .framed {
    display: grid;
    gap: 0.75em;
  }
  .framed:fullscreen {
    align-content: start;
    padding: 0.75em;
    overflow: auto;
    background: Canvas;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25em 1em;
  }
  a.plain {
    padding-inline: 0.3em;
    border-color: transparent;
    text-decoration: underline;
  }
  .handed-over {
    display: grid;
    gap: 0.25em;
  }
  .handed-over legend {
    margin-block-end: 0.25em;
    font-weight: 400;
  }
  .step {
    font-weight: 600;
  }
  .notice [id='notice'] {
    border-inline-start-color: var(--_danger);
  }
  .receipt dd {
    font-weight: 600;
  }
  @media print {
    button,
    .button,
    .bar,
    .screen-only {
      display: none;
    }
    .heading:focus {
      outline: none;
    }
  }
`;
