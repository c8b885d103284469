/** Operators as the hosting's administrators allow them, and as owners of téléprocédures choose among them. */
import type {
  newOperator,
  Operator,
  operatorChange,
  Operators,
  OperatorSecret,
} from '@guichet/contracts/admin/teleprocedures';
import { OPERATOR_EVENTS_PATH } from '@guichet/contracts/operator-event';
import type { Core } from '@strapi/types';
import type * as z from 'zod';
import { refusalOf } from '../../connectors/network/addresses.js';
import { tagOf } from '../../domain/administration-tag.js';
import { newId } from '../../jobs/new-id.js';
import {
  addOperator,
  allOperators,
  changeOperator,
  findOperator,
  type OperatorFacts,
  ownerOfOperatorSecrets,
  saveOperatorSecrets,
  type StoredOperator,
} from '../../store/operators.js';
import { inTransaction, isDuplicate } from '../../store/write.js';
import { AdminRefusal } from '../../strapi/admin-input.js';
import type { Manager } from '../../strapi/manager.js';
import { getService } from '../../strapi/services.js';
import { formerUntilOf, openSecrets, sealSecrets } from '../../vault/shared-secrets.js';
import { makeSecret } from '../../vault/webhook-signature.js';
import { operatorReach } from './probing.js';

type Input = z.output<typeof newOperator>;

export interface OperatorsService {
  list(by: Manager): Promise<Operators>;
  /** @throws AdminRefusal `validation-failed` */
  add(input: Input): Promise<OperatorSecret>;
  /** @throws AdminRefusal `not-found`, `validation-failed`, `request-changed` */
  change(id: string, change: z.output<typeof operatorChange>): Promise<Operator>;
  /** Another secret; the one before is good for a day more. @throws AdminRefusal `not-found` */
  rotate(id: string): Promise<OperatorSecret>;
}

declare module '../../strapi/services.js' {
  interface GuichetServices {
    operators: OperatorsService;
  }
}

const refused = (path: string, code: 'invalid' | 'not-allowed' | 'taken' | 'unknown'): AdminRefusal =>
  new AdminRefusal('validation-failed', [{ path, code }]);

export function createOperatorsService({ strapi }: { strapi: Core.Strapi }): OperatorsService {
  const knex = getService(strapi, 'knex');
  const vault = getService(strapi, 'vault');
  const { publicUrl } = getService(strapi, 'settings');
  const administrations = () => getService(strapi, 'administration');
  const teleprocedures = () => getService(strapi, 'teleprocedures');

  async function shown(all: readonly StoredOperator[]): Promise<Operator[]> {
    const uids = all.flatMap(({ administrationId }) => administrationId ?? []);
    const records = uids.length ? await administrations().records(uids) : [];
    const tags = new Map(records.map((record) => [record.uid, tagOf(record)]));
    const { all: defined } = await teleprocedures().catalogue();
    return all.map(({ id, administrationId, secrets, version, ...facts }) => ({
      id,
      version,
      ...facts,
      administration: tags.get(administrationId ?? '') ?? null,
      teleprocedures: defined.filter(({ operator, stored }) => operator.id === id && !stored.withdrawn)
        .length,
      eventsUrl: new URL(OPERATOR_EVENTS_PATH.replace(':id', id), publicUrl).href,
      formerSecretUntil: formerUntilOf(secrets, new Date()),
    }));
  }

  async function one(id: string): Promise<Operator> {
    const [operator] = await shown([await found(id)]);
    return operator!;
  }

  /** @throws AdminRefusal `not-found` */
  async function found(id: string): Promise<StoredOperator> {
    const operator = await findOperator(knex, id);
    if (!operator) throw new AdminRefusal('not-found');
    return operator;
  }

  /** @throws AdminRefusal `validation-failed` */
  async function factsOf({ origin, ...input }: Input): Promise<OperatorFacts> {
    const url = URL.parse(origin);
    if (!url || url.pathname !== '/' || url.search || url.hash) throw refused('origin', 'invalid');
    // What a frame shows must be another origin than the page that has it: it is let keep its own storage.
    if (refusalOf(url, operatorReach(strapi)) || url.origin === publicUrl.origin)
      throw refused('origin', 'not-allowed');
    const { administrationId } = input;
    if (administrationId && !(await administrations().record(administrationId)))
      throw refused('administrationId', 'unknown');
    return { ...input, origin: url.origin };
  }

  /** Two administrators at once: the unique index has the last word. */
  async function written<T>(work: Parameters<typeof inTransaction<T>>[1]): Promise<T> {
    try {
      return await inTransaction(strapi, work);
    } catch (error) {
      throw isDuplicate(error) ? refused('origin', 'taken') : error;
    } finally {
      teleprocedures().refresh();
    }
  }

  return {
    async list({ managesAll }) {
      return { mayManage: managesAll, operators: await shown(await allOperators(knex)) };
    },

    async add(input) {
      const id = newId();
      const secret = makeSecret();
      const secrets = sealSecrets(vault, ownerOfOperatorSecrets(id), secret, null, new Date());
      const facts = await factsOf(input);
      await written((trx) => addOperator(trx, { id, version: 1, secrets, ...facts }));
      return { operator: await one(id), secret };
    },

    async change(id, { seen, ...input }) {
      await found(id);
      const facts = await factsOf(input);
      if (!(await written((trx) => changeOperator(trx, id, facts, seen))))
        throw new AdminRefusal('request-changed');
      return one(id);
    },

    async rotate(id) {
      const { secrets } = await found(id);
      const now = new Date();
      const owner = ownerOfOperatorSecrets(id);
      const [former] = openSecrets(vault, owner, secrets, now);
      const secret = makeSecret();
      const sealed = sealSecrets(vault, owner, secret, former, now);
      await written((trx) => saveOperatorSecrets(trx, id, sealed));
      return { operator: await one(id), secret };
    },
  };
}
