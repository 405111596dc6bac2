const INTERVAL_MS = 5000;

/**
 * Runs work and prints what is being done on one line: `Building server … 5 s … 10 s … 12.3 s`.
 *
 * @template T
 * @param {string} activity
 * @param {() => Promise<T>} work
 * @param {() => string} [state] how far the work is, printed after the elapsed time
 * @returns {Promise<T>}
 */
export async function withProgress(activity, work, state = () => '') {
  const startedAt = Date.now();
  const seconds = (digits) => ((Date.now() - startedAt) / 1000).toFixed(digits);
  process.stdout.write(`${activity} … `);
  const timer = setInterval(() => process.stdout.write(`${seconds(0)} s${state()} … `), INTERVAL_MS);
  try {
    return await work();
  } finally {
    clearInterval(timer);
    process.stdout.write(`${seconds(1)} s\n`);
  }
}
