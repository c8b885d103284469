import { css } from 'lit';

/** What a guide looks like besides what all of the directory does. */
export const guideStyles = css`
  .guide,
  .guide .flow,
  .guide .box,
  .explanation {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1em;
  }
  .guide {
    gap: 1.5em;
  }
  .guide section.flow {
    margin-block-start: 0.5em;
  }
  .guide .depth-2 {
    font-size: 1.3em;
  }
  .guide .depth-3 {
    font-size: 1.12em;
  }
  .guide .depth-4 {
    font-size: 1em;
  }
  .guide [role='heading'][id] {
    scroll-margin-block-start: 6rem;
  }
  .guide :is(ul, ol) {
    margin: 0;
    padding-inline-start: 1.4em;
  }
  .guide li + li,
  .guide li > :is(ul, ol),
  .guide :is(td, th) > * + * {
    margin-block-start: 0.4em;
  }
  .guide b {
    font-weight: 600;
  }
  .guide :is(sup, sub) {
    line-height: 0;
  }
  .out::after {
    content: ' ↗';
    content: ' ↗' / '';
  }
  .over {
    font-weight: 600;
  }
  .trail ol {
    display: flex;
    flex-wrap: wrap;
    gap: 0.2em 0.5em;
    list-style-type: '';
    padding: 0;
    font-size: 0.9em;
  }
  .guide .trail li {
    margin: 0;
  }
  .trail li + li::before {
    content: '›';
    content: '›' / '';
    margin-inline-end: 0.5em;
  }
  :is(.trail, .links) a {
    display: inline-block;
    min-block-size: 24px;
  }
  .guide .links {
    list-style-type: '';
    padding: 0;
  }
  .contents {
    padding: 1em;
    border: 1px solid var(--_rule);
    border-radius: var(--guichet-radius, 0.3em);
  }
  .contents button {
    min-block-size: 24px;
    padding: 0.15em 0;
    text-align: start;
    font-weight: 400;
  }
  .contents li + li {
    margin: 0;
  }
  .guide .box,
  .explanation {
    padding: 1em;
    border: 1px solid var(--_rule);
    border-inline-start: 0.35em solid var(--_accent);
    border-radius: var(--guichet-radius, 0.3em);
  }
  .guide .box.warning {
    border-inline-start-color: var(--_danger);
  }
  .guide .card {
    padding: 1em;
    border: 1px solid var(--_rule);
    border-radius: var(--guichet-radius, 0.3em);
    gap: 0.6em;
  }
  .card .button {
    display: inline-block;
  }
  .offices {
    display: grid;
    gap: 0.75em;
    list-style-type: '';
    padding: 0 !important;
  }
  .guide .offices li {
    margin: 0;
  }
  .guide .term {
    display: inline;
    min-block-size: 0;
    padding: 0;
    border: 0;
    font-weight: inherit;
    line-height: inherit;
    text-align: inherit;
    text-decoration: underline dotted;
    text-underline-offset: 0.15em;
  }
  .guide .term[aria-expanded='true'] {
    text-decoration-style: solid;
  }
  .explanation .plain {
    padding-inline: 0;
  }
  .guide [role='tablist'] {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.25em;
    border-block-end: 1px solid var(--_border);
  }
  .guide [role='tab'] {
    max-inline-size: 100%;
    padding-block-end: 0.8em;
    text-align: start;
    border: 0;
    border-radius: 0;
  }
  /* By a border alone, which forced colours keep, and none elsewhere, which they would show. */
  .guide [role='tab'][aria-selected='true'] {
    padding-block-end: 0.55em;
    color: inherit;
    border-block-end: 0.25em solid var(--_accent);
  }
  .guide [role='tab']:hover {
    text-decoration: underline;
  }
  .guide .cases > p {
    font-weight: 600;
  }
  .cases > * + * {
    margin-block-start: 0.75em;
  }
  .guide fieldset {
    display: grid;
    gap: 0.3em;
  }
  .guide legend {
    margin-block-end: 0.4em;
  }
  .guide .panel[role='group'] {
    padding-inline-start: 1em;
    border-inline-start: 0.2em solid var(--_rule);
  }
  .guide .panel[hidden=''] {
    display: none;
  }
  /* What is hidden only until it is found keeps its box. */
  .cases > .panel[hidden] {
    margin: 0;
    padding: 0;
    border: 0;
  }
  .guide .printed {
    display: none;
  }
  .wide {
    overflow-x: auto;
    position: relative;
  }
  .wide table {
    min-inline-size: 36rem;
    overflow-wrap: break-word;
  }
  .guide table {
    inline-size: 100%;
    border-collapse: collapse;
    hyphens: auto;
  }
  .guide caption {
    padding-block-end: 0.5em;
    text-align: start;
  }
  .guide :is(th, td) {
    padding: 0.5em 0.6em;
    border: 1px solid var(--_border);
    text-align: start;
    vertical-align: top;
  }
  .guide thead th {
    border-block-end-width: 3px;
  }
  .folds {
    display: grid;
    gap: 0.5em;
  }
  .guide details {
    padding-inline: 1em;
    border: 1px solid var(--_border);
    border-radius: var(--guichet-radius, 0.3em);
  }
  .guide details[open] {
    padding-block-end: 1em;
  }
  .guide summary {
    padding-block: 0.7em;
    color: var(--_accent);
  }
  .guide dt {
    font-weight: 600;
  }
  .guide .source {
    padding-block-start: 1.5em;
    border-block-start: 1px solid var(--_rule);
    font-size: 0.9em;
  }
  .source dl {
    display: grid;
    gap: 0.3em;
  }
  .source dl > div {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.5em;
  }
  @media print {
    .contents,
    .trail,
    .guide fieldset,
    .guide .cases > p,
    .guide [role='tablist'] {
      display: none;
    }
    .guide .term {
      display: inline;
      color: inherit;
      text-decoration: none;
    }
    .cases > .panel[hidden] {
      display: grid;
      content-visibility: visible;
      margin-block-start: 0.75em;
    }
    .guide .printed {
      display: block;
    }
    .guide details::details-content {
      content-visibility: visible;
      block-size: auto;
      display: block;
    }
    /* On paper an address can only be read. */
    .card .out::after {
      content: ' (' attr(href) ')';
      font-weight: 400;
    }
    .wide {
      overflow: visible;
    }
    .wide table {
      min-inline-size: 0;
    }
    .guide .card,
    .guide tr {
      break-inside: avoid;
    }
    .guide :is(.heading, .printed, summary) {
      break-after: avoid;
    }
  }
`;
