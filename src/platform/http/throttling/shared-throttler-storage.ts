import { ThrottlerStorageService, type ThrottlerStorage } from '@nestjs/throttler';
import type { RedisConnection } from '../../cache/redis-connection.js';
import { SECOND_MS } from '../../common/durations.js';

type Count = Awaited<ReturnType<ThrottlerStorage['increment']>>;

/** Counts a request in the current period, which begins with its first request. Returns the count, and what is left of it. */
const COUNT_SCRIPT = `
local count = redis.call('INCR', KEYS[1])
if count == 1 then redis.call('PEXPIRE', KEYS[1], ARGV[1]) end
return { count, redis.call('PTTL', KEYS[1]) }`;

/**
 * Counts requests in the cache's Redis, for all processes together. Without Redis, and while it does not answer, each process
 * counts on its own.
 */
export class SharedThrottlerStorage implements ThrottlerStorage {
  constructor(
    private readonly connection: RedisConnection | undefined,
    private readonly own: ThrottlerStorageService,
  ) {}

  async increment(
    key: string,
    ttl: number,
    limit: number,
    blockDuration: number,
    throttlerName: string,
  ): Promise<Count> {
    const reply = await this.connection?.runForRequest(() => this.count(key, ttl));
    if (reply === undefined) return this.own.increment(key, ttl, limit, blockDuration, throttlerName);
    const [totalHits, remainingMs] = reply;
    const timeToExpire = Math.ceil(remainingMs / SECOND_MS);
    const isBlocked = totalHits > limit;
    return { totalHits, timeToExpire, isBlocked, timeToBlockExpire: isBlocked ? timeToExpire : 0 };
  }

  private async count(key: string, ttl: number): Promise<[number, number]> {
    const reply = await this.connection?.client.eval(COUNT_SCRIPT, {
      keys: [`limits:${key}`],
      arguments: [String(ttl)],
    });
    return reply as unknown as [number, number];
  }
}
