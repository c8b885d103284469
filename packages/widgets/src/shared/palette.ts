import {
  BORDER_CONTRAST,
  contrasted,
  css,
  mix,
  parseComputed,
  TEXT_CONTRAST,
  textOn,
  WHITE,
  type Colour,
  type Rgb,
} from '@guichet/contracts/colour';

/** Calm blue and red of our own, where neither the administration nor the page says anything. */
const ACCENT: Rgb = [29, 78, 137];
const DANGER: Rgb = [179, 20, 40];

/** A colour as the browser reads it: every notation, brought to sRGB. Null where it is no colour. */
export function seen(text: string | null, probe: HTMLElement): Colour | null {
  const { style } = probe;
  style.color = text ?? '';
  if (!style.color) return null;
  let { color } = getComputedStyle(probe);
  style.color = `color-mix(in srgb, ${color}, ${color})`;
  const plain = parseComputed(color);
  color = getComputedStyle(probe).color;
  style.color = '';
  return plain ?? parseComputed(color);
}

function parentOf(element: Element): Element | null {
  const { host } = element.getRootNode() as Partial<ShadowRoot>;
  return element.assignedSlot ?? element.parentElement ?? host ?? null;
}

/** What is behind `element`: its background and its ancestors', one over the other. Images are not seen. */
export function backgroundOf(element: HTMLElement): Rgb {
  const layers: Colour[] = [];
  for (let at: Element | null = element; at; at = parentOf(at)) {
    const layer = seen(getComputedStyle(at).backgroundColor, element);
    if (layer) layers.push(layer);
    if (layer?.alpha === 1) break;
  }
  return layers.reduceRight(
    (behind, { rgb, alpha }) => mix(rgb, behind, alpha),
    seen('Canvas', element)?.rgb ?? WHITE,
  );
}

/**
 * Gives `root` the colours that the widgets' styles use (`--_…`), each with enough contrast on what is really behind
 * it. Set through the CSSOM, which a strict `style-src` allows.
 *
 * @param accent the administration's own colour; the page's `--guichet-accent` comes first
 */
export function paint(root: HTMLElement, accent: string | null): void {
  const { style } = root;
  style.colorScheme = '';
  // Not the root itself: all that is in it would be styled anew for each colour that is tried.
  const probe = root.appendChild(document.createElement('i'));
  const background = backgroundOf(probe);
  const text = seen(getComputedStyle(root).color, probe)?.rgb ?? textOn(background);
  const set = (name: string, colour: Rgb) => style.setProperty(`--_${name}`, css(colour));
  const choose = (name: string, preset: Rgb, ratio: number, own: string | null = null) => {
    const asked = getComputedStyle(root).getPropertyValue(`--guichet-${name}`).trim();
    const colour = contrasted(seen(asked || own, probe)?.rgb ?? preset, background, ratio);
    set(name, colour);
    return colour;
  };

  set('on-accent', textOn(choose('accent', ACCENT, TEXT_CONTRAST, accent)));
  choose('danger', DANGER, TEXT_CONTRAST);
  choose('border', mix(text, background, 0.55), BORDER_CONTRAST);
  // Only separates, so that it needs no contrast of its own.
  set('rule', mix(text, background, 0.18));
  probe.remove();
  // Lists that open, scroll bars and the browser's own filling-in are drawn for the background that is there.
  style.colorScheme = textOn(background) === WHITE ? 'dark' : 'light';
}

/**
 * Calls back when the page may have changed its colours: the system's scheme, or a class or attribute that a theme
 * switch sets on the document.
 * @returns ends it
 */
export function onRecolour(callback: () => void): () => void {
  // Themes fade from one to the other: once now, once when that is over.
  const twice = () => {
    callback();
    setTimeout(callback, 600);
  };
  const scheme = matchMedia('(prefers-color-scheme: dark)');
  const watcher = new MutationObserver(twice);
  scheme.addEventListener('change', twice);
  for (const element of [document.documentElement, document.body])
    watcher.observe(element, { attributes: true });
  return () => {
    scheme.removeEventListener('change', twice);
    watcher.disconnect();
  };
}
