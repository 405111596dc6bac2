import { SECOND_MS } from '../../src/platform/common/durations.js';
import { sleep } from '../support/servers/processes.js';
import {
  metricsOf,
  newReplica,
  timeUntilVisible,
  MAX_VISIBLE_MS,
  CountingSource,
} from '../support/servers/replicas.js';

describe('without Redis', () => {
  it('loads a value once for 200 concurrent requests', async () => {
    const [source, replica] = [new CountingSource(), await newReplica()];
    const responses = await Promise.all(Array.from({ length: 200 }, () => source.readThrough(replica)));
    expect(new Set(responses)).toEqual(new Set(['old']));
    expect(source.loads).toBe(1);
    await source.readThrough(replica);
    expect(metricsOf(replica)).toMatchObject({ asked: 201, loads: 1, memoryHits: 1, hitRatio: 200 / 201 });
  });

  it('rejects all concurrent requests when loading fails, and loads again for the next one', async () => {
    const { cache } = await newReplica();
    let attempts = 0;
    const load = (): Promise<string> =>
      ++attempts === 1 ? Promise.reject(new Error('no')) : Promise.resolve('yes');
    const responses = await Promise.allSettled(
      Array.from({ length: 5 }, () => cache.wrap('catalog', 'key', load)),
    );
    expect(responses.map(({ status }) => status)).toEqual(Array.from({ length: 5 }, () => 'rejected'));
    expect(await cache.wrap('catalog', 'key', load)).toBe('yes');
    expect(attempts).toBe(2);
  });

  it('serves no value from before a change to requests after it', async () => {
    const [source, replica] = [new CountingSource(), await newReplica()];
    const before = source.readThrough(replica);
    while (source.loads === 0) await Promise.resolve();
    source.value = 'new';
    replica.cache.invalidate('catalog');
    expect(await source.readThrough(replica)).toBe('new');
    expect(await before).toBe('old');
    expect(await source.readThrough(replica)).toBe('new');
  });

  it('keeps the entries of a group when another group changes', async () => {
    const { cache, metrics } = await newReplica();
    const load = (): Promise<string> => Promise.resolve('x');
    for (let i = 0; i < 2; i++) {
      await cache.wrap('reports', 'key', load);
      cache.invalidate('catalog');
    }
    expect(metrics.byGroup()).toContainEqual(expect.objectContaining({ group: 'reports', loads: 1 }));
  });

  it('invalidates the given keys immediately and others within a second, at most once per second', async () => {
    const [source, replica] = [new CountingSource(), await newReplica()];
    const before = replica.cache.version('catalog', 'list');
    const deadline = Date.now() + 1700;
    for (let i = 0; Date.now() < deadline; i++) {
      source.value = `after ${i}`;
      replica.cache.invalidateSoon('catalog', ['key']);
      expect(await source.readThrough(replica)).toBe(`after ${i}`);
      await source.readThrough(replica, 'list');
    }
    expect(replica.cache.version('catalog', 'unchanged')).toBeGreaterThan(before);
    await sleep(1.1 * SECOND_MS);
    expect(await source.readThrough(replica, 'list')).toBe(source.value);
  });

  it('shows a change on another process within two seconds, because entries live at most one second', async () => {
    const [source, replicaA, replicaB] = [new CountingSource(), await newReplica(), await newReplica()];
    await Promise.all([source.readThrough(replicaA), source.readThrough(replicaB)]);
    source.value = 'new';
    replicaA.cache.invalidate('catalog');
    expect(await source.readThrough(replicaA)).toBe('new');
    expect(await timeUntilVisible(source, replicaB, 'new')).toBeLessThan(MAX_VISIBLE_MS);
  });
});
