import { median } from './figures.mjs';

/**
 * Measures floor and store in turn, so that a machine whose speed drifts does so for both, and takes medians.
 *
 * @param {{ name: string, asked: number }} measure
 * @param {{ rounds: number }} plan
 * @param {(round: number) => Promise<Figures>} floor
 * @param {(round: number) => Promise<Figures>} store
 * @typedef {{ perSecond: number, p50: number, p99: number, done: number, cpuSeconds: number, refused?: object }} Figures
 */
export async function compare({ name, asked }, { rounds }, floor, store) {
  const pairs = [];
  for (let round = 0; round < rounds; round++)
    pairs.push({ floor: await floor(round), store: await store(round) });
  const refused = pairs.flatMap((pair) => Object.entries(pair.store.refused ?? {}));
  if (refused.length > 0) throw new Error(`${name}: the store refused requests: ${JSON.stringify(refused)}`);
  const of = (read) => median(pairs.map(read));
  return {
    name,
    asked,
    ratio: of((pair) => pair.store.perSecond / pair.floor.perSecond),
    perSecond: of((pair) => pair.store.perSecond),
    floorPerSecond: of((pair) => pair.floor.perSecond),
    p50: of((pair) => pair.store.p50),
    p99: of((pair) => pair.store.p99),
    cpuMilliseconds: of((pair) => (pair.store.cpuSeconds * 1000) / pair.store.done),
    floorCpuMilliseconds: of((pair) => (pair.floor.cpuSeconds * 1000) / pair.floor.done),
  };
}

/** What a load gave, with the CPU time that the program spent on it. */
export async function withCpu(program, work) {
  const before = program.cpuSeconds();
  const figures = await work();
  return { ...figures, cpuSeconds: program.cpuSeconds() - before };
}
