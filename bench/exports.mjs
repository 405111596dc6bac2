import { inRoot } from '../scripts/lib/root.mjs';
import { compare } from './lib/compare.mjs';
import { addOrderLines } from './lib/order-lines.mjs';
import { print } from '../scripts/lib/terminal.mjs';
import { startProgram } from './lib/process.mjs';

export const LINES = 500_000;
/** Beyond it, an export would hold what it should let go. */
const MAX_GROWTH_MIB = 100;

/** An export of half a million lines of orders, against the driver's cursor straight to a file. The store is stopped. */
export async function measureExports({ dataDir, databaseUrl }, plan) {
  await addOrderLines({ dataDir, databaseUrl }, LINES);
  const run = async (program) => {
    const EXPORT = JSON.stringify({ dataDir, databaseUrl });
    const { value } = await startProgram([inRoot(program)], { EXPORT });
    return { ...JSON.parse(value), p50: Number.NaN, p99: Number.NaN };
  };
  const grown = [];
  const measure = await compare(
    { name: `export of ${LINES.toLocaleString('en')} lines, rows`, asked: 0.6 },
    plan,
    () => run('bench/floor/export.mjs'),
    async () => {
      const figures = await run('bench/lib/export-lines.mjs');
      grown.push(figures.mebibytesGrown);
      if (figures.done < LINES) throw new Error(`The export has ${figures.done} rows of ${LINES}.`);
      return figures;
    },
  );
  const mebibytesGrown = Math.max(...grown);
  print(`An export makes the process grow by ${mebibytesGrown.toFixed(0)} MiB.`);
  if (mebibytesGrown > MAX_GROWTH_MIB) {
    throw new Error(`An export makes the process grow by ${mebibytesGrown.toFixed(0)} MiB.`);
  }
  return measure;
}
