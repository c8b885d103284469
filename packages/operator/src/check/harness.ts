/**
 * What runs in the page that frames the operator's: it speaks as a commune's page does, and badly where it is told to.
 * This function is sent to the browser as text: it uses nothing from outside of itself.
 */

export interface Harness {
  /** Every message of the port, and the ports that were given a wrong welcome. */
  heard: Record<string, unknown>[];
  hello: { versions: unknown; nonce: unknown } | null;
  /** The wrong welcomes that were taken for good ones. */
  fooled: string[];
  open(url: string, isSpeaking: boolean): void;
  welcome(changes: Record<string, unknown>, what: string): void;
  accept(): void;
  say(message: unknown): void;
  heightOf(): number;
}

export function harness(origin: string): void {
  const iframe = document.createElement('iframe');
  let port: MessagePort | undefined;
  let isSpeaking = true;
  const pageNonce = 'guichet-check-0123456789';
  const send = (changes: Record<string, unknown>, to: MessagePort) => {
    const welcome = {
      protocol: 'guichet-frame',
      type: 'welcome',
      version: 1,
      nonce: own.hello?.nonce,
      pageNonce,
    };
    iframe.contentWindow?.postMessage({ ...welcome, ...changes }, origin, [to]);
  };
  const own: Harness = {
    heard: [],
    hello: null,
    fooled: [],
    open(url, speaks) {
      isSpeaking = speaks;
      iframe.setAttribute(
        'sandbox',
        'allow-forms allow-scripts allow-same-origin allow-downloads allow-popups allow-popups-to-escape-sandbox allow-modals allow-top-navigation-by-user-activation',
      );
      iframe.style.cssText = 'inline-size:100%;block-size:600px;border:0';
      if (speaks) iframe.name = `guichet-frame ${JSON.stringify({ origin: location.origin, look: {} })}`;
      iframe.src = url;
      document.body.append(iframe);
    },
    welcome(changes, what) {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => own.fooled.push(what);
      send(changes, port2);
    },
    accept() {
      const channel = new MessageChannel();
      port = channel.port1;
      port.onmessage = ({ data }: MessageEvent<Record<string, unknown>>) => {
        own.heard.push(data);
        if (data['type'] === 'height')
          iframe.style.blockSize = `${Math.min(Number(data['height']), 30_000)}px`;
      };
      send({}, channel.port2);
    },
    say: (message) => port?.postMessage(message),
    heightOf: () => iframe.offsetHeight,
  };
  addEventListener(
    'message',
    ({ source, origin: from, data }: MessageEvent<Record<string, unknown> | null>) => {
      if (!isSpeaking || source !== iframe.contentWindow || from !== origin) return;
      if (data?.['protocol'] === 'guichet-frame' && data['type'] === 'hello')
        own.hello = { versions: data['versions'], nonce: data['nonce'] };
    },
  );
  Object.assign(window, { guichet: own });
}
