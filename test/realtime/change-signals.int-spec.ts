import { Logger } from '@nestjs/common';
import type { ChangeSignals } from '../../src/platform/realtime/change-signals.js';
import { newLive } from '../support/clients/live-client.js';
import { sleep, until } from '../support/servers/processes.js';
import { HAS_REDIS, type TestRedis } from '../support/servers/redis.js';
import { openTestDatabase } from '../support/stores/database.js';
import { describeWhere, ENGINE, newPlace } from '../support/stores/engine.js';

// What is told to operators is not for whoever runs the tests.
Logger.overrideLogger(false);

describe('a hint', () => {
  it('is told after the commit, and not at all where there is none', async () => {
    const database = await openTestDatabase();
    const live = newLive();
    const told: string[] = [];
    live.subscribe('dashboard', () => told.push('dashboard'));
    live.subscribe('order:1', () => told.push('order:1'));

    await database.transaction(async (tx) => {
      live.changed(tx, 'order:1', 'dashboard');
      await sleep(20);
      expect(told).toEqual([]);
    });
    await until(() => told.length > 0);
    expect(told).toEqual(['order:1', 'dashboard']);

    const failing = database.transaction(async (tx) => {
      live.changed(tx, 'dashboard');
      throw new Error('It fails.');
    });
    await expect(failing).rejects.toThrow('It fails.');
    await sleep(20);
    expect(told).toHaveLength(2);
  });

  it('of a thousand changes at once is one', async () => {
    const live = newLive();
    let told = 0;
    live.subscribe('dashboard', () => (told += 1));
    for (let i = 0; i < 1000; i++) live.publish('dashboard');
    await sleep(20);
    expect(told).toBe(1);
  });

  it('is for those who listen, until they stop', async () => {
    const live = newLive();
    const told: string[] = [];
    const stop = live.subscribe('order:1', () => told.push('one'));
    live.subscribe('order:1', () => told.push('other'));
    live.subscribe('order:2', () => told.push('another order'));
    live.publish('order:1');
    await sleep(20);
    stop();
    live.publish('order:1');
    await sleep(20);
    expect(told).toEqual(['one', 'other', 'other']);
  });
});

const withRedis = describeWhere(ENGINE === 'postgres' && HAS_REDIS);

withRedis('hints between processes', () => {
  let redis: TestRedis;
  beforeEach(async () => {
    redis = (await newPlace()).redis!;
  });

  /** Publishes until it is heard: a subscription takes a moment to be known. */
  async function meet(from: ChangeSignals, heard: () => number): Promise<void> {
    const before = heard();
    while (heard() === before) {
      from.publish('dashboard');
      await sleep(20);
    }
  }

  it('go to all others, and come to none twice', async () => {
    const [one, other] = [newLive(redis.url), newLive(redis.url)];
    let [heardHere, heardThere] = [0, 0];
    other.subscribe('dashboard', () => (heardThere += 1));
    await meet(one, () => heardThere);
    await sleep(100);
    one.subscribe('dashboard', () => (heardHere += 1));
    await sleep(300);

    [heardHere, heardThere] = [0, 0];
    one.publish('dashboard');
    await until(() => heardThere > 0);
    await sleep(100);
    expect([heardHere, heardThere]).toEqual([1, 1]);
  });

  it('stay in the process while Redis is down, and go out again when it is back', async () => {
    const [one, other] = [newLive(redis.url), newLive(redis.url)];
    let [heardHere, heardThere] = [0, 0];
    one.subscribe('dashboard', () => (heardHere += 1));
    other.subscribe('dashboard', () => (heardThere += 1));
    await meet(one, () => heardThere);

    await redis.stop();
    heardHere = 0;
    for (let i = 1; i <= 3; i++) {
      one.publish('dashboard');
      await sleep(50);
      expect(heardHere).toBe(i);
    }

    // Whoever listens looks for itself: it cannot know what it has missed.
    heardThere = 0;
    await redis.start();
    await until(() => heardThere > 0);
    await meet(one, () => heardThere);
  });

  it('wait for nothing while Redis hangs, and take no more memory than a bounded number', async () => {
    const [one, other] = [newLive(redis.url), newLive(redis.url)];
    let [heardHere, heardThere] = [0, 0];
    one.subscribe('dashboard', () => (heardHere += 1));
    other.subscribe('dashboard', () => (heardThere += 1));
    await meet(one, () => heardThere);

    redis.freeze();
    heardHere = heardThere = 0;
    const started = performance.now();
    for (let i = 0; i < 3000; i++) {
      one.publish('dashboard');
      await new Promise(setImmediate);
    }
    expect(performance.now() - started).toBeLessThan(5000);
    expect(heardHere).toBe(3000);

    redis.thaw();
    await until(() => heardThere >= 999);
    await sleep(200);
    expect(heardThere).toBeLessThanOrEqual(1001);
    await meet(one, () => heardThere);
  });

  it('do not keep a store from starting that finds no Redis', async () => {
    await redis.stop();
    const live = newLive(redis.url);
    let heard = 0;
    live.subscribe('dashboard', () => (heard += 1));
    live.publish('dashboard');
    await until(() => heard === 1);
  });
});
