/** Who may be heard, and what may be framed. */
import { expect } from '@open-wc/testing';
import { mayBeFramed } from './iframe.js';
import { folder, look, operator, pause, stage, strike, until, type Staged } from './testing/stage.js';

afterEach(strike);

/** Speaks as an operator's page does, in words that the test chooses, and tells what it is answered. */
const greet = (versions: unknown, nonce = 'abcdefghijklmnop') => `
  const answer = new Promise((resolve) => addEventListener('message', ({ data, ports }) => {
    if (data?.type === 'welcome') { window.port = ports[0]; window.welcome = data; resolve(data); }
  }));
  parent.postMessage({ protocol: 'guichet-frame', type: 'hello', versions: ${JSON.stringify(versions)}, nonce: '${nonce}' }, '${location.origin}');
  return answer;`;

/** A page of the operator's own that says nothing by itself, once it has loaded. */
async function silent(): Promise<Staged> {
  const staged = stage('silent');
  await new Promise((resolve) => staged.frame.element.addEventListener('load', resolve));
  return staged;
}

describe('versions', () => {
  it('are negotiated down to the highest that both speak', async () => {
    const { next, run } = await silent();
    expect(await run(greet([99, 1]))).to.include({ version: 1, nonce: 'abcdefghijklmnop' });
    await run('port.postMessage({ type: "ready", nonce: welcome.pageNonce, more: 1 })');
    await next('ready');
  });

  it('without one in common end it, once, and what comes later is ignored', async () => {
    const { next, run, told } = await silent();
    void run(greet([2, 99]));
    expect(await next('failed')).to.equal('version');
    void run(greet([1]));
    await pause(300);
    expect(told).to.deep.equal([['failed', 'version']]);
  });
});

describe('a page that does not speak', () => {
  it('fails soon after it has loaded', async () => {
    const { next, told } = stage('silent');
    expect(await next('failed')).to.equal('timeout');
    expect(told).to.have.length(1);
  });

  it('fails where it refuses frames, and where nothing comes', async () => {
    const refusing = stage('refuse-frames');
    const slow = stage('/never-answered', {
      timeout: 500,
      url: 'http://127.0.0.1:9/',
      origin: 'http://127.0.0.1:9',
    });
    expect(await slow.next('failed')).to.equal('timeout');
    expect(await refusing.next('failed')).to.equal('timeout');
  });

  it('is left where it is when the frame is led there later, and heard again after it', async () => {
    const { next, run, told, frame } = stage('');
    await next('ready');
    void run(`location.href = '${folder}/operator.html?silent'`);
    await next('silent');
    expect(frame.element.isConnected).to.be.true;
    void run(`location.href = '${folder}/operator.html'`);
    await next('ready');
    expect(told.map(([name]) => name)).not.to.include('failed');
  });
});

describe('the port', () => {
  it('is heard after the page’s own nonce came back only, and never nonsense', async () => {
    const { next, run, told } = await silent();
    await run(greet([1]));
    await run(`port.postMessage({ type: 'submitted', reference: 'EARLY' });
      port.postMessage({ type: 'ready', nonce: 'guessed-guessed-guessed' });
      port.postMessage({ type: 'submitted', reference: 'GUESSED' });
      port.postMessage({ type: 'ready', nonce: welcome.pageNonce });
      for (const odd of [null, 1, 'x', [], {}, { type: 'close' }, { type: 'height', height: 1e9 }, { type: 'submitted' }])
        port.postMessage(odd);
      port.postMessage({ type: 'submitted', reference: 'CR-1', familyName: 'Roux' });`);
    expect(await next('submitted')).to.equal('CR-1');
    expect(told.map(([name]) => name)).to.deep.equal(['ready', 'submitted']);
  });

  it('says the language, first and when it changes', async () => {
    const { frame, next, run } = await silent();
    await run(greet([1]));
    await run(`window.languages = [];
      port.onmessage = ({ data }) => data.type === 'language' && languages.push(data.language);
      port.postMessage({ type: 'ready', nonce: welcome.pageNonce });`);
    await next('ready');
    frame.speak('en');
    await until(async () => String(await run('return languages')) === 'fr,en');
  });
});

describe('10,000 messages from foreign windows', () => {
  /** Resolves once a window of that source says that it is done. */
  const done = (count: number) =>
    new Promise<void>((resolve) => {
      let left = count;
      const hear = ({ data }: MessageEvent) => {
        if (data !== 'done' || --left) return;
        window.removeEventListener('message', hear);
        resolve();
      };
      window.addEventListener('message', hear);
    });

  it('change nothing: siblings of the operator’s own origin, look-alikes, `null`, a popup, the page itself', async () => {
    const { frame, next, run, told } = stage('step=1/2+Enfant');
    await next('step');
    await until(
      async () =>
        (await run('return innerHeight')) === (await run('return document.documentElement.scrollHeight')),
    );
    const before = { height: frame.element.style.blockSize, told: told.length };
    const path = `${folder}/foreign.html?count=2000&seed=`;
    const add = (url: string, sandbox?: string) => {
      const other = document.createElement('iframe');
      if (sandbox !== undefined) other.setAttribute('sandbox', sandbox);
      other.src = url;
      document.body.append(other);
      return other;
    };
    const all = done(5);
    const others = [
      add(`${operator}${path}1`),
      add(`http://${location.host}${path}2`),
      add(`${operator}${path}3`, 'allow-scripts'),
      add(`http://[::1]:${location.port}${path}4`),
    ];
    // A popup where the browser opens one, else one more sibling.
    const popup = window.open(`${operator}${path}5&to=opener`, '_blank', 'popup');
    if (!popup) others.push(add(`${operator}${path}5`));
    await all;
    await pause(200);
    popup?.close();
    others.forEach((other) => other.remove());
    expect(told.length).to.equal(before.told);
    expect(frame.element.style.blockSize).to.equal(before.height);
    // It still speaks with the one that it spoke with.
    await run('document.documentElement.setAttribute("data-guichet-submitted", "VRAI")');
    expect(await next('submitted')).to.equal('VRAI');
  });

  it('change nothing in the operator’s page either, where they come from another than the page', async () => {
    const { next, run, told } = await silent();
    // It says hello to the page; a sibling that knows the nonce answers first.
    await run(`const script = document.createElement('script'); script.type = 'module';
      script.src = '/packages/operator/src/script.ts'; document.head.append(script);
      crypto.randomUUID = () => 'abcdefghijklmnopqrstuvwxyz';`);
    const sibling = document.createElement('iframe');
    sibling.src = `${operator}${folder}/operator.html?silent`;
    document.body.append(sibling);
    await new Promise((resolve) => sibling.addEventListener('load', resolve));
    await next('ready');
    const { port1, port2 } = new MessageChannel();
    const answered = new Promise((resolve) => (port1.onmessage = ({ data }) => resolve(data)));
    sibling.contentWindow!.postMessage(
      {
        run: `const { port1, port2 } = new MessageChannel();
        parent.frames[0].postMessage({ protocol: 'guichet-frame', type: 'welcome', version: 1,
          nonce: 'abcdefghijklmnopqrstuvwxyz', pageNonce: 'x' }, '*', [port2]);
        port1.postMessage({ type: 'look', look: { accent: 'rgb(9,9,9)' } });
        return new Promise((resolve) => { port1.onmessage = () => resolve('heard'); setTimeout(resolve, 500, 'unheard'); });`,
      },
      operator,
      [port2],
    );
    expect(await answered).to.equal('unheard');
    sibling.remove();
    const worn = 'return getComputedStyle(document.documentElement).getPropertyValue("--guichet-accent")';
    expect(await run(worn)).to.equal(look.accent);
    expect(told.map(([name]) => name)).to.deep.equal(['ready']);
  });
});

describe('an address', () => {
  const hosting = 'https://hebergement.example';
  const may = (url: string, origin: string) => mayBeFramed({ url, origin, hosting });

  it('may be framed where it is the operator’s own, by https', () => {
    expect(may('https://creches.example/demande?a=1', 'https://creches.example')).to.be.true;
    expect(may('http://127.0.0.1:4000/', 'http://127.0.0.1:4000')).to.be.true;
  });

  const refused: [why: string, url: string, origin: string][] = [
    ['code', 'javascript:alert(1)', 'null'],
    ['a page of its own', 'data:text/html,a', 'null'],
    ['a blob', `blob:https://creches.example/1`, 'https://creches.example'],
    ['no address', 'creches.example', 'https://creches.example'],
    ['nothing encrypted', 'http://creches.example/', 'http://creches.example'],
    ['another origin than the operator’s', 'https://creches.example.org/', 'https://creches.example'],
    ['another port', 'https://creches.example:8443/', 'https://creches.example'],
    ['somebody’s password', 'https://creches.example@evil.example/', 'https://evil.example'],
    ['the page’s own origin', `${location.origin}/a`, location.origin],
    ['the hosting’s', `${hosting}/a`, hosting],
  ];
  for (const [why, url, origin] of refused) {
    it(`may not: ${why}`, () => expect(may(url, origin)).to.be.false);
  }

  it('that may not is not loaded at all', async () => {
    const { frame, next } = stage('', {
      url: `${location.origin}${folder}/operator.html`,
      origin: location.origin,
    });
    expect(await next('failed')).to.equal('refused');
    expect(frame.element.src).to.equal('');
  });
});
