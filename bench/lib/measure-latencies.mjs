import { percentile } from './statistics.mjs';

/**
 * Measures the latency of repeated work, where each run starts when the previous one has finished.
 *
 * @param {number} times
 * @param {() => Promise<unknown>} work
 * @returns {Promise<{ p50: number, p99: number }>} in milliseconds
 */
export async function measureLatencies(times, work) {
  const latencies = [];
  for (let i = 0; i < times; i++) {
    const started = performance.now();
    await work(i);
    latencies.push(performance.now() - started);
  }
  return { p50: percentile(latencies, 0.5), p99: percentile(latencies, 0.99) };
}
