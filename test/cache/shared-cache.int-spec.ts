import { sleep } from '../support/servers/processes.js';
import { figuresOf, newReplica, seenAfter, SEEN, Truth } from '../support/servers/replicas.js';

describe('without Redis', () => {
  it('loads a value once for 200 concurrent requests', async () => {
    const [truth, replica] = [new Truth(), newReplica()];
    const answers = await Promise.all(Array.from({ length: 200 }, () => truth.askedOf(replica)));
    expect(new Set(answers)).toEqual(new Set(['old']));
    expect(truth.loads).toBe(1);
    await truth.askedOf(replica);
    expect(figuresOf(replica)).toMatchObject({ asked: 201, loads: 1, memoryHits: 1, hitRatio: 200 / 201 });
  });

  it('rejects all concurrent requests when loading fails, and loads again for the next one', async () => {
    const { cache } = newReplica();
    let attempts = 0;
    const load = (): Promise<string> =>
      ++attempts === 1 ? Promise.reject(new Error('no')) : Promise.resolve('yes');
    const answers = await Promise.allSettled(
      Array.from({ length: 5 }, () => cache.wrap('catalog', 'key', load)),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 5 }, () => 'rejected'));
    expect(await cache.wrap('catalog', 'key', load)).toBe('yes');
    expect(attempts).toBe(2);
  });

  it('serves no value from before a change to requests after it', async () => {
    const [truth, replica] = [new Truth(), newReplica()];
    const before = truth.askedOf(replica);
    while (truth.loads === 0) await Promise.resolve();
    truth.value = 'new';
    replica.cache.invalidate('catalog');
    expect(await truth.askedOf(replica)).toBe('new');
    expect(await before).toBe('old');
    expect(await truth.askedOf(replica)).toBe('new');
  });

  it('keeps the entries of a group when another group changes', async () => {
    const { cache, figures } = newReplica();
    const load = (): Promise<string> => Promise.resolve('x');
    for (let i = 0; i < 2; i++) {
      await cache.wrap('reports', 'key', load);
      cache.invalidate('catalog');
    }
    expect(figures.byGroup()).toContainEqual(expect.objectContaining({ group: 'reports', loads: 1 }));
  });

  it('invalidates the given keys immediately and others within a second, at most once per second', async () => {
    const [truth, replica] = [new Truth(), newReplica()];
    const before = replica.cache.version('catalog', 'list');
    const deadline = Date.now() + 1700;
    for (let i = 0; Date.now() < deadline; i++) {
      truth.value = `after ${i}`;
      replica.cache.invalidateSoon('catalog', ['key']);
      expect(await truth.askedOf(replica)).toBe(`after ${i}`);
      await truth.askedOf(replica, 'list');
    }
    expect(replica.cache.version('catalog', 'unchanged')).toBeGreaterThan(before);
    await sleep(1100);
    expect(await truth.askedOf(replica, 'list')).toBe(truth.value);
  });

  it('shows a change on another process within two seconds, because entries live at most one second', async () => {
    const [truth, here, there] = [new Truth(), newReplica(), newReplica()];
    await Promise.all([truth.askedOf(here), truth.askedOf(there)]);
    truth.value = 'new';
    here.cache.invalidate('catalog');
    expect(await truth.askedOf(here)).toBe('new');
    expect(await seenAfter(truth, there, 'new')).toBeLessThan(SEEN);
  });
});
