import { expect } from '@open-wc/testing';
import { Session } from './session.js';
import { DemoHosting } from './testing/hosting.js';

const MINUTE = 60_000;

/** A clock that the test moves. */
class Clock {
  #now = Date.now();
  #timers = new Map<number, { at: number; run: () => void }>();
  #real = { setTimeout: globalThis.setTimeout, clearTimeout: globalThis.clearTimeout, now: Date.now };

  constructor() {
    let id = 0;
    Date.now = () => this.#now;
    globalThis.setTimeout = ((run: () => void, delay: number) => {
      this.#timers.set(++id, { at: this.#now + delay, run });
      return id;
    }) as unknown as typeof setTimeout;
    globalThis.clearTimeout = (timer) => void this.#timers.delete(timer as number);
  }

  async pass(duration: number): Promise<void> {
    this.#now += duration;
    for (const [id, { at, run }] of this.#timers) {
      if (at > this.#now || !this.#timers.delete(id)) continue;
      run();
    }
    await new Promise((resolve) => this.#real.setTimeout.call(window, resolve));
  }

  restore(): void {
    Object.assign(globalThis, { setTimeout: this.#real.setTimeout, clearTimeout: this.#real.clearTimeout });
    Date.now = this.#real.now;
  }
}

describe('a session', () => {
  let clock: Clock;
  let ended: boolean;
  beforeEach(() => (clock = new Clock()));
  afterEach(() => clock.restore());

  const credentials = { reference: DemoHosting.reference, trackingCode: DemoHosting.trackingCode };
  const start = async (lifetime = 30 * MINUTE) => {
    const hosting = new DemoHosting();
    hosting.lifetime = lifetime;
    ended = false;
    const session = new Session(
      hosting,
      credentials,
      await hosting.openTracking(credentials),
      () => (ended = true),
    );
    const read = () => session.call((token) => hosting.readTracked(token));
    return { hosting, session, read };
  };

  it('is renewed when it is used past half its life, and lives on', async () => {
    const { hosting, session, read } = await start();
    await clock.pass(10 * MINUTE);
    session.use();
    expect(hosting.renewals).to.equal(0);
    await clock.pass(10 * MINUTE);
    session.use();
    session.use();
    await clock.pass(0);
    expect(hosting.renewals).to.equal(1);
    await clock.pass(20 * MINUTE);
    expect(ended).to.be.false;
    expect((await read()).reference).to.equal(DemoHosting.reference);
  });

  it('that nobody uses ends', async () => {
    const { hosting } = await start();
    await clock.pass(29 * MINUTE);
    expect(ended).to.be.false;
    await clock.pass(MINUTE);
    expect(ended).to.be.true;
    expect(hosting.renewals).to.equal(0);
  });

  it('tries again to be renewed at the next use', async () => {
    const { hosting, session } = await start();
    hosting.fail('renewToken', 'network');
    await clock.pass(16 * MINUTE);
    session.use();
    await clock.pass(MINUTE);
    session.use();
    await clock.pass(0);
    await clock.pass(20 * MINUTE);
    expect(hosting.renewals).to.equal(2);
    expect(ended).to.be.false;
  });

  it('whose bearer is dead asks the resident again', async () => {
    const { hosting, read } = await start();
    hosting.forgetTokens();
    const error: unknown = await read().catch((error: unknown) => error);
    expect(error).to.have.property('code', 'token-invalid');
    expect(hosting.openings).to.have.length(1);
  });

  it('whose bearer is dead opens again for what was promised to be sent', async () => {
    const { hosting, session } = await start();
    hosting.forgetTokens();
    const { reference } = await session.callAtLast((token) => hosting.readTracked(token));
    expect(reference).to.equal(DemoHosting.reference);
    expect(hosting.openings).to.deep.equal([credentials, credentials]);
  });

  it('outlives a clock that is wrong by hours', async () => {
    for (const lifetime of [-5 * 60 * MINUTE, 5 * 60 * MINUTE]) {
      const { read } = await start(lifetime);
      await clock.pass(MINUTE);
      expect(ended).to.be.false;
      await read();
      await clock.pass(61 * MINUTE);
      expect(ended).to.be.true;
    }
  });

  it('that was ended says nothing any more', async () => {
    const { session } = await start();
    session.end();
    await clock.pass(60 * MINUTE);
    expect(ended).to.be.false;
  });
});
