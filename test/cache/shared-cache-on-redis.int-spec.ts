import { createClient, type RedisClientType } from '@keyv/redis';
import { Logger } from '@nestjs/common';
import { sleep, measureDuration } from '../support/servers/processes.js';
import { HAS_REDIS, TestRedis } from '../support/servers/redis.js';
import { TcpRelay } from '../support/servers/tcp-relay.js';
import {
  metricsOf,
  newReplica,
  timeUntilVisible,
  MAX_VISIBLE_MS,
  CountingSource,
  type Replica,
} from '../support/servers/replicas.js';
import { afterFile, describeIf, ENGINE } from '../support/stores/engine.js';

// Keeps messages for operators out of the test output.
Logger.overrideLogger(false);

/** Maximum delay of a request because of Redis. */
const MAX_DELAY_MS = 50;

// These tests need no database, so one run of the two engines is enough.
const onRedis = describeIf(ENGINE === 'postgres' && HAS_REDIS);

onRedis('with Redis', () => {
  let redis: TestRedis;
  let source: CountingSource;
  let replicaA: Replica;
  let replicaB: Replica;
  beforeEach(async () => {
    const started = await TestRedis.start();
    afterFile(() => started.remove());
    redis = started;
    source = new CountingSource();
    [replicaA, replicaB] = [await newReplica(redis.url), await newReplica(redis.url)];
    await bothShare();
  });
  afterEach(async () => {
    redis.thaw();
    await Promise.all([replicaA, replicaB].map((replica) => replica.close()));
  });

  let probes = 0;
  /** Waits until Redis serves to one process what the other has loaded. */
  async function bothShare(): Promise<void> {
    for (let tries = 0; tries < 1000; tries++) {
      const before = metricsOf(replicaB).redisHits;
      probes += 1;
      await source.readThrough(replicaA, `probe ${probes}`);
      await sleep(10);
      await source.readThrough(replicaB, `probe ${probes}`);
      if (metricsOf(replicaB).redisHits > before) return;
    }
    throw new Error('The two processes never shared a value.');
  }

  async function command(work: (client: RedisClientType) => Promise<unknown>): Promise<void> {
    const client = createClient({ url: redis.url }) as RedisClientType;
    await client.connect();
    await work(client);
    client.destroy();
  }

  it('loads a value once for two processes', async () => {
    const before = source.loads;
    await source.readThrough(replicaA);
    await sleep(20);
    expect(await source.readThrough(replicaB)).toBe('old');
    expect(source.loads).toBe(before + 1);
  });

  it('shows a change on the other process immediately, and by the heartbeat if the message is lost', async () => {
    await Promise.all([source.readThrough(replicaA), source.readThrough(replicaB)]);
    source.value = 'new';
    replicaA.cache.invalidate('catalog');
    expect(await source.readThrough(replicaA)).toBe('new');
    expect(await timeUntilVisible(source, replicaB, 'new')).toBeLessThan(500);

    await bothShare();
    await Promise.all([source.readThrough(replicaA), source.readThrough(replicaB)]);
    await command(async (client) => {
      await client.sendCommand(['CLIENT', 'KILL', 'TYPE', 'pubsub']);
      source.value = 'newer';
      replicaA.cache.invalidate('catalog');
    });
    expect(await timeUntilVisible(source, replicaB, 'newer')).toBeLessThan(MAX_VISIBLE_MS);
  });

  it('shows constant changes on the other process within two seconds', async () => {
    for (let i = 0; i < 5; i++) {
      source.value = `change ${i}`;
      const visibleAfter = timeUntilVisible(source, replicaB, source.value);
      const deadline = Date.now() + 300;
      while (Date.now() < deadline) {
        replicaA.cache.invalidateSoon('catalog', ['key']);
        expect(await source.readThrough(replicaA)).toBe(source.value);
      }
      expect(await visibleAfter).toBeLessThan(MAX_VISIBLE_MS);
    }
  });

  it('shows the last change of a process that ends', async () => {
    await Promise.all([source.readThrough(replicaA), source.readThrough(replicaB)]);
    replicaA.cache.invalidateSoon('catalog', ['other']);
    source.value = 'new';
    replicaA.cache.invalidateSoon('catalog', ['key']);
    await replicaA.close();
    expect(await timeUntilVisible(source, replicaB, 'new')).toBeLessThan(500);
  });

  it('shows a change by the last request of a process that ends', async () => {
    await Promise.all([source.readThrough(replicaA), source.readThrough(replicaB)]);
    await replicaA.close(async () => {
      source.value = 'new';
      replicaA.cache.invalidate('catalog');
    });
    expect(await timeUntilVisible(source, replicaB, 'new')).toBeLessThan(500);
  });

  it('loses nothing and hides no change when Redis is wiped', async () => {
    await source.readThrough(replicaA);
    await command((client) => client.flushAll());
    expect(await source.readThrough(replicaB)).toBe('old');
    source.value = 'new';
    replicaA.cache.invalidate('catalog');
    expect(await source.readThrough(replicaA)).toBe('new');
    expect(await timeUntilVisible(source, replicaB, 'new')).toBeLessThan(MAX_VISIBLE_MS);
    await bothShare();
  });

  /** Returns the number of the shared values, which an invalidation for all processes raises. */
  async function sharedNumber(): Promise<unknown> {
    let number: unknown;
    await command(async (client) => (number = await client.get('cache:catalog:generation')));
    return number;
  }

  it('takes a slow answer for a miss, and invalidates nothing for it', async () => {
    const relay = await TcpRelay.start(redis.url);
    afterFile(() => relay.close());
    const slow = await newReplica(relay.urlOf(redis.url));
    const readBySlow = (key: string): Promise<string> => source.readThrough(slow, key);
    // Another process has loaded these values; this one joins them.
    for (let i = 0; metricsOf(slow).redisHits === 0; i++) {
      await source.readThrough(replicaA, `joined ${i}`);
      await sleep(10);
      await readBySlow(`joined ${i}`);
    }
    await sleep(600);
    const number = await sharedNumber();
    const values = Array.from({ length: 200 }, (_, i) => `shared ${i}`);
    for (const value of values) await source.readThrough(replicaA, value);
    await sleep(20);
    const loadsByOthers = metricsOf(replicaA).loads;

    const unread = values.values();
    for (let i = 0; i < 5; i++) {
      // Long enough that the limit passes first on a busy machine as well.
      relay.slowDown(200);
      expect(await readBySlow(`slow ${i}`)).toBe('old');
      relay.slowDown(0);
      // Values of Redis are used again. On a busy machine, the first answers may be slow as well.
      const before = metricsOf(slow).redisHits;
      for (const value of unread) {
        await sleep(100);
        await readBySlow(value);
        if (metricsOf(slow).redisHits > before) break;
      }
      expect(metricsOf(slow).redisHits).toBe(before + 1);
    }
    expect(slow.metrics.redisFailures).toBeGreaterThanOrEqual(5);
    await sleep(600); // a heartbeat, by which the others would learn of an invalidation
    expect(await sharedNumber()).toBe(number);
    for (const value of values) await source.readThrough(replicaA, value);
    expect(metricsOf(replicaA).loads).toBe(loadsByOthers);
  });

  it('leaves a Redis alone for a while that is slow again and again', async () => {
    const relay = await TcpRelay.start(redis.url);
    afterFile(() => relay.close());
    const slow = await newReplica(relay.urlOf(redis.url));
    for (let i = 0; metricsOf(slow).redisHits === 0; i++) {
      await source.readThrough(replicaA, `joined again ${i}`);
      await sleep(10);
      await source.readThrough(slow, `joined again ${i}`);
    }
    relay.slowDown(50);
    const durations: number[] = [];
    const end = performance.now() + 900;
    for (let i = 0; performance.now() < end; i++) {
      durations.push(await measureDuration(() => source.readThrough(slow, `always slow ${i}`)));
      await sleep(10);
    }
    expect(durations.filter((duration) => duration >= 30).length).toBeLessThan(durations.length / 3);
  });

  it('invalidates nothing for an error that Redis returns', async () => {
    const number = await sharedNumber();
    await command((client) => client.configSet('maxmemory', '1'));
    for (let i = 0; i < 5; i++) await source.readThrough(replicaA, `too large ${i}`);
    await sleep(600);
    await command((client) => client.configSet('maxmemory', '0'));
    expect(replicaA.metrics.redisFailures).toBeGreaterThan(0);
    await sleep(600);
    expect(await sharedNumber()).toBe(number);
  });

  const outages = {
    stopped: { begin: () => redis.stop(), end: () => redis.start() },
    frozen: {
      begin: async () => {
        redis.freeze();
      },
      end: async () => {
        redis.thaw();
      },
    },
  };

  describe.each(Object.entries(outages))('while it is %s', (_, { begin, end }) => {
    it('delays the first request by at most 50 ms and the others not at all', async () => {
      const usual: number[] = [];
      for (let i = 0; i < 100; i++)
        usual.push(await measureDuration(() => source.readThrough(replicaA, `usual ${i}`)));
      // A busy machine slows requests with Redis as well.
      const slowest = Math.max(...usual);
      await begin();
      const first = await measureDuration(() => source.readThrough(replicaA, 'first'));
      const others: number[] = [];
      for (let i = 0; i < 100; i++)
        others.push(await measureDuration(() => source.readThrough(replicaA, `other ${i}`)));
      expect(first - slowest).toBeLessThan(MAX_DELAY_MS);
      expect(Math.max(...others) - slowest).toBeLessThan(MAX_DELAY_MS);
      expect(others.toSorted((a, b) => a - b)[50]).toBeLessThan(MAX_DELAY_MS);
      expect(replicaA.metrics.redisFailures).toBeGreaterThan(0);
    });

    it('hides no change, serves no old value when it is back, and is used again', async () => {
      await Promise.all([source.readThrough(replicaA), source.readThrough(replicaB)]);
      await begin();
      source.value = 'new';
      replicaA.cache.invalidate('catalog');
      expect(await source.readThrough(replicaA)).toBe('new');
      expect(await timeUntilVisible(source, replicaB, 'new')).toBeLessThan(MAX_VISIBLE_MS);
      await sleep(300);
      await end();
      const deadline = Date.now() + 3000;
      while (Date.now() < deadline) {
        expect(await Promise.all([source.readThrough(replicaA), source.readThrough(replicaB)])).toEqual([
          'new',
          'new',
        ]);
        await sleep(2);
      }
      await bothShare();
    });
  });

  it('uses a Redis that becomes available after the start', async () => {
    await redis.stop();
    const late = await newReplica(redis.url);
    expect(await source.readThrough(late)).toBe('old');
    await redis.start();
    const before = metricsOf(late).redisHits;
    for (let i = 0; metricsOf(late).redisHits === before && i < 500; i++) {
      await source.readThrough(replicaA, `late ${i}`);
      await sleep(10);
      await source.readThrough(late, `late ${i}`);
    }
    expect(metricsOf(late).redisHits).toBeGreaterThan(before);
  });
});
