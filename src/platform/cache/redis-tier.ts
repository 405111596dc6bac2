import KeyvRedis from '@keyv/redis';
import type { CacheGroup } from './cache-group.js';
import type { CacheMetrics } from './cache-metrics.js';
import type { RedisConnection } from './redis-connection.js';

/**
 * What one process writes to Redis in a minute at most, in characters: questions without number can be made up, and the
 * Redis may be the one in which jobs wait.
 */
const MAX_VALUE_BYTES = 16_000_000;
const MINUTE = 60_000;

/** The cache's level in Redis, as a store of Keyv's that costs little where Redis is away. */
export class RedisTier extends KeyvRedis<string> {
  private minute = 0;
  private written = 0;

  constructor(
    private readonly link: RedisConnection,
    private readonly group: CacheGroup,
    private readonly metrics: CacheMetrics,
  ) {
    // What fails must be known to the link.
    super(link.client, { throwOnErrors: true, throwOnConnectError: true });
  }

  override async get<Value = string>(key: string): Promise<Value | undefined> {
    const value = await this.link.ask(() => super.get<Value>(key));
    if (value !== undefined) this.metrics.count(this.group, 'redisHits');
    return value;
  }

  /** Nobody waits until it is written. */
  override set(key: string, value: string, ttl?: number): Promise<void> {
    if (this.mayWrite(value.length)) void this.link.ask(() => super.set(key, value, ttl));
    return Promise.resolve();
  }

  override async delete(key: string): Promise<boolean> {
    return (await this.link.ask(() => super.delete(key))) ?? false;
  }

  private mayWrite(length: number): boolean {
    const minute = Math.floor(Date.now() / MINUTE);
    if (minute !== this.minute) this.written = 0;
    this.minute = minute;
    this.written += length;
    return this.written <= MAX_VALUE_BYTES;
  }
}
