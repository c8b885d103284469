/**
 * Runs steps in their order, several at once as far as the cores go: a step that takes fewer leaves the others to the
 * next ones.
 *
 * @template {{ name: string, needs?: string[], after?: string[], cores?: number }} Step
 * @param {readonly Step[]} steps `cores`: how many it keeps busy, all of them where it is not said; `needs` and `after`:
 *   steps that end before it begins
 * @param {number} cores how many there are
 * @param {(step: Step) => Promise<void>} runStep
 */
export async function runInLanes(steps, cores, runStep) {
  const waiting = [...steps];
  const named = new Set(steps.map(({ name }) => name));
  /** Promises of steps that run, by name. */
  const running = new Map();
  const ended = new Set();
  let free = cores;
  const cost = (step) => Math.min(step.cores ?? cores, cores);
  const isReady = (step) =>
    cost(step) <= free &&
    [...(step.needs ?? []), ...(step.after ?? [])].every((name) => ended.has(name) || !named.has(name));

  const begin = async (step) => {
    free -= cost(step);
    await runStep(step);
    free += cost(step);
    ended.add(step.name);
    running.delete(step.name);
  };

  while (waiting.length || running.size) {
    for (let i = waiting.findIndex(isReady); i >= 0; i = waiting.findIndex(isReady)) {
      const [step] = waiting.splice(i, 1);
      running.set(step.name, begin(step));
    }
    if (!running.size)
      throw new Error(`steps wait for one another: ${waiting.map(({ name }) => name).join(', ')}`);
    await Promise.race(running.values());
  }
}
