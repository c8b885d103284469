/** The deadlines that the law sets, and those that cannot be held against who asked. */
import * as z from 'zod';
import type { InboxObstacle, InboxRow } from './inbox.js';

export const DEADLINES_PAGE_SIZE = 20;

/**
 * `late`: the day is past; `today`; `soon`: within seven days; `unopposable`: the appeal times against a refusal do not
 * run, or would not if silence refused (CRPA L112-6, L112-12; CJA R421-5). A request may be in one of the first three
 * and in the last.
 */
export const deadlineGroups = ['late', 'today', 'soon', 'unopposable'] as const;
export type DeadlineGroup = (typeof deadlineGroups)[number];

const page = z.int().min(1).max(10_000).default(1);

/** `POST /inbox/deadlines`: every group, each at a page of its own. */
export const deadlinesQuery = z.strictObject({
  /** One of those the agent serves, or all of them. */
  administrationId: z.string().min(1).max(64).nullable().default(null),
  pages: z.strictObject({ late: page, today: page, soon: page, unopposable: page }).prefault({}),
});

export type DeadlinesQuery = z.input<typeof deadlinesQuery>;

export interface DeadlineRow extends InboxRow {
  /** Why no appeal time can be held against who asked; empty where nothing hinders it. */
  obstacles: InboxObstacle[];
}

export interface DeadlineList {
  /** What is due first comes first; what cannot be opposed, the newest first. */
  rows: DeadlineRow[];
  total: number;
  page: number;
}

export interface Deadlines {
  pageSize: number;
  groups: Record<DeadlineGroup, DeadlineList>;
}
