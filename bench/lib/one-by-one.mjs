import { percentile } from './figures.mjs';

/**
 * How long something takes that is done again and again, each time when the time before is over.
 *
 * @param {number} times
 * @param {() => Promise<unknown>} work
 * @returns {Promise<{ p50: number, p99: number }>} in milliseconds
 */
export async function oneByOne(times, work) {
  const latencies = [];
  for (let i = 0; i < times; i++) {
    const started = performance.now();
    await work(i);
    latencies.push(performance.now() - started);
  }
  return { p50: percentile(latencies, 0.5), p99: percentile(latencies, 0.99) };
}
