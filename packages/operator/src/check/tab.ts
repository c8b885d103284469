import type { Browser } from './browser.js';

/** A tab: what runs in its page and in its frames, each found by its origin. */
export interface Tab {
  /** Runs an expression, or an async function's call, in the newest document of that origin, and gives its value. */
  run(origin: string, expression: string): Promise<unknown>;
  go(url: string): Promise<void>;
  /** What was thrown in any of them and caught by nobody. */
  readonly errors: string[];
  close(): Promise<void>;
}

interface Context {
  id: number;
  origin: string;
  sessionId: string;
}

/** @param blank origins whose pages are empty ones of ours: nothing is asked of the network for them */
export async function openTab({ wire }: Browser, blank: readonly string[]): Promise<Tab> {
  const contexts: Context[] = [];
  const errors: string[] = [];
  const sessions = new Set<string>();

  const enable = async (sessionId: string) => {
    sessions.add(sessionId);
    // A frame that is gone in the meantime has nothing to be enabled.
    const send = (method: string, params = {}) => wire.send(method, params, sessionId).catch(() => ({}));
    const patterns = blank.map((origin) => ({ urlPattern: `${origin}/*` }));
    await Promise.all([
      send('Runtime.enable'),
      send('Page.enable'),
      send('Fetch.enable', { patterns }),
      send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true }),
    ]);
    await send('Runtime.runIfWaitingForDebugger');
  };

  const stop = wire.listen(({ method, params, sessionId = '' }) => {
    if (!sessions.has(sessionId)) return;
    if (method === 'Target.attachedToTarget') void enable(params['sessionId'] as string);
    if (method === 'Runtime.executionContextCreated') {
      const { id, origin, auxData } = params['context'] as Context & { auxData: { isDefault: boolean } };
      if (auxData.isDefault) contexts.unshift({ id, origin, sessionId });
    }
    if (method === 'Runtime.executionContextDestroyed') {
      const at = contexts.findIndex(
        (one) => one.id === params['executionContextId'] && one.sessionId === sessionId,
      );
      if (at >= 0) contexts.splice(at, 1);
    }
    if (method === 'Runtime.exceptionThrown') {
      const { exception, text } = params['exceptionDetails'] as {
        exception?: { description?: string };
        text: string;
      };
      errors.push((exception?.description ?? text).split('\n')[0]!);
    }
    if (method === 'Fetch.requestPaused') {
      const body = Buffer.from('<!doctype html><html lang="fr"><title>Mairie</title><body>').toString(
        'base64',
      );
      const responseHeaders = [{ name: 'Content-Type', value: 'text/html; charset=utf-8' }];
      const answer = { requestId: params['requestId'] as string, responseCode: 200, responseHeaders, body };
      void wire.send('Fetch.fulfillRequest', answer, sessionId).catch(() => ({}));
    }
  });

  // A private window: without a cookie, third parties' refused, and drawn, which a hidden tab is not.
  const { browserContextId } = await wire.send('Target.createBrowserContext');
  const { targetId } = await wire.send('Target.createTarget', { url: 'about:blank', browserContextId });
  const { sessionId } = await wire.send('Target.attachToTarget', { targetId, flatten: true });
  const own = sessionId as string;
  await enable(own);

  return {
    errors,
    async run(origin, expression) {
      const context = contexts.find((one) => one.origin === origin);
      if (!context) throw new Error(`no document of ${origin} is there`);
      const { result, exceptionDetails } = await wire.send(
        'Runtime.evaluate',
        { expression, contextId: context.id, awaitPromise: true, returnByValue: true },
        context.sessionId,
      );
      if (exceptionDetails) throw new Error(JSON.stringify(exceptionDetails));
      return (result as { value?: unknown }).value;
    },
    async go(url) {
      const loaded = new Promise<void>((resolve) => {
        const end = wire.listen((event) => {
          if (event.sessionId !== own || event.method !== 'Page.loadEventFired') return;
          end();
          resolve();
        });
      });
      await wire.send('Page.navigate', { url }, own);
      // A page that takes longer shows what it has.
      await Promise.race([loaded, new Promise((resolve) => setTimeout(resolve, 15_000).unref())]);
    },
    async close() {
      stop();
      await wire.send('Target.disposeBrowserContext', { browserContextId });
    },
  };
}
