import { Logger } from '@nestjs/common';
import type { ChangeSignals } from '../../src/platform/realtime/change-signals.js';
import { createChangeSignals } from '../support/clients/change-signals.js';
import { sleep, waitUntil } from '../support/servers/processes.js';
import { HAS_REDIS, type TestRedis } from '../support/servers/redis.js';
import { openTestDatabase } from '../support/stores/database.js';
import { describeIf, ENGINE, createStoreLocation } from '../support/stores/engine.js';

// Keeps messages for operators out of the test output.
Logger.overrideLogger(false);

describe('a change signal', () => {
  it('is sent after the commit, and not after a rollback', async () => {
    const database = await openTestDatabase();
    const signals = createChangeSignals();
    const received: string[] = [];
    signals.subscribe('dashboard', () => received.push('dashboard'));
    signals.subscribe('order:1', () => received.push('order:1'));

    await database.transaction(async (tx) => {
      signals.changed(tx, 'order:1', 'dashboard');
      await sleep(20);
      expect(received).toEqual([]);
    });
    await waitUntil(() => received.length > 0);
    expect(received).toEqual(['order:1', 'dashboard']);

    const failing = database.transaction(async (tx) => {
      signals.changed(tx, 'dashboard');
      throw new Error('It fails.');
    });
    await expect(failing).rejects.toThrow('It fails.');
    await sleep(20);
    expect(received).toHaveLength(2);
  });

  it('is sent once for a thousand changes in a row', async () => {
    const signals = createChangeSignals();
    let received = 0;
    signals.subscribe('dashboard', () => (received += 1));
    for (let i = 0; i < 1000; i++) signals.publish('dashboard');
    await sleep(20);
    expect(received).toBe(1);
  });

  it('reaches subscribers until they unsubscribe', async () => {
    const signals = createChangeSignals();
    const received: string[] = [];
    const stop = signals.subscribe('order:1', () => received.push('one'));
    signals.subscribe('order:1', () => received.push('other'));
    signals.subscribe('order:2', () => received.push('another order'));
    signals.publish('order:1');
    await sleep(20);
    stop();
    signals.publish('order:1');
    await sleep(20);
    expect(received).toEqual(['one', 'other', 'other']);
  });
});

const withRedis = describeIf(ENGINE === 'postgres' && HAS_REDIS);

withRedis('change signals between processes', () => {
  let redis: TestRedis;
  beforeEach(async () => {
    redis = (await createStoreLocation()).redis!;
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
    const [first, second] = [createChangeSignals(redis.url), createChangeSignals(redis.url)];
    let [receivedBySender, receivedByOther] = [0, 0];
    second.subscribe('dashboard', () => (receivedByOther += 1));
    await untilConnected(first, () => receivedByOther);
    await sleep(100);
    first.subscribe('dashboard', () => (receivedBySender += 1));
    await sleep(300);

    [receivedBySender, receivedByOther] = [0, 0];
    first.publish('dashboard');
    await waitUntil(() => receivedByOther > 0);
    await sleep(100);
    expect([receivedBySender, receivedByOther]).toEqual([1, 1]);
  });

  it('stay in the process while Redis is down, and are sent again when it is back', async () => {
    const [first, second] = [createChangeSignals(redis.url), createChangeSignals(redis.url)];
    let [receivedBySender, receivedByOther] = [0, 0];
    first.subscribe('dashboard', () => (receivedBySender += 1));
    second.subscribe('dashboard', () => (receivedByOther += 1));
    await untilConnected(first, () => receivedByOther);

    await redis.stop();
    receivedBySender = 0;
    for (let i = 1; i <= 3; i++) {
      first.publish('dashboard');
      await sleep(50);
      expect(receivedBySender).toBe(i);
    }

    // Subscribers are notified after the outage, because they may have missed signals.
    receivedByOther = 0;
    await redis.start();
    await waitUntil(() => receivedByOther > 0);
    await untilConnected(first, () => receivedByOther);
  });

  it('never block while Redis hangs, and use bounded memory', async () => {
    const [first, second] = [createChangeSignals(redis.url), createChangeSignals(redis.url)];
    let [receivedBySender, receivedByOther] = [0, 0];
    first.subscribe('dashboard', () => (receivedBySender += 1));
    second.subscribe('dashboard', () => (receivedByOther += 1));
    await untilConnected(first, () => receivedByOther);

    redis.freeze();
    receivedBySender = receivedByOther = 0;
    const started = performance.now();
    for (let i = 0; i < 3000; i++) {
      first.publish('dashboard');
      await new Promise(setImmediate);
    }
    expect(performance.now() - started).toBeLessThan(5000);
    expect(receivedBySender).toBe(3000);

    redis.thaw();
    await waitUntil(() => receivedByOther >= 999);
    await sleep(200);
    expect(receivedByOther).toBeLessThanOrEqual(1001);
    await untilConnected(first, () => receivedByOther);
  });

  it('do not prevent a start without Redis', async () => {
    await redis.stop();
    const signals = createChangeSignals(redis.url);
    let heard = 0;
    signals.subscribe('dashboard', () => (heard += 1));
    signals.publish('dashboard');
    await waitUntil(() => heard === 1);
  });
});
