import { Logger } from '@nestjs/common';
import { createClient, type RedisClientType } from '@keyv/redis';
import { SECOND_MS } from '../common/durations.js';
import { TimeoutError, withTimeout } from '../common/with-timeout.js';
import type { CacheMetrics } from './cache-metrics.js';

/** Maximum time that a request waits for Redis before it continues without. */
const REQUEST_TIMEOUT_MS = 30;
/** Timeout of calls that no request waits for. */
const BACKGROUND_TIMEOUT_MS = 250;
/** A Redis that does not answer a heartbeat for this long is down: changes by other processes may no longer arrive. */
const HEARTBEAT_TIMEOUT_MS = 750;
/** After this many slow answers without a fast one between them, requests leave Redis alone for a while. */
const MAX_SLOW_ANSWERS = 3;
const REST_MS = SECOND_MS;
const CONNECT_TIMEOUT_MS = 500;
/** A connection that receives nothing for this long, despite the heartbeat, is replaced. */
const IDLE_TIMEOUT_MS = 5 * SECOND_MS;
const MAX_RECONNECT_DELAY_MS = 500;

/** Callbacks for events of the connection. */
export interface ConnectionEvents {
  /** Redis failed or timed out. Called once until {@link RedisConnection.markUp}. */
  readonly onDown: () => void;
  /** The connection is established, for the first time or again. */
  readonly onReady: () => void;
  /** A message was published on the channel. */
  readonly onMessage: (message: string) => void;
}

/**
 * The connection to the cache's Redis.
 *
 * A slow answer, or an error that Redis returns, is a miss and nothing else. Requests skip Redis, at no cost, until the
 * answer has arrived. If the connection breaks, or a heartbeat stays without an answer, Redis counts as down, until a
 * background check finds it healthy and calls {@link markUp}.
 */
export class RedisConnection {
  readonly client: RedisClientType;
  private readonly subscriber: RedisClientType;
  private readonly logger = new Logger('Cache');
  private up = false;
  private isReported = false;
  private isClosed = false;
  /** Commands whose answers did not arrive in time. */
  private readonly late = new Set<Promise<unknown>>();
  private slowAnswers = 0;
  private restsUntil = 0;
  private onDown = (): void => undefined;

  constructor(
    url: string,
    private readonly channel: string,
    private readonly metrics: CacheMetrics,
  ) {
    this.client = createClient({
      url,
      // A command that cannot be sent fails immediately instead of waiting for a connection.
      disableOfflineQueue: true,
      socket: {
        connectTimeout: CONNECT_TIMEOUT_MS,
        socketTimeout: IDLE_TIMEOUT_MS,
        reconnectStrategy: reconnectDelay,
      },
    });
    this.subscriber = createClient({
      url,
      socket: { connectTimeout: CONNECT_TIMEOUT_MS, reconnectStrategy: reconnectDelay },
    });
  }

  get isUp(): boolean {
    return this.up;
  }

  /** Starts connecting, and keeps trying. Nothing waits for it, since the store works without Redis. */
  open({ onDown, onReady, onMessage }: ConnectionEvents): void {
    this.onDown = onDown;
    this.client.on('error', (error) => this.fail(error)).on('ready', onReady);
    // Messages only speed up invalidation. The other connection detects failures and missed changes.
    this.subscriber.on('error', () => undefined).on('ready', () => void this.subscribe(onMessage));
    for (const client of [this.client, this.subscriber]) {
      // An operator command can exit when it is done, even while a connection is being made.
      client.unref();
      client.connect().catch(() => undefined);
    }
  }

  close(): void {
    this.isClosed = true;
    this.up = false;
    for (const client of [this.client, this.subscriber]) if (client.isOpen) client.destroy();
  }

  /** Runs a command for a request. Returns undefined if Redis is down or does not answer within 30 ms. */
  async runForRequest<T>(command: () => Promise<T>): Promise<T | undefined> {
    if (!this.up || this.late.size > 0 || performance.now() < this.restsUntil) return undefined;
    const running = command();
    return this.attempt(running, REQUEST_TIMEOUT_MS, {
      onTime: () => (this.slowAnswers = 0),
      onLate: () => this.skip(running),
    });
  }

  /** Runs a command that no request waits for, also while Redis counts as down. Returns undefined on failure. */
  async runInBackground<T>(command: () => Promise<T>): Promise<T | undefined> {
    return this.client.isReady ? this.attempt(command(), BACKGROUND_TIMEOUT_MS) : undefined;
  }

  /** Runs the command of a heartbeat. If it is not answered, Redis counts as down. Returns undefined on failure. */
  async runAsHeartbeat<T>(command: () => Promise<T>): Promise<T | undefined> {
    if (!this.client.isReady) return undefined;
    return this.attempt(command(), HEARTBEAT_TIMEOUT_MS, { onLate: (error) => this.markDown(error) });
  }

  /** Marks Redis as healthy, so that its values may be used. */
  markUp(): void {
    this.up = true;
    this.slowAnswers = 0;
    if (this.isReported) this.logger.warn('Redis available again');
    this.isReported = false;
  }

  private async attempt<T>(
    running: Promise<T>,
    timeoutMs: number,
    { onTime, onLate }: { readonly onTime?: () => void; readonly onLate?: (error: unknown) => void } = {},
  ): Promise<T | undefined> {
    try {
      const result = await withTimeout(timeoutMs, running);
      onTime?.();
      return result;
    } catch (error) {
      this.metrics.redisFailures += 1;
      if (error instanceof TimeoutError) onLate?.(error);
      // With a connection, it is an error that Redis has returned: it is out of memory, for example.
      else if (!this.client.isReady) this.markDown(error);
      return undefined;
    }
  }

  /** Lets requests skip Redis until the answer to a command has arrived, and longer if that happens again and again. */
  private skip(running: Promise<unknown>): void {
    if (this.late.size === 0) this.slowAnswers += 1;
    if (this.slowAnswers >= MAX_SLOW_ANSWERS) this.restsUntil = performance.now() + REST_MS;
    this.late.add(running);
    const arrived = (): void => void this.late.delete(running);
    running.then(arrived, arrived);
  }

  private fail(error: unknown): void {
    if (!this.isClosed) this.metrics.redisFailures += 1;
    this.markDown(error);
  }

  private markDown(error: unknown): void {
    if (this.isClosed) return;
    if (!this.isReported) this.logger.warn(`Redis unavailable; caching per process: ${String(error)}`);
    this.isReported = true;
    if (!this.up) return;
    this.up = false;
    this.onDown();
  }

  private async subscribe(onMessage: ConnectionEvents['onMessage']): Promise<void> {
    await this.subscriber.subscribe(this.channel, onMessage).catch(() => undefined);
  }
}

/** Returns the delay before the next attempt to connect, in milliseconds. */
function reconnectDelay(tries: number): number {
  return Math.min(50 * 2 ** tries, MAX_RECONNECT_DELAY_MS);
}
