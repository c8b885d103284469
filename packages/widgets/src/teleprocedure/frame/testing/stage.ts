/** Frames of the second origin that the test server has: the same files, by the loopback's other name. */
import type { FrameLook } from '@guichet/contracts/frame';
import { openFrame, type Frame, type FrameListener, type FrameSettings } from '../frame.js';

/** The operator's: another site than the page's, which is served as `localhost`. */
export const operator = `http://127.0.0.1:${location.port}`;
export const folder = '/packages/widgets/src/teleprocedure/frame/testing';

export const look: FrameLook = {
  accent: 'rgb(10,90,60)',
  'on-accent': 'rgb(255,255,255)',
  background: 'rgb(255,255,255)',
  text: 'rgb(20,20,20)',
  border: 'rgb(120,120,120)',
  danger: 'rgb(170,0,0)',
  font: 'Georgia, serif',
  'heading-font': 'Georgia, serif',
  'font-size': '17px',
  radius: '3px',
  density: '1',
  scheme: 'light',
  motion: 'full',
};

/** What was told, in order, as `['step', {…}]`. */
export type Told = [keyof FrameListener, unknown][];

export interface Staged {
  frame: Frame;
  told: Told;
  /** Resolves with what is told next by that name, or was told since the last time it was asked. */
  next(name: keyof FrameListener): Promise<unknown>;
  /** Runs code in the frame, and resolves with what it returns. */
  run(code: string): Promise<unknown>;
  settings: FrameSettings;
}

const staged: Frame[] = [];

/** @param query of `operator.html`, or a path on the operator's origin */
export function stage(query: string, changes: Partial<FrameSettings> = {}): Staged {
  const told: Told = [];
  const seen: Partial<Record<keyof FrameListener, number>> = {};
  const hopes: (() => void)[] = [];
  const tell =
    (name: keyof FrameListener) =>
    (value?: unknown): void => {
      told.push([name, value]);
      hopes.splice(0).forEach((hope) => hope());
    };
  const settings: FrameSettings = {
    url: query.startsWith('/') ? `${operator}${query}` : `${operator}${folder}/operator.html?${query}`,
    origin: operator,
    hosting: 'https://hebergement.example',
    title: 'Inscription en crèche',
    allow: ['geolocation'],
    language: 'fr',
    look: () => look,
    prefill: {},
    height: 400,
    ...changes,
  };
  const frame = openFrame(settings, {
    failed: tell('failed'),
    ready: tell('ready'),
    silent: tell('silent'),
    step: tell('step'),
    announce: tell('announce'),
    session: tell('session'),
    unsaved: tell('unsaved'),
    submitted: tell('submitted'),
  });
  staged.push(frame);
  document.body.append(frame.element);
  const next = async (name: keyof FrameListener): Promise<unknown> => {
    for (;;) {
      const all = told.filter(([one]) => one === name);
      const at = seen[name] ?? 0;
      if (all.length > at) {
        seen[name] = at + 1;
        return all[at]![1];
      }
      await new Promise<void>((resolve) => hopes.push(resolve));
    }
  };
  const run = (code: string) =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => resolve(data);
      frame.element.contentWindow!.postMessage({ run: code }, operator, [port2]);
    });
  return { frame, told, next, run, settings };
}

/** Takes away what a test put into the page. */
export function strike(): void {
  for (const frame of staged.splice(0)) {
    frame.end();
    frame.element.remove();
  }
}

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Resolves once it is true. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await pause(20);
}
