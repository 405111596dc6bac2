import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { allEnginesRequired, findChromium, findPostgres, findRedis } from './engines.mjs';
import { startCluster } from './postgres-cluster.mjs';
import { inRoot } from '../root.mjs';
import { runTool, start } from '../run.mjs';
import { print } from '../terminal.mjs';

/** Creates the counts of passed and failed tests or steps. */
const counts = (passed, failed) => ({ passed, failed });

/** Returns the sum of several counts. */
export function sumCounts(parts) {
  return parts.reduce(
    (sum, part) => counts(sum.passed + part.passed, sum.failed + part.failed),
    counts(0, 0),
  );
}

/** Runs `work` with a PostgreSQL server for tests, if one can be started. The check and Jest share it. */
export async function withPostgres(work) {
  const programs = findPostgres();
  if (process.env.TEST_DATABASE_URL !== undefined || programs === undefined) return work();
  // No test simulates a failure of the machine, and the server outlives killed processes of the store.
  const cluster = await startCluster(programs, { isDurable: false });
  process.env.TEST_DATABASE_URL = cluster.url;
  try {
    return await work();
  } finally {
    await cluster.stop();
  }
}

/** Prints which of the engines that tests can use are missing. It is a failure only if all are required. */
export function reportEngines() {
  const missing = [];
  if (process.env.TEST_DATABASE_URL === undefined && findPostgres() === undefined) {
    missing.push('PostgreSQL not found: skipping its tests. Install it, or set TEST_DATABASE_URL.');
  }
  if (findRedis() === undefined)
    missing.push('Redis not found: no redis-server in PATH. Tests on PostgreSQL use the in-process queue.');
  if (findChromium() === undefined)
    missing.push('Chromium not found: skipping browser tests. Install it, or set CHROMIUM.');
  for (const sentence of missing) print(sentence);
  return counts(0, allEnginesRequired ? missing.length : 0);
}

/** Runs the check. Each of its steps counts as one. */
export async function runCheck() {
  const { code, output } = await runAndShow(process.execPath, [inRoot('scripts', 'check.mjs')]);
  const summary = [...output.matchAll(/^(\d+) passed, (\d+) failed$/gm)].at(-1);
  const { passed, failed } = counts(Number(summary?.[1] ?? 0), Number(summary?.[2] ?? 0));
  // A check that ends before it prints its counts is a failure too.
  return counts(passed, code !== 0 && failed === 0 ? 1 : failed);
}

/**
 * Runs Jest on the chosen tests, or on all: then those that measure time run after the others, one at a time. A file that cannot be
 * loaded counts as one failure.
 */
export async function runJest(filters) {
  if (filters.length > 0) return jest(filters);
  const others = await jest([], { TEST_MEASUREMENTS: 'later' });
  return sumCounts([others, await jest(['--runInBand', 'test/measurements/'])]);
}

function jest(args, env = {}) {
  return countedIn((results) => runTool('jest', ['--json', `--outputFile=${results}`, ...args], { env }));
}

/** Runs the chosen tests of the front ends, or all. */
export function runFrontEndTests(chosen) {
  const config = inRoot('scripts', 'lib', 'test', 'vitest.config.mjs');
  return countedIn((results) =>
    runTool('vitest', [
      'run',
      ...['--config', config, '--passWithNoTests'],
      ...['--reporter=default', '--reporter=json', `--outputFile.json=${results}`],
      ...chosen,
    ]),
  );
}

/** Returns the counts of a runner that writes results in Jest's format to a file. */
async function countedIn(run) {
  const folder = mkdtempSync(join(tmpdir(), 'grocery-store-tests-'));
  const results = join(folder, 'results.json');
  try {
    const { code } = await run(results);
    const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites = 0 } = readResults(results);
    const failed = numFailedTests + numRuntimeErrorTestSuites;
    return counts(numPassedTests, code !== 0 && failed === 0 && numPassedTests > 0 ? 1 : failed);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readResults(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { numPassedTests: 0, numFailedTests: 1, numRuntimeErrorTestSuites: 0 };
  }
}

function runAndShow(command, args) {
  return new Promise((resolve, reject) => {
    const child = start(command, args, { stdio: ['inherit', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
      process.stdout.write(chunk);
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
