import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { folder, look, operator, pause, stage, strike, until } from './testing/stage.js';

afterEach(strike);

const heightOf = (element: HTMLElement) => element.getBoundingClientRect().height;

describe('an operator’s page in a frame', () => {
  it('shakes hands, wears the page’s look, and again whenever it changes', async () => {
    let accent = look.accent;
    const { frame, next, run } = stage('', { look: () => ({ ...look, accent }) });
    await next('ready');
    const worn = (name: string) =>
      run(`return getComputedStyle(document.documentElement).getPropertyValue('--guichet-${name}')`);
    expect(await worn('accent')).to.equal('rgb(10,90,60)');
    expect(await worn('font-size')).to.equal('17px');
    accent = 'rgb(1,2,3)';
    frame.relook();
    await until(async () => (await worn('accent')) === 'rgb(1,2,3)');
  });

  it('is let do the least, and has a name', async () => {
    const { frame, next } = stage('');
    await next('ready');
    const { element } = frame;
    expect(element.sandbox.contains('allow-top-navigation')).to.be.false;
    expect(element.sandbox.contains('allow-pointer-lock')).to.be.false;
    expect(element.allow).to.equal(`geolocation ${operator}`);
    expect(element.title).to.equal('Inscription en crèche');
  });

  it('is as high as its content, which grows and shrinks', async () => {
    const { frame, next, run } = stage('');
    await next('ready');
    const fits = 'return Math.ceil(document.documentElement.getBoundingClientRect().height)';
    const isFitting = async () => heightOf(frame.element) === (await run(fits));
    await until(isFitting);
    const before = heightOf(frame.element);
    await run('document.getElementById("content").style.height = "1300px"');
    await until(() => heightOf(frame.element) === before + 1000);
    await run('document.getElementById("content").style.height = "200px"');
    await until(() => heightOf(frame.element) === before - 100);
  });

  it('does not grow for ever where its content is higher than its window, whatever that is', async () => {
    const { frame, next, run } = stage('');
    await next('ready');
    await run('document.body.style.cssText = "min-height: 100vh; margin: 0 0 20px"');
    await pause(2500);
    const settled = heightOf(frame.element);
    expect(settled).to.be.below(700);
    await pause(800);
    expect(heightOf(frame.element)).to.equal(settled);
  });

  it('tells the step, the session, what is unsaved, and what was submitted: its reference', async () => {
    const one = stage('step=2/4+Votre+enfant&session=1200&unsaved');
    expect(await one.next('step')).to.deep.equal({ index: 2, count: 4, title: 'Votre enfant' });
    expect(await one.next('session')).to.equal(1200);
    expect(await one.next('unsaved')).to.equal(true);
    const other = stage('submitted=CR-42');
    expect(await other.next('submitted')).to.equal('CR-42');
    expect(one.told.some(([name]) => name === 'submitted')).to.be.false;
  });

  it('warns two minutes before the session ends', async () => {
    const { next } = stage('session=121');
    expect(await next('session')).to.equal(121);
    expect(await next('session')).to.equal(120);
  });

  it('asks before the page is left with something unsaved, and no more once it is sent', async () => {
    const { next, run } = stage('');
    await next('ready');
    const asks = () => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
    expect(asks()).to.be.false;
    await run('document.documentElement.setAttribute("data-guichet-unsaved", "")');
    await next('unsaved');
    expect(asks()).to.be.true;
    await run('document.documentElement.setAttribute("data-guichet-submitted", "A-1")');
    await next('submitted');
    expect(asks()).to.be.false;
  });

  it('fills the fields that are empty with what was typed already', async () => {
    const { next, run } = stage('', {
      prefill: { familyName: 'Roux', givenName: 'Angèle', addressLines: ['1 rue (basse)', 'Bâtiment B'] },
    });
    await next('ready');
    const value = (id: string) => run(`return document.getElementById('${id}').value`);
    await until(async () => (await value('family')) === 'Roux');
    expect(await value('given')).to.equal('Zoé');
    expect(await value('street')).to.equal('1 rue (basse)\nBâtiment B');
  });

  it('speaks anew in each document, its height kept until the next one’s', async () => {
    const { frame, next, run, told } = stage('step=1/2+Enfant');
    await next('ready');
    await run('document.getElementById("content").style.height = "1500px"');
    await until(() => heightOf(frame.element) > 1500);
    const heights: number[] = [];
    const watch = new ResizeObserver(() => heights.push(heightOf(frame.element)));
    watch.observe(frame.element);
    // Led on as a form does: without the parameters that it came with.
    void run(`location.href = '${folder}/operator.html?step=2/2+Parents'`);
    await next('ready');
    await until(() => heightOf(frame.element) < 700);
    watch.disconnect();
    expect(heights.filter((height) => height < 300)).to.deep.equal([]);
    await until(() => told.filter(([name]) => name === 'step').length === 2);
    expect(told.at(-1)![1]).to.deep.equal({ index: 2, count: 2, title: 'Parents' });
    expect(
      await run('return getComputedStyle(document.documentElement).getPropertyValue("--guichet-accent")'),
    ).to.equal(look.accent);
  });

  it('shows the beginning of the next document, as a page does', async () => {
    const { frame, next, run } = stage('');
    await next('ready');
    await run('document.getElementById("content").style.height = "3000px"');
    await until(() => heightOf(frame.element) > 3000);
    scrollTo(0, document.documentElement.scrollHeight);
    expect(frame.element.getBoundingClientRect().top).to.be.below(0);
    void run('location.reload()');
    await next('ready');
    await until(() => frame.element.getBoundingClientRect().top >= 0);
  });

  it('prints itself when it is asked to', async () => {
    const { frame, next, run } = stage('');
    await next('ready');
    await run('window.print = () => { document.title = "imprimée"; }');
    frame.print();
    await until(async () => (await run('return document.title')) === 'imprimée');
  });

  it('brings a dialog into view', async () => {
    const { frame, next, run } = stage('');
    await next('ready');
    await run('document.getElementById("content").style.height = "6000px"');
    await until(async () => Number(await run('return innerHeight')) > 6000);
    scrollTo(0, 0);
    await run(`const dialog = document.createElement('dialog');
      dialog.innerHTML = '<p style="height:200px">Certain ?</p><button>Oui</button>';
      document.body.append(dialog); dialog.showModal();`);
    await until(() => scrollY > 2000);
    const { top } = frame.element.getBoundingClientRect();
    const box = (await run(
      'const b = document.querySelector("dialog").getBoundingClientRect(); return [b.top, b.bottom]',
    )) as number[];
    await until(() => top + box[0]! >= 0 && top + box[1]! <= innerHeight);
  });

  it('scrolls to what has the focus, as one page', async () => {
    const { frame, next, run } = stage('');
    await next('ready');
    await run('document.getElementById("content").style.height = "3000px"');
    await until(() => heightOf(frame.element) > 3000);
    scrollTo(0, 0);
    frame.element.focus();
    // A frame of another site is another process, which hears of the focus later than of a key.
    await until(async () => !!(await run('return document.hasFocus()')));
    for (const id of ['family', 'given', 'street', 'last']) {
      await sendKeys({ press: 'Tab' });
      await until(async () => (await run('return document.activeElement.id')) === id);
    }
    await until(() => scrollY > 2000);
  });

  for (const isReady of [false, true]) {
    it(`takes the focus at what its content begins with, ${isReady ? 'then' : 'before it is there'}`, async () => {
      const { frame, next, run } = stage('');
      if (isReady) await next('ready');
      frame.focus();
      if (!isReady) await next('ready');
      expect(document.activeElement).to.equal(frame.element);
      // WebKit lets no script of a frame move the focus by itself: it stands before the heading then, not on it.
      const places = /AppleWebKit(?!.*Chrome)/.test(navigator.userAgent) ? ['BODY', 'H1'] : ['H1'];
      await until(async () => places.includes(String(await run('return document.activeElement.tagName'))));
      // Whoever presses that fast is asked back to the heading once.
      await until(async () => {
        await sendKeys({ press: 'Tab' });
        await pause(100);
        return (await run('return document.activeElement.id')) === 'family';
      });
    });
  }

  it('is tabbed through as a part of the page', async () => {
    const before = document.createElement('button');
    document.body.append(before);
    const { next, run } = stage('');
    const after = document.createElement('button');
    document.body.append(after);
    await next('ready');
    before.focus();
    await sendKeys({ press: 'Tab' });
    await until(async () => (await run('return document.activeElement.id')) === 'family');
    for (let at = 0; at < 4; at++) await sendKeys({ press: 'Tab' });
    await until(() => document.activeElement === after);
    before.remove();
    after.remove();
  });

  it('stands beside another: each is told its own', async () => {
    const [one, other] = [stage('step=1/3+Un'), stage('step=2/3+Deux')];
    expect(await one.next('step')).to.deep.include({ title: 'Un' });
    expect(await other.next('step')).to.deep.include({ title: 'Deux' });
    await pause(200);
    expect(one.told.filter(([name]) => name === 'step')).to.have.length(1);
  });
});
