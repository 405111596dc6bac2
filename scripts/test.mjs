import { requireNode } from './lib/node-version.mjs';

requireNode();
const { installIfNeeded } = await import('./lib/build/install.mjs');
await installIfNeeded();
const { buildIfNeeded } = await import('./lib/build/build.mjs');
const { print } = await import('./lib/terminal.mjs');
const { reportEngines, runCheck, runFrontEndTests, runJest, sumCounts, withPostgres } =
  await import('./lib/test/tests.mjs');

// Arguments choose the tests to run, as in Jest: `npm test -- oversell`. The check is skipped then.
const filters = process.argv.slice(2);

await buildIfNeeded();
const { before, tests } = await withPostgres(async () => ({
  before: [reportEngines(), ...(filters.length === 0 ? [await runCheck()] : [])],
  tests: sumCounts([await runFrontEndTests(filters), await runJest(filters)]),
}));

const { passed, failed } = sumCounts([...before, tests]);
const nothingRan = tests.passed + tests.failed === 0;
if (nothingRan) print('No test ran.');
print(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || nothingRan ? 1 : 0;
