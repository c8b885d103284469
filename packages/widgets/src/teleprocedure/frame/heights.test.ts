import { expect } from '@open-wc/testing';
import { followHeights } from './heights.js';

/** A frame of 400 px whose content answers each height that it is given, at once. */
function framed(contentIn: (height: number) => number) {
  const given: number[] = [];
  let waiting: (() => void) | undefined;
  let last = 0;
  const report = (height: number) => {
    if (height === last || given.length > 100) return;
    last = height;
    heights.follow(height);
  };
  const heights = followHeights(
    400,
    (height) => {
      given.push(height);
      report(contentIn(height));
    },
    (work) => {
      waiting = work;
      return () => (waiting = undefined);
    },
  );
  /** The frame had the time to answer. */
  const rest = () => {
    const work = waiting;
    waiting = undefined;
    work?.();
  };
  report(contentIn(400));
  return { given, report, rest };
}

const rested = (frame: ReturnType<typeof framed>, times = 5) => {
  for (let left = times; left > 0; left--) frame.rest();
  return frame.given;
};

describe('the heights that are followed', () => {
  it('are those of the content', () => {
    let content = 900;
    const frame = framed(() => content);
    for (content of [1200, 300]) frame.report(content);
    expect(rested(frame)).to.deep.equal([900, 1200, 300]);
  });

  it('ignore a pixel of rounding', () => {
    const frame = framed(() => 900);
    frame.report(899);
    frame.report(900);
    expect(rested(frame)).to.deep.equal([900]);
  });

  it('end where the content is a little higher than its window, whatever that is', () => {
    const given = rested(framed((height) => height + 16));
    expect(given.at(-1)).to.be.at.most(400 + 5 * 16);
  });

  it('end where it is twice as high', () => {
    expect(rested(framed((height) => height * 2)).at(-1)).to.be.at.most(1600);
  });

  it('still follow what opens after that', () => {
    let open = 0;
    const frame = framed((height) => height + 16 + open);
    rested(frame);
    const before = frame.given.at(-1)!;
    open = 500;
    frame.report(before + 516);
    expect(frame.given).to.include(before + 516);
  });

  it('follow what opens slowly, to its end', () => {
    let content = 900;
    const frame = framed(() => content);
    rested(frame);
    for (content = 910; content < 1300; content += 10) frame.report(content);
    frame.report(content);
    expect(rested(frame).at(-1)).to.equal(1300);
    for (content = 1290; content > 900; content -= 10) frame.report(content);
    frame.report(content);
    expect(rested(frame).at(-1)).to.equal(900);
  });

  it('do not swing for ever between two: the greater stays', () => {
    const given = rested(framed((height) => (height === 500 ? 480 : 500)));
    expect(given.length).to.be.at.most(8);
    expect(given.at(-1)).to.equal(500);
  });
});
