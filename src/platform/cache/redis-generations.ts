import { CACHE_GROUPS, type CacheGroup } from './cache-group.js';
import type { RedisConnection } from './redis-connection.js';

export const INVALIDATION_CHANNEL = 'cache:raised';

/**
 * Gives a group's next number, which is higher than any before: also where Redis has been wiped, for then it is the time, or
 * one more than what the asking process knows. The others are told by whom.
 */
const RAISE = `
local number = redis.call('INCR', KEYS[1])
if number < tonumber(ARGV[1]) then
  number = tonumber(ARGV[1])
  redis.call('SET', KEYS[1], ARGV[1])
end
redis.call('PUBLISH', ARGV[2], ARGV[3])
return number`;

const numberKey = (group: CacheGroup): string => `cache:${group}:generation`;

/** The generations' numbers, as Redis keeps them for all processes. */
export class RedisGenerations {
  constructor(
    private readonly link: RedisConnection,
    private readonly processId: string,
  ) {}

  /** The group's new number; undefined where Redis is away. */
  async next(group: CacheGroup, known: number): Promise<number | undefined> {
    const least = Math.max(Date.now(), known + 1);
    const number = await this.link.tell(() =>
      this.link.client.eval(RAISE, {
        keys: [numberKey(group)],
        arguments: [String(least), INVALIDATION_CHANNEL, this.processId],
      }),
    );
    return number === undefined ? undefined : Number(number);
  }

  /** The groups' numbers as they are, 0 for none; undefined where Redis is away. */
  async current(): Promise<ReadonlyMap<CacheGroup, number> | undefined> {
    const numbers = await this.link.tell(() => this.link.client.mGet(CACHE_GROUPS.map(numberKey)));
    return numbers && new Map(CACHE_GROUPS.map((group, i) => [group, Number(numbers[i] ?? 0)]));
  }
}
