/**
 * The script tag's entry. Loads a widget when its tag nears the screen, or when the browser has nothing else to do;
 * tags that come later too. What fails leaves the page's own content as it is.
 *
 * `data-administration` on the script tag is the default of every tag that has no `administration` of its own.
 */

/** Each widget's tag, and the files it needs, beside this one. Written by the build. */
declare const __WIDGETS__: Record<string, string[] | undefined>;

const widgets = __WIDGETS__;
const here = import.meta.url;
const script = [...document.scripts].find(({ src }) => src === here);
const isPreloaded = new Set<string>();

function load(element: Element): void {
  observer.unobserve(element);
  // The widget asks for this first of all: it travels together with the code.
  const base = element.getAttribute('base-url') ?? new URL(here).origin;
  const url = `${base}/api/guichet/administrations/${element.getAttribute('administration')}`;
  if (!isPreloaded.has(url)) {
    isPreloaded.add(url);
    const link = document.createElement('link');
    // An empty `crossOrigin` is the anonymous one.
    Object.assign(link, { rel: 'preload', as: 'fetch', crossOrigin: '', href: url });
    document.head.append(link);
  }
  for (const file of widgets[element.localName]!) import(new URL(file, here).href).catch(() => {});
}

// Two screens ahead: on a slow line the form is there before its reader.
const observer = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) if (isIntersecting) load(target);
  },
  { rootMargin: '200%' },
);

function find(root: Node): void {
  if (!(root instanceof Element)) return;
  for (const element of [root, ...root.querySelectorAll(Object.keys(widgets).join())]) {
    if (!widgets[element.localName]) continue;
    const administration = script?.dataset['administration'];
    if (administration && !element.hasAttribute('administration')) {
      element.setAttribute('administration', administration);
    }
    observer.observe(element);
    // Safari has no requestIdleCallback.
    ((window as Partial<Window>).requestIdleCallback ?? setTimeout)(() => load(element));
  }
}

find(document.documentElement);
new MutationObserver((records) => {
  for (const { addedNodes } of records) addedNodes.forEach(find);
}).observe(document, { childList: true, subtree: true });
