/** The operator's page of the frame's own tests, on the test server's second origin. */
import type { Teleprocedure as Told } from '@guichet/contracts/teleprocedure';
import { folder, operator } from '../frame/testing/stage.js';
import type { Teleprocedure } from '../teleprocedure.js';
import { creche, started } from './creche.js';
import { OperatedHosting } from './hosting.js';
import { find } from './steps.js';

export const framed: Told = { ...creche, entry: 'frame', origin: operator };

/** @param query of the operator's page: what it tells at once */
export function framedHosting(query = '', changes: Partial<Told> = {}): OperatedHosting {
  const hosting = new OperatedHosting({ ...framed, ...changes });
  hosting.started = {
    ...started,
    url: `${operator}${folder}/operator.html?guichet-start=s1.signed&${query}`,
  };
  return hosting;
}

/** Runs code in the frame, and resolves with what it returns. */
export async function runInFrame(element: Teleprocedure, code: string): Promise<unknown> {
  const frame = await find<HTMLIFrameElement>(element, 'iframe');
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data);
    frame.contentWindow!.postMessage({ run: code }, operator, [port2]);
  });
}
