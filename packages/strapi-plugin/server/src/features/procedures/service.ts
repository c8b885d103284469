/** The procedures of an administration, as the rules need them. */
import { noRetention } from '@guichet/contracts/admin/retention';
import { noProcedureFacts } from '@guichet/contracts/directory';
import { GENERAL_FORM } from '@guichet/contracts/general-form';
import type { Procedure as PublicProcedure } from '@guichet/contracts/procedure';
import { pathOf } from '@guichet/contracts/routes';
import type { Core } from '@strapi/types';
import { acknowledgesAtOnce } from '../../domain/immediate.js';
import { fixedSilence, needsSilence, type Procedure, readyMadeProcedures } from '../../domain/procedure.js';
import { requestSilences } from '../../domain/silence-choices.js';
import { serviceOf, type Tenant } from '../../domain/tenant.js';
import { PROCEDURES } from '../../store/tables.js';
import { getService } from '../../strapi/services.js';
import { natureOf, PROCEDURE, type ProcedureRecord, readyMadeOf, silenceIdOf } from './schema.js';

export interface ProceduresService {
  /** All of one administration, closed ones too, by title. */
  of(administrationUid: string): Promise<ProcedureRecord[]>;
  /** Those that residents can start, as the rules read them, by title. @param desks the services that exist */
  open(administrationUid: string, desks: readonly { slug: string }[]): Promise<Procedure[]>;
  /** Those whose silence nobody has chosen though their requests need it: titles. */
  unchosen(administrationUid: string): Promise<string[]>;
  /** Those of which nobody has said how long their requests are kept: titles, closed ones too. */
  unkept(administrationUid: string): Promise<string[]>;
  /** What its requests are headed by; null of the general form, and of one of another administration. */
  titleOf(administrationUid: string, slug: string): Promise<string | null>;
  /** The slugs of all administrations' procedures: in a directory a téléprocédure's stands beside them. */
  slugs(): Promise<string[]>;
  /** What is told of one before anybody writes. */
  publicOf(
    tenant: Pick<Tenant, 'administration' | 'desks' | 'departement'>,
    procedure: Procedure,
  ): PublicProcedure;
}

declare module '../../strapi/services.js' {
  interface GuichetServices {
    procedures: ProceduresService;
  }
}

/** @param desks a service that was removed since gives way to the administration */
export function procedureOf(record: ProcedureRecord, desks: readonly { slug: string }[]): Procedure {
  const { slug, title, description, recipient } = record;
  const silence = silenceIdOf(record.silence);
  const readyMade = readyMadeOf(record.readyMade);
  return {
    slug,
    title,
    description: description ?? '',
    nature: natureOf(record.nature),
    recipient: desks.some((desk) => desk.slug === recipient) ? recipient : null,
    silence: silence && requestSilences[silence],
    attachments: record.attachments ?? null,
    answer: readyMade && readyMadeProcedures[readyMade].answer,
    readyMade,
    retention: record.retention ?? noRetention,
    facts: record.facts ?? noProcedureFacts,
  };
}

export function createProceduresService({ strapi }: { strapi: Core.Strapi }): ProceduresService {
  const { publicUrl } = getService(strapi, 'settings');

  const of: ProceduresService['of'] = async (administrationUid) => {
    const records = (await strapi.db
      .query(PROCEDURE)
      .findMany({ where: { administrationUid } })) as ProcedureRecord[];
    // Databases put É after Z.
    return records.sort((one, other) => one.title.localeCompare(other.title, 'fr'));
  };

  const open: ProceduresService['open'] = async (administrationUid, desks) =>
    (await of(administrationUid)).filter(({ isOpen }) => isOpen).map((record) => procedureOf(record, desks));

  return {
    of,
    open,

    async unchosen(administrationUid) {
      return (await open(administrationUid, [])).filter(needsSilence).map(({ title }) => title);
    },

    async unkept(administrationUid) {
      return (await of(administrationUid))
        .filter(({ retention }) => !retention?.here)
        .map(({ title }) => title);
    },

    async titleOf(administrationUid, slug) {
      if (slug === GENERAL_FORM) return null;
      const where = { administrationUid, slug };
      const record = (await strapi.db.query(PROCEDURE).findOne({ where })) as ProcedureRecord | null;
      return record?.title ?? null;
    },

    async slugs() {
      const rows = await getService(strapi, 'knex')<{ slug: string }>(PROCEDURES).distinct('slug');
      return rows.map(({ slug }) => slug);
    },

    publicOf(tenant, procedure) {
      const { slug, title, description, nature, recipient, answer } = procedure;
      const silence = fixedSilence(procedure);
      const offered = tenant.administration.procedures.find((one) => one.slug === slug);
      const link = new URL(pathOf('contactPage', tenant.administration.code), publicUrl);
      link.searchParams.set('procedure', slug);
      return {
        slug,
        title,
        description,
        nature,
        recipient,
        service: serviceOf(tenant, recipient),
        silence:
          silence &&
          (silence.effect === 'none'
            ? { effect: silence.effect, months: null, basis: null }
            : { effect: silence.effect, months: silence.months, basis: silence.basis }),
        attachments: offered?.attachments ?? null,
        receipt: acknowledgesAtOnce(tenant, procedure) ? 'acknowledgement' : 'registration',
        answer,
        link: link.href,
      };
    },
  };
}
