/**
 * Which of the heights that a framed page reports are followed. A page may well depend on its own window (`100vh` and a
 * margin): each height given to it then makes it report a greater one, for ever. Another swings between two.
 */

/** Growing as fast as its window does, or nearly: it follows the window. */
const FOLLOWS = 0.95;
/** Growing so much faster, twice alike, is no animation. */
const RUNS_AWAY = 1.5;
const SWINGS_MAX = 2;

/** Time for the frame to answer a new height. */
const ANSWER_MS = 400;

const afterAnswer = (work: () => void): (() => void) => {
  const timer = setTimeout(work, ANSWER_MS);
  return () => clearTimeout(timer);
};

export interface HeightFollower {
  /** @param reported whole CSS pixels */
  follow(reported: number): void;
  end(): void;
}

/**
 * @param start the height that the frame has
 * @param apply gives it another
 * @param later runs its argument once the frame had the time to answer; returns what cancels that
 */
export function followHeights(
  start: number,
  apply: (height: number) => void,
  later: (work: () => void) => () => void = afterAnswer,
): HeightFollower {
  let applied = start;
  /** The report before, and the height that the frame had then. */
  let before: { applied: number; reported: number } | undefined;
  let slope = NaN;
  let swings = 0;
  let hasGrown = false;
  let isAnswering = false;
  /** Not given yet, as it looks like an answer to our own; and whether one such was given to see. */
  let held: number | undefined;
  let isTrial = false;
  let cancel = () => {};

  const give = (height: number) => {
    before = { applied, reported: height };
    hasGrown = height > applied;
    applied = height;
    held = undefined;
    isAnswering = true;
    wait();
    apply(height);
  };
  const wait = () => {
    cancel();
    cancel = later(() => {
      isAnswering = false;
      if (held === undefined) return;
      isTrial = true;
      give(held);
    });
  };

  return {
    follow(reported) {
      // A pixel less is rounding.
      if (reported === applied || reported === applied - 1) return;
      // What changes without our having done anything is the content.
      if (!isAnswering || held !== undefined) {
        before = undefined;
        slope = NaN;
        swings = 0;
        isTrial = false;
      } else if (reported < applied) {
        if (hasGrown && ++swings > SWINGS_MAX) return;
      } else if (before && applied > before.applied) {
        const now = (reported - before.reported) / (applied - before.applied);
        const isAlike = now >= FOLLOWS && Math.abs(now - slope) < 0.05 * now;
        slope = now;
        if (isAlike) {
          if (isTrial || now > RUNS_AWAY) return;
          held = reported;
          wait();
          return;
        }
      }
      give(reported);
    },
    end: () => cancel(),
  };
}
