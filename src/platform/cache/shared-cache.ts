import type { OnApplicationShutdown, OnModuleInit } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Throttle } from '../common/throttle.js';
import type { CacheGroup } from './cache-group.js';
import type { CachedGroup } from './cached-group.js';
import type { RedisConnection } from './redis-connection.js';
import { RedisGenerations } from './redis-generations.js';

/** Interval at which a process checks the health of Redis and fetches invalidations by other processes. */
const HEARTBEAT_INTERVAL_MS = 500;
/** Minimum time between invalidations of a group that changes all the time. */
const INVALIDATION_INTERVAL_MS = 500;

/** The means by which processes learn of one another's changes. */
interface Sharing {
  readonly connection: RedisConnection;
  readonly generations: RedisGenerations;
}

/**
 * Caches data that every user may read: in this process's memory and, if Redis is configured, behind it in Redis for all
 * processes. Data of a single user does not belong here.
 *
 * Code that changes data invalidates it after the commit: `tx.afterCommit(() => cache.invalidate('catalog'))`. From then on
 * this process returns nothing older, and the others stop within two seconds, whatever Redis does. A Redis that is down or
 * does not respond delays one request by at most 30 ms, and the following ones not at all. One slow answer is a miss: nothing
 * is invalidated for it.
 */
export class SharedCache implements OnModuleInit, OnApplicationShutdown {
  private readonly processId = randomUUID();
  private readonly sharing: Sharing | undefined;
  private readonly groups: ReadonlyMap<CacheGroup, CachedGroup>;
  private readonly throttles: ReadonlyMap<CacheGroup, Throttle>;
  private readonly pending = new Set<Promise<void>>();
  private heartbeatTimer: NodeJS.Timeout | undefined;
  private isRecovering = false;
  private isBeating = false;

  /** @param connection to the Redis that processes share; undefined without one */
  constructor(groups: readonly CachedGroup[], connection: RedisConnection | undefined) {
    this.sharing = connection && {
      connection,
      generations: new RedisGenerations(connection, this.processId),
    };
    this.groups = new Map(groups.map((group) => [group.name, group]));
    this.throttles = new Map(
      groups.map(({ name }) => [
        name,
        new Throttle(INVALIDATION_INTERVAL_MS, () => this.invalidateOnceNumbered(name)),
      ]),
    );
  }

  /**
   * Returns the cached value of the key in the group, or else the result of `load`, which is then cached. Concurrent
   * callers share one load. Errors of `load` are thrown and not cached.
   *
   * @param key built by `cacheKey`
   * @param load returns a value that JSON can represent, never undefined; it must not be modified afterwards
   */
  wrap<T>(group: CacheGroup, key: string, load: () => Promise<T>): Promise<T> {
    return this.groupOf(group).wrap(key, load);
  }

  /** Returns a number that increases whenever the cached value of the key, or data derived from it, becomes invalid. */
  version(group: CacheGroup, key: string): number {
    return this.groupOf(group).version(key);
  }

  /** Invalidates all values of the group. Call it after the commit of a change. */
  invalidate(group: CacheGroup): void {
    const cached = this.groupOf(group);
    this.requestNumber(cached, cached.invalidate());
  }

  /**
   * Invalidates data that changes all the time, such as stock. In this process, the given keys are invalidated immediately.
   * The group is invalidated everywhere within half a second, or within one second if a message is lost.
   */
  invalidateSoon(group: CacheGroup, keys: readonly string[] = []): void {
    this.groupOf(group).invalidateKeys(keys);
    this.throttles.get(group)?.schedule();
  }

  onModuleInit(): void {
    if (this.sharing === undefined) return;
    const { connection } = this.sharing;
    connection.open({
      onDown: () => this.groups.forEach((group) => group.invalidate()),
      onReady: () => void this.recover(),
      onMessage: (sender) => {
        if (sender !== this.processId && connection.isUp) void this.followOthers();
      },
    });
    this.heartbeatTimer = setInterval(() => void this.heartbeat(), HEARTBEAT_INTERVAL_MS).unref();
  }

  /** Publishes pending invalidations before the connection closes. */
  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.heartbeatTimer);
    for (const throttle of this.throttles.values()) throttle.flush();
    await Promise.all(this.pending);
    this.sharing?.connection.close();
  }

  private groupOf(name: CacheGroup): CachedGroup {
    const group = this.groups.get(name);
    if (group === undefined) throw new RangeError(`Unknown cache group ${name}.`);
    return group;
  }

  /** Requests the number for an invalidation of a group. */
  private requestNumber(group: CachedGroup, raised: number): void {
    if (this.sharing?.connection.isUp !== true) return;
    this.withNextNumber(this.sharing.generations, group, (number) => {
      if (number !== undefined) group.generation.assignNumber(raised, number);
    });
  }

  /**
   * Invalidates a group only when Redis has assigned the number. This avoids loading values in between that would be loaded
   * again under the number.
   */
  private invalidateOnceNumbered(name: CacheGroup): void {
    const group = this.groupOf(name);
    if (this.sharing?.connection.isUp !== true || !group.generation.isShared) {
      this.invalidate(name);
      return;
    }
    const { lastChange: dropped } = group;
    this.withNextNumber(this.sharing.generations, group, (number) => {
      if (number === undefined) this.invalidate(name);
      else group.advance(number, dropped);
    });
  }

  /** Runs in the background: only the shutdown waits for the number. */
  private withNextNumber(
    generations: RedisGenerations,
    group: CachedGroup,
    use: (number: number | undefined) => void,
  ): void {
    const request = generations
      .next(group.name, group.generation.highestKnown)
      .then(use)
      .finally(() => this.pending.delete(request));
    this.pending.add(request);
  }

  /** Repeats invalidations that got no number, and takes over those of other processes. */
  private async heartbeat(): Promise<void> {
    if (this.sharing?.connection.isUp !== true) return this.recover();
    for (const group of this.groups.values()) {
      if (!group.generation.isShared) this.requestNumber(group, group.invalidate());
    }
    // Heartbeats must not pile up while an answer is late.
    if (this.isBeating) return;
    this.isBeating = true;
    await this.followOthers().finally(() => (this.isBeating = false));
  }

  /** Takes over invalidations by other processes. A lower number shows that Redis has lost its data. */
  private async followOthers(): Promise<void> {
    const numbers = await this.sharing?.generations.current();
    if (numbers === undefined) return;
    for (const group of this.groups.values()) {
      const { generation } = group;
      if (!generation.isShared) continue;
      const number = numbers.get(group.name) ?? 0;
      if (number < generation.highestKnown) this.requestNumber(group, group.invalidate());
      else generation.follow(number);
    }
  }

  /**
   * Resumes the use of a Redis that was unavailable, or starts the use of a new one. Its values may be older than changes
   * that it missed, so everything in it is invalidated first.
   */
  private async recover(): Promise<void> {
    if (this.sharing === undefined || this.isRecovering) return;
    this.isRecovering = true;
    const { connection, generations } = this.sharing;
    try {
      if ((await connection.runInBackground(() => connection.client.ping())) === undefined) return;
      const invalidated = [...this.groups.values()].map((group) => ({ group, raised: group.invalidate() }));
      const numbers = await Promise.all(
        invalidated.map(({ group }) => generations.next(group.name, group.generation.highestKnown)),
      );
      if (numbers.includes(undefined)) return;
      invalidated.forEach(({ group, raised }, i) => group.generation.assignNumber(raised, numbers[i] ?? 0));
      connection.markUp();
    } finally {
      this.isRecovering = false;
    }
  }
}
