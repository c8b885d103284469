import { css } from 'lit';

/**
 * The look that every widget shares. Fonts and colours are the page's; what must stand out uses the colours that
 * `palette.ts` computes for the background that is really there.
 */
export const controls = css`
  :host {
    display: block;
  }
  :host([hidden]) {
    display: none;
  }
  * {
    box-sizing: border-box;
  }
  .base {
    max-inline-size: var(--guichet-max-inline-size, 44rem);
    line-height: 1.5;
    overflow-wrap: anywhere;
    text-align: start;
    white-space: normal;
    accent-color: var(--_accent);
  }
  p,
  ul,
  fieldset,
  dl,
  dd {
    margin: 0;
    padding: 0;
    border: 0;
  }
  fieldset {
    min-inline-size: 0;
  }
  a {
    color: var(--_accent);
  }
  .heading {
    font-size: 1.2em;
    font-weight: 700;
    line-height: 1.3;
    outline: 0;
  }
  #view {
    font-size: 1.5em;
    margin-block-end: 0.3em;
  }
  #view,
  #summary {
    scroll-margin-block-start: 6rem;
  }
  .stack {
    display: grid;
    gap: 1.5em;
  }
  .field {
    display: grid;
    gap: 0.3em;
    align-content: start;
  }
  label,
  legend {
    font-weight: 600;
    padding: 0;
  }
  small,
  .hint {
    font-size: 0.875em;
    font-weight: 400;
  }
  input,
  select,
  textarea,
  button {
    font: inherit;
    color: inherit;
  }
  input:not([type='radio'], [type='checkbox']),
  select,
  textarea {
    inline-size: 100%;
    min-block-size: 2.75em;
    padding: 0.5em 0.7em;
    /* Below 16 px an iPhone zooms into the field. */
    font-size: max(1em, 16px);
    background: transparent;
    border: 1px solid var(--_border);
    border-radius: var(--guichet-radius, 0.3em);
  }
  option {
    background: Canvas;
    color: CanvasText;
  }
  textarea {
    resize: vertical;
  }
  .field > [aria-invalid='true'] {
    border: 2px solid var(--_danger);
  }
  fieldset[aria-invalid='true'] {
    padding-inline-start: 0.75em;
    border-inline-start: 0.3em solid var(--_danger);
  }
  :focus-visible {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
  }
  .error {
    color: var(--_danger);
    font-weight: 600;
  }
  .choice {
    display: flex;
    gap: 0.6em;
    align-items: baseline;
    min-block-size: max(1.75em, 24px);
    font-weight: 400;
  }
  .choice small {
    display: block;
  }
  .choice input {
    flex: none;
    inline-size: 1.15em;
    block-size: 1.15em;
    margin: 0;
    translate: 0 0.15em;
  }
  button,
  .button {
    display: inline-grid;
    place-content: center;
    min-block-size: 44px;
    padding: 0.55em 1.2em;
    line-height: 1.25;
    text-decoration: none;
    background: transparent;
    color: var(--_accent);
    border: 1px solid;
    border-radius: var(--guichet-radius, 0.3em);
    font-weight: 600;
    cursor: pointer;
  }
  button.main {
    background: var(--_accent);
    border-color: var(--_accent);
    color: var(--_on-accent);
  }
  button.plain {
    padding-inline: 0.3em;
    border-color: transparent;
    text-decoration: underline;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.75em;
  }
  .summary,
  .notice {
    display: grid;
    gap: 0.5em;
    padding: 1em;
    border: 1px solid var(--_rule);
    border-inline-start: 0.3em solid var(--_accent);
    border-radius: var(--guichet-radius, 0.3em);
  }
  .summary {
    border-color: var(--_danger);
  }
  .summary ul {
    padding-inline-start: 1.2em;
  }
  .summary a {
    display: inline-block;
    min-block-size: 24px;
    /* Where a sentence takes several lines, its mark stands beside the first. */
    vertical-align: top;
    color: var(--_danger);
  }
  .human,
  .human small {
    display: flex;
    flex-wrap: wrap;
    gap: 0.1em 1.2em;
  }
  .human {
    justify-content: space-between;
    margin-block-end: 1.5em;
    padding-block: 0.75em;
    border-block: 1px solid var(--_rule);
    font-style: normal;
  }
  .human small {
    flex-basis: 100%;
  }
  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  /* Two columns where both have room, without asking the page for a container. */
  .pair,
  .choices {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 15em), 1fr));
    gap: 1.5em 1em;
  }
  .pair {
    align-items: end;
  }
  .choices {
    gap: 0.3em 1em;
  }
`;
