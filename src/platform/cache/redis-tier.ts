import KeyvRedis from '@keyv/redis';
import { MINUTE_MS } from '../common/durations.js';
import type { CacheGroup } from './cache-group.js';
import type { CacheMetrics } from './cache-metrics.js';
import type { RedisConnection } from './redis-connection.js';

/**
 * Maximum number of characters that a process writes to Redis per minute: clients can invent any number of requests, and
 * the same Redis may hold the job queues.
 */
const MAX_CHARACTERS_PER_MINUTE = 16_000_000;

/** The Redis tier of the cache, as a Keyv store that costs little while Redis is unavailable. */
export class RedisTier extends KeyvRedis<string> {
  private currentMinute = 0;
  private charactersWritten = 0;

  constructor(
    private readonly connection: RedisConnection,
    private readonly group: CacheGroup,
    private readonly metrics: CacheMetrics,
  ) {
    // The connection must learn of failures.
    super(connection.client, { throwOnErrors: true, throwOnConnectError: true });
  }

  override async get<Value = string>(key: string): Promise<Value | undefined> {
    const value = await this.connection.runForRequest(() => super.get<Value>(key));
    if (value !== undefined) this.metrics.count(this.group, 'redisHits');
    return value;
  }

  /** Returns immediately: no request waits for the write. */
  override set(key: string, value: string, ttl?: number): Promise<void> {
    if (this.mayWrite(value.length)) void this.connection.runForRequest(() => super.set(key, value, ttl));
    return Promise.resolve();
  }

  override async delete(key: string): Promise<boolean> {
    return (await this.connection.runForRequest(() => super.delete(key))) ?? false;
  }

  /** Does nothing: the cache module calls it at shutdown before HTTP closes, and the connection closes itself later. */
  override disconnect(): Promise<void> {
    return Promise.resolve();
  }

  private mayWrite(length: number): boolean {
    const minute = Math.floor(Date.now() / MINUTE_MS);
    if (minute !== this.currentMinute) this.charactersWritten = 0;
    this.currentMinute = minute;
    this.charactersWritten += length;
    return this.charactersWritten <= MAX_CHARACTERS_PER_MINUTE;
  }
}
