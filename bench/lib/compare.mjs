import { median } from './statistics.mjs';

/**
 * Measures floor and store in turn, so that a drift in machine speed affects both, and takes medians.
 *
 * @param {{ name: string, required: number }} measure
 * @param {{ rounds: number }} plan
 * @param {(round: number) => Promise<Metrics>} floor
 * @param {(round: number) => Promise<Metrics>} store
 * @typedef {{ perSecond: number, p50: number, p99: number, done: number, cpuSeconds: number, refused?: object }}
 * Metrics
 */
export async function compare({ name, required }, { rounds }, floor, store) {
  const pairs = [];
  for (let round = 0; round < rounds; round++)
    pairs.push({ floor: await floor(round), store: await store(round) });
  const refused = pairs.flatMap((pair) => Object.entries(pair.store.refused ?? {}));
  if (refused.length > 0) throw new Error(`${name}: the store refused requests: ${JSON.stringify(refused)}`);
  const medianOf = (read) => median(pairs.map(read));
  return {
    name,
    required,
    ratio: medianOf((pair) => pair.store.perSecond / pair.floor.perSecond),
    perSecond: medianOf((pair) => pair.store.perSecond),
    floorPerSecond: medianOf((pair) => pair.floor.perSecond),
    p50: medianOf((pair) => pair.store.p50),
    p99: medianOf((pair) => pair.store.p99),
    cpuMilliseconds: medianOf((pair) => (pair.store.cpuSeconds * 1000) / pair.store.done),
    floorCpuMilliseconds: medianOf((pair) => (pair.floor.cpuSeconds * 1000) / pair.floor.done),
  };
}

/** Returns the metrics of a load, with the CPU time that the program spent on it. */
export async function measureCpu(program, work) {
  const before = program.cpuSeconds();
  const metrics = await work();
  return { ...metrics, cpuSeconds: program.cpuSeconds() - before };
}
