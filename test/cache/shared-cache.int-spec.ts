import { sleep } from '../support/servers/processes.js';
import { figuresOf, newReplica, seenAfter, SEEN, Truth } from '../support/servers/replicas.js';

describe('without Redis', () => {
  it('what 200 ask at once is loaded once', async () => {
    const [truth, replica] = [new Truth(), newReplica()];
    const answers = await Promise.all(Array.from({ length: 200 }, () => truth.askedOf(replica)));
    expect(new Set(answers)).toEqual(new Set(['old']));
    expect(truth.loads).toBe(1);
    await truth.askedOf(replica);
    expect(figuresOf(replica)).toMatchObject({ asked: 201, loads: 1, memoryHits: 1, hitRatio: 200 / 201 });
  });

  it('what fails is told to all who asked, and tried again by the next', async () => {
    const { cache } = newReplica();
    let tries = 0;
    const load = (): Promise<string> =>
      ++tries === 1 ? Promise.reject(new Error('no')) : Promise.resolve('yes');
    const answers = await Promise.allSettled(
      Array.from({ length: 5 }, () => cache.wrap('catalog', 'key', load)),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 5 }, () => 'rejected'));
    expect(await cache.wrap('catalog', 'key', load)).toBe('yes');
    expect(tries).toBe(2);
  });

  it('what was read before a change is given to nobody who asks after it', async () => {
    const [truth, replica] = [new Truth(), newReplica()];
    const before = truth.askedOf(replica);
    while (truth.loads === 0) await Promise.resolve();
    truth.value = 'new';
    replica.cache.invalidate('catalog');
    expect(await truth.askedOf(replica)).toBe('new');
    expect(await before).toBe('old');
    expect(await truth.askedOf(replica)).toBe('new');
  });

  it('a change of one group leaves the other alone', async () => {
    const { cache, figures } = newReplica();
    const load = (): Promise<string> => Promise.resolve('x');
    for (let i = 0; i < 2; i++) {
      await cache.wrap('reports', 'key', load);
      cache.invalidate('catalog');
    }
    expect(figures.byGroup()).toContainEqual(expect.objectContaining({ group: 'reports', loads: 1 }));
  });

  it('a value of the given keys is left at once, others within a second, and no more often', async () => {
    const [truth, replica] = [new Truth(), newReplica()];
    const before = replica.cache.version('catalog', 'list');
    const until = Date.now() + 1700;
    for (let i = 0; Date.now() < until; i++) {
      truth.value = `after ${i}`;
      replica.cache.invalidateSoon('catalog', ['key']);
      expect(await truth.askedOf(replica)).toBe(`after ${i}`);
      await truth.askedOf(replica, 'list');
    }
    expect(replica.cache.version('catalog', 'unchanged')).toBeGreaterThan(before);
    await sleep(1100);
    expect(await truth.askedOf(replica, 'list')).toBe(truth.value);
  });

  it('another process sees a change within two seconds, for nothing is older than one', async () => {
    const [truth, here, there] = [new Truth(), newReplica(), newReplica()];
    await Promise.all([truth.askedOf(here), truth.askedOf(there)]);
    truth.value = 'new';
    here.cache.invalidate('catalog');
    expect(await truth.askedOf(here)).toBe('new');
    expect(await seenAfter(truth, there, 'new')).toBeLessThan(SEEN);
  });
});
