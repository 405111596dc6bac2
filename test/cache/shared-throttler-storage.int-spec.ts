import { Logger } from '@nestjs/common';
import { ThrottlerStorageService } from '@nestjs/throttler';
import { CacheMetrics } from '../../src/platform/cache/cache-metrics.js';
import { RedisConnection } from '../../src/platform/cache/redis-connection.js';
import { MINUTE_MS } from '../../src/platform/common/durations.js';
import { SharedThrottlerStorage } from '../../src/platform/http/throttling/shared-throttler-storage.js';
import { measureDuration, waitUntil } from '../support/servers/processes.js';
import { HAS_REDIS, TestRedis } from '../support/servers/redis.js';
import { afterFile, describeIf, ENGINE } from '../support/stores/engine.js';

// Keeps messages for operators out of the test output.
Logger.overrideLogger(false);

const LIMIT = 2;

// These tests need no database, so one run of the two engines is enough.
describeIf(ENGINE === 'postgres' && HAS_REDIS)('the counts of limited requests in Redis', () => {
  let redis: TestRedis;
  beforeAll(async () => {
    redis = await TestRedis.start();
    afterFile(() => redis.remove());
  });

  async function newStorage(): Promise<SharedThrottlerStorage> {
    const connection = new RedisConnection(redis.url, 'limits', new CacheMetrics());
    connection.open({
      onDown: () => undefined,
      onReady: () => connection.markUp(),
      onMessage: () => undefined,
    });
    afterFile(async () => connection.close());
    await waitUntil(() => connection.isUp);
    return new SharedThrottlerStorage(connection, new ThrottlerStorageService());
  }

  const count = (storage: SharedThrottlerStorage, key: string): ReturnType<typeof storage.increment> =>
    storage.increment(key, MINUTE_MS, LIMIT, 0, 'default');

  it('add up the requests to two processes, and end with their period', async () => {
    const [first, second] = [await newStorage(), await newStorage()];
    expect(await count(first, 'a')).toMatchObject({ totalHits: 1, isBlocked: false });
    expect(await count(second, 'a')).toMatchObject({ totalHits: 2, isBlocked: false });
    const refused = await count(first, 'a');
    expect(refused).toMatchObject({ totalHits: 3, isBlocked: true });
    expect(refused.timeToBlockExpire).toBeGreaterThan(55);
    expect(refused.timeToBlockExpire).toBeLessThanOrEqual(60);
    expect(await count(second, 'b')).toMatchObject({ totalHits: 1, isBlocked: false });
  });

  it('are those of the process alone while Redis does not answer', async () => {
    const storage = await newStorage();
    await count(storage, 'c');
    redis.freeze();
    try {
      const durations = [];
      for (let i = 0; i < LIMIT; i++)
        durations.push(
          await measureDuration(async () => {
            expect(await count(storage, 'c')).toMatchObject({ isBlocked: false });
          }),
        );
      expect(await count(storage, 'c')).toMatchObject({ isBlocked: true });
      // Only the first request finds out, within the time that a request may wait for Redis.
      expect(Math.max(...durations)).toBeLessThan(150);
    } finally {
      redis.thaw();
    }
  });
});
