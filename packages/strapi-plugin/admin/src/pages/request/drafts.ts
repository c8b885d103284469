/**
 * What was begun and not sent: kept in this page's memory, by agent and request, so that an expired session or a look
 * elsewhere in the panel loses nothing; never on the disk of a computer that others may use.
 */
import type { Attachment } from '@guichet/contracts/attachment';
import type { DecisionForm } from './decision-form.js';
import type { ForwardForm } from './forward-form.js';
import type { ItemsForm } from './items-form.js';
import type { ReasonsForm } from './reasons-form.js';

/** Each form's own, as it is typed. */
export interface Drafts {
  answer: string;
  answerFiles: readonly Attachment[];
  items: ItemsForm;
  itemsFiles: readonly Attachment[];
  decision: DecisionForm;
  decisionFiles: readonly Attachment[];
  forward: ForwardForm;
  forwardFiles: readonly Attachment[];
  reasons: ReasonsForm;
  reasonsFiles: readonly Attachment[];
  note: string;
  /** To whom prepared a decision that is sent back. */
  remark: string;
}

const kept = new Map<string, Partial<Drafts>>();

const keyOf = (agent: string, requestId: string) => `${agent} ${requestId}`;

export function draftsOf(agent: string, requestId: string): Partial<Drafts> {
  return kept.get(keyOf(agent, requestId)) ?? {};
}

/** Keeps these drafts of a request, and no other. */
export function keepDrafts(agent: string, requestId: string, drafts: Partial<Drafts>): void {
  if (writtenIn(drafts).length) kept.set(keyOf(agent, requestId), drafts);
  else kept.delete(keyOf(agent, requestId));
}

/** Whether anything would be lost if the page went. */
export function hasDrafts(): boolean {
  return kept.size > 0;
}

const namesOf = (files: readonly Attachment[]) => files.map(({ name }) => name);

const texts: { [Form in keyof Drafts]: (draft: Drafts[Form]) => string[] } = {
  answer: (text) => [text],
  answerFiles: namesOf,
  items: ({ items, message }) => [...items.flatMap(({ name, basis }) => [name, basis]), message],
  decision: ({ message, law, facts, illegality }) => [message, law, facts, illegality],
  decisionFiles: namesOf,
  itemsFiles: namesOf,
  forwardFiles: namesOf,
  reasonsFiles: namesOf,
  forward: ({ name, contact, system, message }) => [
    name,
    contact,
    ...(system ? [system.report.description, system.report.address] : []),
    message,
  ],
  reasons: ({ law, facts }) => [law, facts],
  note: (text) => [text],
  remark: (text) => [text],
};

const textsIn = <Form extends keyof Drafts>(form: Form, draft: Drafts[Form] | undefined): string[] =>
  draft === undefined ? [] : texts[form](draft).filter((text) => text.trim());

/** @returns what was written in the forms, all of them unless some are named; without what is empty */
export function writtenIn(
  drafts: Partial<Drafts>,
  forms = Object.keys(drafts) as readonly (keyof Drafts)[],
): string[] {
  return forms.flatMap((form) => textsIn(form, drafts[form]));
}
