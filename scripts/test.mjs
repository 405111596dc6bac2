import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { requireNode } from './lib/node-version.mjs';

/*
 * Runs the check and the tests. `npm test` leaves out tests on PostgreSQL whose results do not depend on the engine;
 * words choose the test files whose path contains one of them, on every engine and without the check.
 *
 *   npm test [-- --all] [-- --random [--seed 7]] [-- oversell imports]
 */

requireNode();
const { installIfNeeded } = await import('./lib/build/install.mjs');
await installIfNeeded();
const { endWithNpm } = await import('./lib/run.mjs');
const { buildIfNeeded } = await import('./lib/build/build.mjs');
const { print } = await import('./lib/terminal.mjs');
const { reportEngines, runCheck, runFrontEndTests, runJest, sumCounts, withPostgres } =
  await import('./lib/test/tests.mjs');

endWithNpm();
const { values, positionals: chosen } = parseArgs({
  allowPositionals: true,
  options: {
    /** Runs every test on every engine. */
    all: { type: 'boolean', default: false },
    /** Runs the test files in random order. */
    random: { type: 'boolean', default: false },
    seed: { type: 'string' },
  },
});
if (chosen.length === 0) process.env.TEST_SCOPE = values.all ? 'all' : 'essential';
if (values.random) {
  process.env.TEST_ORDER_SEED = values.seed ?? String(randomInt(1_000_000));
  print(`Test files in random order: repeat it with --random --seed ${process.env.TEST_ORDER_SEED}`);
}

const { before, tests } = await withPostgres(async () => ({
  before: [reportEngines(), ...(chosen.length === 0 ? [await runCheck()] : [])],
  tests: await runTests(),
}));

async function runTests() {
  await buildIfNeeded();
  return sumCounts([await runFrontEndTests(chosen), await runJest(chosen)]);
}

const { passed, failed } = sumCounts([...before, tests]);
const nothingRan = tests.passed + tests.failed === 0;
if (nothingRan) print('No test ran.');
print(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || nothingRan ? 1 : 0;
