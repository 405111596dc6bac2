import autocannon from 'autocannon';

export const CONCURRENCY = 16;

/**
 * Loads a server for some seconds and returns the results.
 *
 * @param {string} url
 * @param {number} seconds
 * @param {object} options further options of autocannon
 * @returns {Promise<{ perSecond: number, p50: number, p99: number, done: number, refused: Record<string, number> }>}
 */
export async function load(url, seconds, options = {}) {
  const result = await autocannon({ url, connections: CONCURRENCY, duration: seconds, ...options });
  const refused = Object.fromEntries(
    Object.entries(result.statusCodeStats ?? {})
      .filter(([status]) => !status.startsWith('2'))
      .map(([status, { count }]) => [status, count]),
  );
  if (result.errors > 0) refused.errors = result.errors;
  return {
    perSecond: result['2xx'] / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    done: result['2xx'],
    refused,
  };
}
