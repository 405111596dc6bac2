import { Logger } from '@nestjs/common';
import type { ChangeSignals } from '../../src/platform/realtime/change-signals.js';
import { newLive } from '../support/clients/live-client.js';
import { sleep, until } from '../support/servers/processes.js';
import { HAS_REDIS, type TestRedis } from '../support/servers/redis.js';
import { openTestDatabase } from '../support/stores/database.js';
import { describeWhere, ENGINE, newPlace } from '../support/stores/engine.js';

// Keeps messages for operators out of the test output.
Logger.overrideLogger(false);

describe('a change signal', () => {
  it('is sent after the commit, and not after a rollback', async () => {
    const database = await openTestDatabase();
    const live = newLive();
    const received: string[] = [];
    live.subscribe('dashboard', () => received.push('dashboard'));
    live.subscribe('order:1', () => received.push('order:1'));

    await database.transaction(async (tx) => {
      live.changed(tx, 'order:1', 'dashboard');
      await sleep(20);
      expect(received).toEqual([]);
    });
    await until(() => received.length > 0);
    expect(received).toEqual(['order:1', 'dashboard']);

    const failing = database.transaction(async (tx) => {
      live.changed(tx, 'dashboard');
      throw new Error('It fails.');
    });
    await expect(failing).rejects.toThrow('It fails.');
    await sleep(20);
    expect(received).toHaveLength(2);
  });

  it('is sent once for a thousand changes in a row', async () => {
    const live = newLive();
    let received = 0;
    live.subscribe('dashboard', () => (received += 1));
    for (let i = 0; i < 1000; i++) live.publish('dashboard');
    await sleep(20);
    expect(received).toBe(1);
  });

  it('reaches subscribers until they unsubscribe', async () => {
    const live = newLive();
    const received: string[] = [];
    const stop = live.subscribe('order:1', () => received.push('one'));
    live.subscribe('order:1', () => received.push('other'));
    live.subscribe('order:2', () => received.push('another order'));
    live.publish('order:1');
    await sleep(20);
    stop();
    live.publish('order:1');
    await sleep(20);
    expect(received).toEqual(['one', 'other', 'other']);
  });
});

const withRedis = describeWhere(ENGINE === 'postgres' && HAS_REDIS);

withRedis('change signals between processes', () => {
  let redis: TestRedis;
  beforeEach(async () => {
    redis = (await newPlace()).redis!;
  });

  /** Publishes until the signal is received, because a subscription takes some time to take effect. */
  async function untilConnected(from: ChangeSignals, count: () => number): Promise<void> {
    const before = count();
    while (count() === before) {
      from.publish('dashboard');
      await sleep(20);
    }
  }

  it('reach every other process exactly once', async () => {
    const [first, second] = [newLive(redis.url), newLive(redis.url)];
    let [heardHere, heardThere] = [0, 0];
    second.subscribe('dashboard', () => (heardThere += 1));
    await untilConnected(first, () => heardThere);
    await sleep(100);
    first.subscribe('dashboard', () => (heardHere += 1));
    await sleep(300);

    [heardHere, heardThere] = [0, 0];
    first.publish('dashboard');
    await until(() => heardThere > 0);
    await sleep(100);
    expect([heardHere, heardThere]).toEqual([1, 1]);
  });

  it('stay in the process while Redis is down, and are sent again when it is back', async () => {
    const [first, second] = [newLive(redis.url), newLive(redis.url)];
    let [heardHere, heardThere] = [0, 0];
    first.subscribe('dashboard', () => (heardHere += 1));
    second.subscribe('dashboard', () => (heardThere += 1));
    await untilConnected(first, () => heardThere);

    await redis.stop();
    heardHere = 0;
    for (let i = 1; i <= 3; i++) {
      first.publish('dashboard');
      await sleep(50);
      expect(heardHere).toBe(i);
    }

    // Subscribers are notified after the outage, because they may have missed signals.
    heardThere = 0;
    await redis.start();
    await until(() => heardThere > 0);
    await untilConnected(first, () => heardThere);
  });

  it('never block while Redis hangs, and use bounded memory', async () => {
    const [first, second] = [newLive(redis.url), newLive(redis.url)];
    let [heardHere, heardThere] = [0, 0];
    first.subscribe('dashboard', () => (heardHere += 1));
    second.subscribe('dashboard', () => (heardThere += 1));
    await untilConnected(first, () => heardThere);

    redis.freeze();
    heardHere = heardThere = 0;
    const started = performance.now();
    for (let i = 0; i < 3000; i++) {
      first.publish('dashboard');
      await new Promise(setImmediate);
    }
    expect(performance.now() - started).toBeLessThan(5000);
    expect(heardHere).toBe(3000);

    redis.thaw();
    await until(() => heardThere >= 999);
    await sleep(200);
    expect(heardThere).toBeLessThanOrEqual(1001);
    await untilConnected(first, () => heardThere);
  });

  it('do not prevent a start without Redis', async () => {
    await redis.stop();
    const live = newLive(redis.url);
    let heard = 0;
    live.subscribe('dashboard', () => (heard += 1));
    live.publish('dashboard');
    await until(() => heard === 1);
  });
});
