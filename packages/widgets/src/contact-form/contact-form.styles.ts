import { css } from 'lit';

export const styles = css`
  form {
    gap: 2.25em;
  }
  /* Of the button that comes with what is loaded at the first input: nothing moves then. */
  .room {
    min-block-size: 44px;
  }
  summary {
    cursor: pointer;
    padding-block: 0.75em;
    font-weight: 600;
    color: var(--_accent);
  }
  dl > div {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1em;
    padding-block: 0.6em;
    border-block-start: 1px solid var(--_rule);
  }
  dt {
    flex: 1 1 10em;
    font-weight: 600;
  }
  .receipt div:nth-child(-n + 2) > dd {
    font-weight: 700;
    user-select: all;
  }
  dd {
    flex: 2 1 14em;
    white-space: pre-line;
  }
`;
