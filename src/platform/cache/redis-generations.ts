import { CACHE_GROUPS, type CacheGroup } from './cache-group.js';
import type { RedisConnection } from './redis-connection.js';

export const INVALIDATION_CHANNEL = 'cache:raised';

/**
 * Assigns a group's next number, which is higher than any before. After Redis lost its data, it is the current time, or one
 * more than the number that the caller knows. The ID of the calling process is published to the others.
 */
const NEXT_NUMBER_SCRIPT = `
local number = redis.call('INCR', KEYS[1])
if number < tonumber(ARGV[1]) then
  number = tonumber(ARGV[1])
  redis.call('SET', KEYS[1], ARGV[1])
end
redis.call('PUBLISH', ARGV[2], ARGV[3])
return number`;

const numberKey = (group: CacheGroup): string => `cache:${group}:generation`;

/** Generation numbers that Redis stores for all processes. */
export class RedisGenerations {
  constructor(
    private readonly connection: RedisConnection,
    private readonly processId: string,
  ) {}

  /** Returns the group's new number, or undefined if Redis is unavailable. */
  async next(group: CacheGroup, known: number): Promise<number | undefined> {
    const minimum = Math.max(Date.now(), known + 1);
    const number = await this.connection.runInBackground(() =>
      this.connection.client.eval(NEXT_NUMBER_SCRIPT, {
        keys: [numberKey(group)],
        arguments: [String(minimum), INVALIDATION_CHANNEL, this.processId],
      }),
    );
    return number === undefined ? undefined : Number(number);
  }

  /** Returns the current number of each group, 0 for none, or undefined if Redis is unavailable. */
  async current(): Promise<ReadonlyMap<CacheGroup, number> | undefined> {
    const numbers = await this.connection.runAsHeartbeat(() =>
      this.connection.client.mGet(CACHE_GROUPS.map(numberKey)),
    );
    return numbers && new Map(CACHE_GROUPS.map((group, i) => [group, Number(numbers[i] ?? 0)]));
  }
}
