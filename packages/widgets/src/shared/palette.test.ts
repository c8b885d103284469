import { contrast, parseComputed, type Rgb } from '@guichet/contracts/colour';
import { expect, fixture, html } from '@open-wc/testing';
import { paint } from './palette.js';

const token = (root: HTMLElement, name: string): Rgb =>
  parseComputed(root.style.getPropertyValue(`--_${name}`).replaceAll(',', ', '))!.rgb;

/** A widget's root on a page with these styles. */
async function on(page: string, own = ''): Promise<HTMLElement> {
  const place = await fixture<HTMLElement>(
    html`<div>
      <section><div></div></section>
    </div>`,
  );
  place.style.cssText = page;
  place.querySelector('section')!.style.cssText = own;
  return place.querySelector<HTMLElement>('section > div')!;
}

describe('the palette', () => {
  it('keeps the administration’s colour where it reads well', async () => {
    const root = await on('background: #fff; color: #111');
    paint(root, '#8a1538');
    expect(token(root, 'accent')).to.deep.equal([138, 21, 56]);
    expect(token(root, 'on-accent')).to.deep.equal([255, 255, 255]);
    expect(root.style.colorScheme).to.equal('light');
  });

  it('corrects it, text and borders on whatever is behind, however that is written', async () => {
    for (const background of [
      '#fff',
      '#000',
      '#777',
      'rgb(20 24 28)',
      'oklch(0.3 0.1 250)',
      'color(srgb 0.9 0.9 0.2)',
    ]) {
      const root = await on(`background: ${background}; color: #888`);
      paint(root, '#ffd400');
      root.style.color = 'inherit';
      const probe = document.createElement('canvas').getContext('2d')!;
      probe.fillStyle = background;
      probe.fillRect(0, 0, 1, 1);
      const [red, green, blue] = probe.getImageData(0, 0, 1, 1).data;
      const behind: Rgb = [red!, green!, blue!];
      // The canvas rounds to whole channels: a hair below the ratio is still the ratio.
      expect(contrast(token(root, 'accent'), behind), background).to.be.at.least(4.4);
      expect(contrast(token(root, 'danger'), behind), background).to.be.at.least(4.4);
      expect(contrast(token(root, 'border'), behind), background).to.be.at.least(2.9);
    }
  });

  it('looks through what is transparent, one layer over the other', async () => {
    const root = await on('background: #000; color: #fff', 'background: rgba(255, 255, 255, 0.1)');
    paint(root, null);
    expect(root.style.colorScheme).to.equal('dark');
    expect(contrast(token(root, 'accent'), [26, 26, 26])).to.be.at.least(4.5);
  });

  it('lets the page’s own token come first', async () => {
    const root = await on('background: #fff; --guichet-accent: #0b5d1e');
    paint(root, '#8a1538');
    expect(token(root, 'accent')).to.deep.equal([11, 93, 30]);
  });

  it('passes over a colour that is none', async () => {
    const root = await on('background: #fff; --guichet-accent: rather-green');
    paint(root, 'javascript:alert(1)');
    expect(contrast(token(root, 'accent'), [255, 255, 255])).to.be.at.least(4.5);
  });
});
