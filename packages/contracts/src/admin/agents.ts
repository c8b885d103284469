/** Agents: Strapi admin users who serve administrations. */
import * as z from 'zod';
import type { AdministrationTag } from './inbox.js';

export const AGENT_PAGE_SIZE = 20;
export const CAPACITY_MAX = 100;

/** `POST /agents/search`. */
export const agentQuery = z.strictObject({
  /** Part of a first name, a surname or an address. */
  search: z.string().trim().max(254).default(''),
  /** Only who serves it. */
  administrationId: z.string().min(1).max(64).nullable().default(null),
  page: z.int().min(1).max(10_000).default(1),
});

export type AgentQuery = z.input<typeof agentQuery>;

export interface Agent {
  id: number;
  name: string;
  email: string;
  /** Whether the account can log in. */
  isActive: boolean;
  /** Names of the Strapi roles. */
  roles: string[];
  /** Whether a role lets the account read requests at all. */
  mayRead: boolean;
  services: { administration: AdministrationTag; capacity: string }[];
}

export interface AgentPage {
  rows: Agent[];
  total: number;
  page: number;
  pageSize: number;
}

/** `PUT /agents/:id/services`: all that the agent serves from now on. */
export const agentServices = z.strictObject({
  services: z
    .array(
      z.strictObject({
        administrationId: z.string().min(1).max(64),
        /** « Secrétaire de mairie »: residents read it in each answer (CRPA L111-2). */
        capacity: z.string().trim().min(1, 'required').max(CAPACITY_MAX, 'too-long'),
      }),
    )
    .max(1000),
});

export type AgentServices = z.input<typeof agentServices>;

/** `POST /agents`: an account with the agents' role, to be completed by its owner through `invitationUrl`. */
export const newAgent = z.strictObject({
  firstname: z.string().trim().min(1, 'required').max(100, 'too-long'),
  lastname: z.string().trim().min(1, 'required').max(100, 'too-long'),
  email: z.string().trim().max(254, 'too-long'),
});

export type NewAgent = z.input<typeof newAgent>;

export interface AgentInvited {
  agent: Agent;
  /** Where the agent chooses a password; null once done. */
  invitationUrl: string | null;
}
