import { aTimeout, expect, waitUntil } from '@open-wc/testing';

const source = new URL('./loader.ts', import.meta.url).href;

/** A tag between others, as a page carries it. */
function paste(html: string): HTMLElement {
  const place = document.createElement('div');
  place.innerHTML = html;
  document.body.append(place);
  return place.firstElementChild as HTMLElement;
}

const preloads = () => [...document.querySelectorAll<HTMLLinkElement>('link[rel=preload][as=fetch]')];

describe('the loader', () => {
  let early: HTMLElement;

  before(async () => {
    Object.assign(window, {
      // What the build writes.
      __WIDGETS__: {
        'guichet-probe': ['shared/testing/probe.ts'],
        'guichet-missing': ['shared/testing/not-there.ts'],
      },
    });
    early = paste('<guichet-probe></guichet-probe>');
    const script = document.createElement('script');
    script.type = 'module';
    script.src = source;
    script.dataset['administration'] = '28148';
    document.head.append(script);
    await waitUntil(() => early.textContent);
  });

  it('loads a tag that was there before it, for the page’s default administration', () => {
    expect(early.textContent).to.equal('for 28148');
  });

  it('finds a tag that comes later, however deep', async () => {
    const place = paste('<section><p></p><guichet-probe></guichet-probe></section>');
    await waitUntil(() => place.querySelector('guichet-probe')!.getAttribute('administration') === '28148');
  });

  it('leaves a tag its own administration', async () => {
    const own = paste('<guichet-probe administration="77475"></guichet-probe>');
    await waitUntil(() => preloads().some(({ href }) => href.endsWith('/77475')));
    expect(own.getAttribute('administration')).to.equal('77475');
  });

  it('asks for an administration once, on the origin it came from', async () => {
    paste('<guichet-probe></guichet-probe>');
    await aTimeout(100);
    const wanted = `${new URL(source).origin}/api/guichet/administrations/28148`;
    expect(preloads().filter(({ href }) => href === wanted)).to.have.length(1);
  });

  it('leaves the page’s own content where a file cannot be loaded', async () => {
    const missing = paste('<guichet-missing><a href="tel:0261910010">02 61 91 00 10</a></guichet-missing>');
    await aTimeout(300);
    expect(missing.querySelector('a')!.getClientRects()).not.to.be.empty;
  });
});
