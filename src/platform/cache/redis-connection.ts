import { Logger } from '@nestjs/common';
import { createClient, type RedisClientType } from '@keyv/redis';
import { SECOND_MS } from '../common/durations.js';
import { withTimeout } from '../common/with-timeout.js';
import type { CacheMetrics } from './cache-metrics.js';

/** Maximum time that a request waits for Redis before it continues without. */
const REQUEST_TIMEOUT_MS = 30;
/** Timeout of calls that no request waits for. */
const BACKGROUND_TIMEOUT_MS = 250;
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
 * The connection to the cache's Redis. After one failure it counts as down: requests skip Redis, at no cost, until a
 * background check finds it healthy and calls {@link markUp}.
 */
export class RedisConnection {
  readonly client: RedisClientType;
  private readonly subscriber: RedisClientType;
  private readonly logger = new Logger('Cache');
  private up = false;
  private isReported = false;
  private isClosed = false;
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
    this.client.on('error', (error) => this.markDown(error)).on('ready', onReady);
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
    return this.up ? this.attempt(command, REQUEST_TIMEOUT_MS) : undefined;
  }

  /** Runs a command that no request waits for, also while Redis counts as down. Returns undefined on failure. */
  async runInBackground<T>(command: () => Promise<T>): Promise<T | undefined> {
    return this.client.isReady ? this.attempt(command, BACKGROUND_TIMEOUT_MS) : undefined;
  }

  /** Marks Redis as healthy, so that its values may be used. */
  markUp(): void {
    this.up = true;
    if (this.isReported) this.logger.warn('Redis available again');
    this.isReported = false;
  }

  private async attempt<T>(command: () => Promise<T>, timeoutMs: number): Promise<T | undefined> {
    try {
      return await withTimeout(timeoutMs, command());
    } catch (error) {
      this.markDown(error);
      return undefined;
    }
  }

  private markDown(error: unknown): void {
    if (this.isClosed) return;
    this.metrics.redisFailures += 1;
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
