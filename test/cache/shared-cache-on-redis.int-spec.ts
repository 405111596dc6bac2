import { createClient, type RedisClientType } from '@keyv/redis';
import { Logger } from '@nestjs/common';
import { sleep, timed } from '../support/servers/processes.js';
import { HAS_REDIS, TestRedis } from '../support/servers/redis.js';
import { figuresOf, newReplica, seenAfter, SEEN, Truth, type Replica } from '../support/servers/replicas.js';
import { afterwards, describeWhere, ENGINE } from '../support/stores/engine.js';

// Keeps messages for operators out of the test output.
Logger.overrideLogger(false);

/** Maximum delay of a request because of Redis. */
const MAX_DELAY_MS = 50;

// These tests need no database, so one run of the two engines is enough.
const onRedis = describeWhere(ENGINE === 'postgres' && HAS_REDIS);

onRedis('with Redis', () => {
  let redis: TestRedis;
  let truth: Truth;
  let here: Replica;
  let there: Replica;
  beforeEach(async () => {
    const started = await TestRedis.start();
    afterwards(() => started.remove());
    redis = started;
    truth = new Truth();
    [here, there] = [newReplica(redis.url), newReplica(redis.url)];
    await bothShare();
  });
  afterEach(async () => {
    redis.thaw();
    await Promise.all([here, there].map(({ cache }) => cache.onApplicationShutdown()));
  });

  let probes = 0;
  /** Waits until Redis serves to one process what the other has loaded. */
  async function bothShare(): Promise<void> {
    for (let tries = 0; tries < 1000; tries++) {
      const before = figuresOf(there).redisHits;
      probes += 1;
      await truth.askedOf(here, `probe ${probes}`);
      await sleep(10);
      await truth.askedOf(there, `probe ${probes}`);
      if (figuresOf(there).redisHits > before) return;
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
    const before = truth.loads;
    await truth.askedOf(here);
    await sleep(20);
    expect(await truth.askedOf(there)).toBe('old');
    expect(truth.loads).toBe(before + 1);
  });

  it('shows a change on the other process immediately, and by the heartbeat if the message is lost', async () => {
    await Promise.all([truth.askedOf(here), truth.askedOf(there)]);
    truth.value = 'new';
    here.cache.invalidate('catalog');
    expect(await truth.askedOf(here)).toBe('new');
    expect(await seenAfter(truth, there, 'new')).toBeLessThan(500);

    await bothShare();
    await Promise.all([truth.askedOf(here), truth.askedOf(there)]);
    await command(async (client) => {
      await client.sendCommand(['CLIENT', 'KILL', 'TYPE', 'pubsub']);
      truth.value = 'newer';
      here.cache.invalidate('catalog');
    });
    expect(await seenAfter(truth, there, 'newer')).toBeLessThan(SEEN);
  });

  it('shows constant changes on the other process within two seconds', async () => {
    for (let i = 0; i < 5; i++) {
      truth.value = `change ${i}`;
      const visibleAfter = seenAfter(truth, there, truth.value);
      const deadline = Date.now() + 300;
      while (Date.now() < deadline) {
        here.cache.invalidateSoon('catalog', ['key']);
        expect(await truth.askedOf(here)).toBe(truth.value);
      }
      expect(await visibleAfter).toBeLessThan(SEEN);
    }
  });

  it('shows the last change of a process that ends', async () => {
    await Promise.all([truth.askedOf(here), truth.askedOf(there)]);
    here.cache.invalidateSoon('catalog', ['other']);
    truth.value = 'new';
    here.cache.invalidateSoon('catalog', ['key']);
    await here.cache.onApplicationShutdown();
    expect(await seenAfter(truth, there, 'new')).toBeLessThan(500);
  });

  it('loses nothing and hides no change when Redis is wiped', async () => {
    await truth.askedOf(here);
    await command((client) => client.flushAll());
    expect(await truth.askedOf(there)).toBe('old');
    truth.value = 'new';
    here.cache.invalidate('catalog');
    expect(await truth.askedOf(here)).toBe('new');
    expect(await seenAfter(truth, there, 'new')).toBeLessThan(SEEN);
    await bothShare();
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
      for (let i = 0; i < 100; i++) usual.push(await timed(() => truth.askedOf(here, `usual ${i}`)));
      // A busy machine slows requests with Redis as well.
      const slowest = Math.max(...usual);
      await begin();
      const first = await timed(() => truth.askedOf(here, 'first'));
      const others: number[] = [];
      for (let i = 0; i < 100; i++) others.push(await timed(() => truth.askedOf(here, `other ${i}`)));
      expect(first - slowest).toBeLessThan(MAX_DELAY_MS);
      expect(Math.max(...others) - slowest).toBeLessThan(MAX_DELAY_MS);
      expect(others.toSorted((a, b) => a - b)[50]).toBeLessThan(MAX_DELAY_MS);
      expect(here.figures.redisFailures).toBeGreaterThan(0);
    });

    it('hides no change, serves no old value when it is back, and is used again', async () => {
      await Promise.all([truth.askedOf(here), truth.askedOf(there)]);
      await begin();
      truth.value = 'new';
      here.cache.invalidate('catalog');
      expect(await truth.askedOf(here)).toBe('new');
      expect(await seenAfter(truth, there, 'new')).toBeLessThan(SEEN);
      await sleep(300);
      await end();
      const deadline = Date.now() + 3000;
      while (Date.now() < deadline) {
        expect(await Promise.all([truth.askedOf(here), truth.askedOf(there)])).toEqual(['new', 'new']);
        await sleep(2);
      }
      await bothShare();
    });
  });

  it('uses a Redis that becomes available after the start', async () => {
    await redis.stop();
    const late = newReplica(redis.url);
    expect(await truth.askedOf(late)).toBe('old');
    await redis.start();
    const before = figuresOf(late).redisHits;
    for (let i = 0; figuresOf(late).redisHits === before && i < 500; i++) {
      await truth.askedOf(here, `late ${i}`);
      await sleep(10);
      await truth.askedOf(late, `late ${i}`);
    }
    expect(figuresOf(late).redisHits).toBeGreaterThan(before);
  });
});
