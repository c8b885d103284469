/** Loads servers in turns, in short rounds, so that whatever else the machine does weighs on all alike. */
import autocannon from 'autocannon';

const CONNECTIONS = 20;
const ROUNDS = 5;
const SECONDS = 3;

/**
 * @param {Record<string, () => object>} loads by name, what autocannon is to send
 * @returns the median of the replies a second of each, a first round left out
 * @throws an Error where a call is not answered by 2xx: its rate would mean nothing
 */
export async function measure(loads) {
  const rates = Object.fromEntries(Object.keys(loads).map((name) => [name, []]));
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [name, load] of Object.entries(loads)) {
      const result = await autocannon({ connections: CONNECTIONS, duration: SECONDS, ...load() });
      if (result.errors || result.non2xx)
        throw new Error(`${name}: ${result.errors} calls failed, ${result.non2xx} were refused.`);
      if (round) rates[name].push(result['2xx'] / result.duration);
    }
  }
  return Object.fromEntries(Object.entries(rates).map(([name, list]) => [name, median(list)]));
}

const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];
