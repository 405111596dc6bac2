import { Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Throttle } from '../common/throttle.js';
import { Config } from '../config/config.js';
import { CACHE_GROUPS, type CacheGroup } from './cache-group.js';
import { CacheMetrics } from './cache-metrics.js';
import { CachedGroup } from './cached-group.js';
import { RedisConnection } from './redis-connection.js';
import { RedisGenerations, INVALIDATION_CHANNEL } from './redis-generations.js';
import { RedisTier } from './redis-tier.js';

/** How often a process asks Redis whether it is well, and what the others have changed, in milliseconds. */
const HEARTBEAT = 500;
/** How often a group that changes all the time is left behind at most. */
const SOON = 500;

/** How processes find out about one another's changes. */
interface Sharing {
  readonly link: RedisConnection;
  readonly raises: RedisGenerations;
}

/**
 * What everybody may read, kept to be given again: in this process's memory, and behind it in Redis, where one is
 * configured, for all processes. Nothing that is one user's belongs here.
 *
 * Who changes something says so after its commit: `tx.afterCommit(() => cache.invalidate('catalog'))`. From then on this
 * process gives nothing older, and the others within two seconds, whatever Redis does. A Redis that is away or silent makes
 * a request wait 30 ms at most, and the ones after it not at all.
 */
@Injectable()
export class SharedCache implements OnModuleInit, OnApplicationShutdown {
  private readonly processId = randomUUID();
  private readonly sharing: Sharing | undefined;
  private readonly groups: ReadonlyMap<CacheGroup, CachedGroup>;
  private readonly soon: ReadonlyMap<CacheGroup, Throttle>;
  private readonly underWay = new Set<Promise<void>>();
  private heartbeat: NodeJS.Timeout | undefined;
  private isRecovering = false;

  constructor({ cacheRedisUrl, databaseUrl }: Config, metrics: CacheMetrics) {
    this.sharing = cacheRedisUrl === undefined ? undefined : this.sharingOver(cacheRedisUrl, metrics);
    const levelOf = (name: CacheGroup): RedisTier | undefined =>
      this.sharing && new RedisTier(this.sharing.link, name, metrics);
    const common = { hasOthers: databaseUrl !== undefined, metrics };
    this.groups = new Map(
      CACHE_GROUPS.map((name) => [name, new CachedGroup(name, { ...common, redisLevel: levelOf(name) })]),
    );
    this.soon = new Map(CACHE_GROUPS.map((name) => [name, new Throttle(SOON, () => this.moveOn(name))]));
  }

  /**
   * What is kept of the group under the key, or else what `load` gives, which is then kept. It is loaded once for all who ask
   * at the same time. What it throws is thrown, and not kept.
   *
   * @param key by `cacheKey`
   * @param load gives what JSON can hold, and not undefined; nobody may change it afterwards
   */
  wrap<T>(group: CacheGroup, key: string, load: () => Promise<T>): Promise<T> {
    return this.of(group).wrap(key, load);
  }

  /** Rises whenever what was kept under the key, or was made of what is, may be given no more. */
  version(group: CacheGroup, key: string): number {
    return this.of(group).version(key);
  }

  /** To be called after the commit of a change: all that is kept of the group may be wrong now. */
  invalidate(group: CacheGroup): void {
    const cached = this.of(group);
    this.share(cached, cached.raise());
  }

  /**
   * The same for what changes all the time, as stock does: what is kept under these keys is left behind in this process at
   * once, and the group everywhere within half a second, or one where a message is lost.
   */
  invalidateSoon(group: CacheGroup, keys: readonly string[] = []): void {
    this.of(group).drop(keys);
    this.soon.get(group)?.schedule();
  }

  onModuleInit(): void {
    if (this.sharing === undefined) return;
    this.sharing.link.open();
    this.heartbeat = setInterval(() => void this.beat(), HEARTBEAT).unref();
  }

  /** The others are told of what has changed, while there is still somebody to tell them. */
  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.heartbeat);
    for (const soon of this.soon.values()) soon.flush();
    await Promise.all(this.underWay);
    this.sharing?.link.close();
  }

  private of(name: CacheGroup): CachedGroup {
    const group = this.groups.get(name);
    if (group === undefined) throw new RangeError(`There is no group ${name} in the cache.`);
    return group;
  }

  private sharingOver(url: string, metrics: CacheMetrics): Sharing {
    const link = new RedisConnection(url, INVALIDATION_CHANNEL, metrics, {
      onDown: () => this.groups.forEach((group) => group.raise()),
      onReady: () => void this.recover(),
      onMessage: (sender) => {
        if (sender !== this.processId && link.isUp) void this.follow();
      },
    });
    return { link, raises: new RedisGenerations(link, this.processId) };
  }

  /** Has the raise of a group numbered. */
  private share(group: CachedGroup, raised: number): void {
    if (this.sharing?.link.isUp !== true) return;
    this.withNextNumber(this.sharing.raises, group, (number) => {
      if (number !== undefined) group.generation.share(raised, number);
    });
  }

  /**
   * Raises a group that need not be left before Redis has given the number: so nothing is loaded in between, only to be
   * loaded again under the number.
   */
  private moveOn(name: CacheGroup): void {
    const group = this.of(name);
    if (this.sharing?.link.isUp !== true || !group.generation.isShared) {
      this.invalidate(name);
      return;
    }
    const { dropped } = group;
    this.withNextNumber(this.sharing.raises, group, (number) => {
      if (number === undefined) this.invalidate(name);
      else group.moveOn(number, dropped);
    });
  }

  /** Nobody waits for the number but the end of the process. */
  private withNextNumber(
    raises: RedisGenerations,
    group: CachedGroup,
    use: (number: number | undefined) => void,
  ): void {
    const asking = raises
      .next(group.name, group.generation.known)
      .then(use)
      .finally(() => this.underWay.delete(asking));
    this.underWay.add(asking);
  }

  /** What was not numbered when it was raised is raised again; and what others have raised is taken over. */
  private async beat(): Promise<void> {
    if (this.sharing?.link.isUp !== true) return this.recover();
    for (const group of this.groups.values()) {
      if (!group.generation.isShared) this.share(group, group.raise());
    }
    await this.follow();
  }

  /** Takes over what others have raised. A number that has fallen shows that Redis has lost its memory. */
  private async follow(): Promise<void> {
    const numbers = await this.sharing?.raises.current();
    if (numbers === undefined) return;
    for (const group of this.groups.values()) {
      const { generation } = group;
      if (!generation.isShared) continue;
      const number = numbers.get(group.name) ?? 0;
      if (number < generation.known) this.share(group, group.raise());
      else generation.follow(number);
    }
  }

  /**
   * Takes up with a Redis that was away, or is new. What it holds may be from before a change of which it never heard: so
   * everything in it is left behind first.
   */
  private async recover(): Promise<void> {
    if (this.sharing === undefined || this.isRecovering) return;
    this.isRecovering = true;
    const { link, raises } = this.sharing;
    try {
      if ((await link.tell(() => link.client.ping())) === undefined) return;
      const raised = [...this.groups.values()].map((group) => ({ group, raise: group.raise() }));
      const numbers = await Promise.all(
        raised.map(({ group }) => raises.next(group.name, group.generation.known)),
      );
      if (numbers.includes(undefined)) return;
      raised.forEach(({ group, raise }, i) => group.generation.share(raise, numbers[i] ?? 0));
      link.revive();
    } finally {
      this.isRecovering = false;
    }
  }
}
