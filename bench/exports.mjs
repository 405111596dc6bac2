import { inRoot } from '../scripts/lib/root.mjs';
import { compare } from './lib/compare.mjs';
import { addOrderLines } from './lib/order-lines.mjs';
import { print } from '../scripts/lib/terminal.mjs';
import { startProgram } from './lib/processes/process.mjs';

export const LINES = 500_000;
/** Limit for memory growth: beyond it, an export holds rows that it should release. */
const MAX_GROWTH_MIB = 100;

/**
 * Compares an export of half a million order lines with the driver's cursor straight to a file. The store is stopped.
 */
export async function measureExports({ dataDir, databaseUrl }, plan) {
  await addOrderLines({ dataDir, databaseUrl }, LINES);
  const run = async (program) => {
    const EXPORT = JSON.stringify({ dataDir, databaseUrl });
    const { value } = await startProgram([inRoot(program)], { EXPORT });
    return { ...JSON.parse(value), p50: Number.NaN, p99: Number.NaN };
  };
  const memoryGrowths = [];
  const measure = await compare(
    { name: `export of ${LINES.toLocaleString('en')} lines, rows`, required: 0.6 },
    plan,
    () => run('bench/floor/export.mjs'),
    async () => {
      const metrics = await run('bench/lib/export-lines.mjs');
      memoryGrowths.push(metrics.mebibytesGrown);
      if (metrics.done < LINES) throw new Error(`Export wrote ${metrics.done} of ${LINES} rows.`);
      return metrics;
    },
  );
  const mebibytesGrown = Math.max(...memoryGrowths);
  print(`Memory growth of an export: ${mebibytesGrown.toFixed(0)} MiB.`);
  if (mebibytesGrown > MAX_GROWTH_MIB) {
    throw new Error(
      `An export grows the process by ${mebibytesGrown.toFixed(0)} MiB, more than ${MAX_GROWTH_MIB} MiB.`,
    );
  }
  return measure;
}
