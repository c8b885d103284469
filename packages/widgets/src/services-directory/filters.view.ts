import type { Level } from '@guichet/contracts/directory';
import { html, nothing, type TemplateResult } from 'lit';
import { anything, type Choice, type Listed } from '@guichet/contracts/directory-choice';
import type { View } from './view.js';

/** What chooses among all that is listed. */
export function filtersView({ levels, openNow, online }: Choice, { words, directory }: View): TemplateResult {
  const there = (Object.keys(words.levels) as Level[]).filter((each) =>
    directory.organisations.some(({ level }) => level === each),
  );
  const box = (name: string, value: string, label: string, isChecked: boolean) =>
    html`<label class="choice">
      <input type="checkbox" name=${name} value=${value} .checked=${isChecked} />
      <span>${label}</span>
    </label>`;
  return html`<div class="pair">
    ${
      there.length > 1
        ? html`<fieldset>
            <legend>${words.level}</legend>
            ${there.map((each) => box('level', each, words.levels[each], levels.has(each)))}
          </fieldset>`
        : nothing
    }
    <fieldset>
      <legend>${words.conditions}</legend>
      ${box('openNow', '', words.openNow, openNow)} ${box('online', '', words.online, online)}
    </fieldset>
  </div>`;
}

/** How much is chosen, and what chooses nothing any more. */
export function chosenView(choice: Choice, listed: Listed, { words }: View): unknown {
  return choice === anything
    ? nothing
    : html`<div class="actions">
        <p>${listedSentence(listed, words)}</p>
        <button type="button" class="plain" name="reset">${words.reset}</button>
      </div>`;
}

export function listedSentence({ organisations, procedures }: Listed, words: View['words']): string {
  return words.listed(organisations.length, procedures.length) || words.nothingListed;
}
