/** Every migration of ours, oldest first. Names are forever: Strapi remembers them. */
import type { Core } from '@strapi/types';
import type { Knex } from 'knex';
import { up as jobs } from '../jobs/migration.js';
import { up as absences } from './absences.js';
import { up as anonymities } from './anonymities.js';
import { up as attachments } from './attachments-tables.js';
import { up as channelColumn } from './channel-column.js';
import { up as closedDeadlines } from './closed-deadlines.js';
import { up as correctionColumn } from './correction-column.js';
import { up as examinationTables } from './examination-tables.js';
import { up as firstTables } from './first-tables.js';
import { up as guides } from './guides.js';
import { up as lawColumns } from './law-columns.js';
import { up as mailCap } from './mail-cap.js';
import { up as mailboxColumns } from './mailbox-columns.js';
import { up as noticesColumns } from './notices-columns.js';
import { up as obstaclesColumn } from './obstacles-column.js';
import { up as operatedTables } from './operated-tables.js';
import { up as organisationsTables } from './organisations.js';
import { up as retentionTables } from './retention-tables.js';
import { up as sendingColumn } from './sending-column.js';
import { up as signingKeys } from './signing-keys.js';
import { up as teleprocedureTables } from './teleprocedure-tables.js';
import { up as templatesTable } from './templates.js';
import { up as territoryTables } from './territory.js';
import { up as unknownColumn } from './unknown-column.js';
import { up as webhooksTables } from './webhooks.js';
import { up as withdrawnSlips } from './withdrawn-slips.js';

const migrations: { name: string; up: (knex: Knex) => Promise<void> }[] = [
  { name: 'guichet-1-first-tables', up: firstTables },
  { name: 'guichet-2-jobs', up: jobs },
  { name: 'guichet-3-mail-cap', up: mailCap },
  { name: 'guichet-4-law-columns', up: lawColumns },
  { name: 'guichet-5-signing-keys', up: signingKeys },
  { name: 'guichet-6-attachments', up: attachments },
  { name: 'guichet-7-examination', up: examinationTables },
  { name: 'guichet-9-obstacles', up: obstaclesColumn },
  { name: 'guichet-10-channel', up: channelColumn },
  { name: 'guichet-11-templates', up: templatesTable },
  { name: 'guichet-12-retention', up: retentionTables },
  { name: 'guichet-14-webhooks', up: webhooksTables },
  { name: 'guichet-15-notices', up: noticesColumns },
  { name: 'guichet-16-correction', up: correctionColumn },
  { name: 'guichet-17-closed-deadlines', up: closedDeadlines },
  { name: 'guichet-18-absences', up: absences },
  { name: 'guichet-19-withdrawn-slips', up: withdrawnSlips },
  { name: 'guichet-20-anonymities', up: anonymities },
  { name: 'guichet-21-guides', up: guides },
  { name: 'guichet-22-unknown', up: unknownColumn },
  { name: 'guichet-23-organisations', up: organisationsTables },
  { name: 'guichet-24-territory', up: territoryTables },
  { name: 'guichet-25-teleprocedures', up: teleprocedureTables },
  { name: 'guichet-26-operated', up: operatedTables },
  { name: 'guichet-27-mailbox', up: mailboxColumns },
  { name: 'guichet-28-sending', up: sendingColumn },
];

/** To be called in `register`: Strapi runs what is pending before it synchronises its own schema. */
export function registerMigrations(strapi: Core.Strapi): void {
  for (const { name, up } of migrations) {
    strapi.db.migrations.providers.internal.register({ name, up, down: refuseDown });
  }
}

/** Going back would destroy what residents wrote: a backup is restored instead. */
async function refuseDown(): Promise<void> {
  throw new Error('Guichet’s migrations do not go back; restore a backup.');
}
