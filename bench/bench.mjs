/*
 * Measures the store against its floor:
 *   npm run bench [-- --seconds 5 --rounds 3 --engine SQLite|PostgreSQL --only catalog|checkout|exports|jobs --json FILE]
 * bench/README.md describes what is measured, against which floor, and how to read the results.
 */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { buildIfNeeded } from '../scripts/lib/build/build.mjs';
import { measureCatalog } from './catalog.mjs';
import { measureCheckout } from './checkout.mjs';
import { measureExports } from './exports.mjs';
import { measureJobs } from './jobs.mjs';
import { openEngines } from './lib/processes/engines.mjs';
import { printTable } from './lib/statistics.mjs';
import { print } from '../scripts/lib/terminal.mjs';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '5' },
    rounds: { type: 'string', default: '3' },
    engine: { type: 'string' },
    only: { type: 'string' },
    json: { type: 'string' },
  },
});
const isWanted = (measure) => values.only === undefined || values.only === measure;
const plan = { seconds: Number(values.seconds), rounds: Number(values.rounds) };

await buildIfNeeded();
const results = [];
for (const engine of await openEngines(values.engine)) {
  print(`Measuring on ${engine.name} …`);
  // Runs first, because the orders of a checkout leave events behind.
  const jobs = isWanted('jobs') ? await measureJobs(engine, plan) : { measures: [] };
  const store = await engine.startDeployed();
  try {
    const measures = [
      ...(isWanted('catalog') ? await measureCatalog(engine, store, plan) : []),
      ...(isWanted('checkout') ? [await measureCheckout(engine, store, plan)] : []),
    ];
    const mebibytesAfterLoad = store.residentMebibytes();
    await store.stop();
    if (isWanted('exports')) measures.push(await measureExports(engine, plan));
    results.push({
      engine: engine.name,
      secondsToStart: store.secondsToStart,
      mebibytesAfterLoad,
      startWithQueue: jobs.start,
      measures: [...measures, ...jobs.measures],
    });
  } finally {
    await store.stop();
    await engine.close();
  }
}

for (const { engine, secondsToStart, mebibytesAfterLoad, startWithQueue, measures } of results) {
  print(
    `\n${engine}: start to ready ${secondsToStart.toFixed(2)} s, ${mebibytesAfterLoad.toFixed(0)} MiB after load`,
  );
  if (startWithQueue !== undefined) printStart(startWithQueue);
  printTable(
    ['', 'store/s', 'floor/s', 'ratio', 'required', 'p50 ms', 'p99 ms', 'CPU ms/op', 'floor CPU'],
    measures.map((m) => [
      m.name,
      m.perSecond.toFixed(0),
      m.floorPerSecond.toFixed(0),
      `${(m.ratio * 100).toFixed(0)} %`,
      `${(m.required * 100).toFixed(0)} %`,
      milliseconds(m.p50),
      milliseconds(m.p99),
      m.cpuMilliseconds.toFixed(2),
      m.floorCpuMilliseconds.toFixed(2),
    ]),
  );
}
if (values.json !== undefined) await writeFile(values.json, `${JSON.stringify(results, null, 2)}\n`);
else print(`\n${JSON.stringify(results)}`);
const isFastEnough = results.flatMap((result) => result.measures).every((m) => m.ratio >= m.required);
const isLightEnough = results.every(({ startWithQueue }) => isWithinLimits(startWithQueue));
process.exitCode = isFastEnough && isLightEnough ? 0 : 1;

function isWithinLimits({ limits, secondsToReady, mebibytes } = {}) {
  return limits === undefined || (secondsToReady <= limits.seconds && mebibytes <= limits.mebibytes);
}

function printStart({ queue, limits, secondsToReady, secondsToQueue, mebibytes }) {
  const allowed = limits === undefined ? '' : ` (at most ${limits.seconds} s and ${limits.mebibytes} MiB)`;
  print(
    `${queue}: start to ready ${secondsToReady.toFixed(2)} s, to a reachable queue ${secondsToQueue.toFixed(2)} s, ` +
      `${mebibytes.toFixed(0)} MiB ten seconds later${allowed}`,
  );
}

/** Formats a percentile. A single long run has none. */
function milliseconds(value) {
  return Number.isNaN(value) ? '' : value.toFixed(1);
}
