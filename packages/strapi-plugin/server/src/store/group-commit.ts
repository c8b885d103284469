/**
 * SQLite has one connection and one writer, and each commit waits for the disk. Who waits for the connection at the
 * same time therefore shares a transaction: each has a savepoint, so that a refusal undoes its own writes only, and
 * nobody is answered before the commit of all.
 */
import { setImmediate as turn } from 'node:timers/promises';
import type { Knex } from 'knex';

/** Bounds how long the others (mails, reads that no cache answers) wait for the connection. */
const MOST = 50;

/** Named as ours, so that the statement is kept prepared (`durability.ts`). */
const SAVEPOINT = 'guichet_member';

type Transact = <T>(work: (trx: Knex.Transaction) => Promise<T>) => Promise<T>;

interface Member {
  /** @returns what its caller is told once all is committed */
  write(trx: Knex.Transaction): Promise<() => void>;
  fail(error: unknown): void;
}

export class GroupCommit {
  readonly #transact: Transact;
  readonly #endsAll: (error: unknown) => boolean;
  #waiting: Member[] = [];
  #isRunning = false;

  /**
   * @param transact runs one transaction
   * @param endsAll whether an error is the whole database's (locked, full), after which a savepoint is no more
   */
  constructor(transact: Transact, endsAll: (error: unknown) => boolean) {
    this.#transact = transact;
    this.#endsAll = endsAll;
  }

  /** @throws whatever `work` throws; the failure of the shared transaction */
  run<T>(work: (trx: Knex.Transaction) => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const write = async (trx: Knex.Transaction) => {
        const value = await work(trx);
        return () => resolve(value);
      };
      this.#waiting.push({ write, fail: reject });
      if (!this.#isRunning) void this.#drain();
    });
  }

  async #drain(): Promise<void> {
    this.#isRunning = true;
    while (this.#waiting.length) {
      // Those whose bytes have arrived already come along.
      await turn();
      await this.#commit(this.#waiting.splice(0, MOST));
    }
    this.#isRunning = false;
  }

  async #commit(members: readonly Member[]): Promise<void> {
    try {
      const answers = await this.#transact(async (trx) => {
        const [first] = members;
        // Alone, the transaction is its own savepoint.
        if (members.length === 1 && first) return [await first.write(trx)];
        const written: (() => void)[] = [];
        for (const member of members) written.push(await this.#writeApart(trx, member));
        return written;
      });
      for (const answer of answers) answer();
    } catch (error) {
      for (const member of members) member.fail(error);
    }
  }

  async #writeApart(trx: Knex.Transaction, member: Member): Promise<() => void> {
    // As statements: each of knex's own savepoints is a whole client, a tenth of what receiving a request takes.
    await trx.raw(`savepoint ${SAVEPOINT}`);
    try {
      const answer = await member.write(trx);
      await trx.raw(`release ${SAVEPOINT}`);
      return answer;
    } catch (error) {
      if (this.#endsAll(error)) throw error;
      await trx.raw(`rollback to ${SAVEPOINT}`);
      await trx.raw(`release ${SAVEPOINT}`);
      return () => member.fail(error);
    }
  }
}
