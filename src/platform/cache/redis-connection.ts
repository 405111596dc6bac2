import { Logger } from '@nestjs/common';
import { createClient, type RedisClientType } from '@keyv/redis';
import type { CacheMetrics } from './cache-metrics.js';

/** What a request waits for Redis at most, in milliseconds, before it does without. */
const REQUEST_DEADLINE = 30;
/** The same for what no request waits for. */
const BACKGROUND_DEADLINE = 250;
const CONNECT_DEADLINE = 500;
/** A connection on which nothing comes for so long, in spite of a heartbeat each second, is given up for a new one. */
const SILENCE = 5000;
const MAX_RECONNECT_DELAY_MS = 500;

/** What somebody has to know of the link. */
export interface LinkEvents {
  /** Redis failed or fell silent. Told once, until {@link RedisConnection.revive}. */
  readonly onDown: () => void;
  /** A connection is there, for the first time or again. */
  readonly onReady: () => void;
  /** Something was published on the channel. */
  readonly onMessage: (message: string) => void;
}

/**
 * The connection to the cache's Redis. After one failure it is down: requests do without Redis, at no cost, until somebody
 * who does not hurry has found it well again and says so.
 */
export class RedisConnection {
  readonly client: RedisClientType;
  private readonly subscriber: RedisClientType;
  private readonly logger = new Logger('Cache');
  private up = false;
  private isReported = false;
  private isClosed = false;

  constructor(
    url: string,
    private readonly channel: string,
    private readonly metrics: CacheMetrics,
    private readonly events: LinkEvents,
  ) {
    this.client = createClient({
      url,
      // A command that cannot be sent fails at once, and does not wait for a connection.
      disableOfflineQueue: true,
      socket: { connectTimeout: CONNECT_DEADLINE, socketTimeout: SILENCE, reconnectStrategy: pause },
    });
    this.subscriber = createClient({
      url,
      socket: { connectTimeout: CONNECT_DEADLINE, reconnectStrategy: pause },
    });
  }

  get isUp(): boolean {
    return this.up;
  }

  /** Begins to connect, and goes on trying. Nobody waits for it: without Redis the store works as well. */
  open(): void {
    this.client.on('error', (error) => this.down(error)).on('ready', this.events.onReady);
    // Messages only make it quicker. That they are missing is found out by the other connection.
    this.subscriber.on('error', () => undefined).on('ready', () => void this.subscribe());
    for (const client of [this.client, this.subscriber]) {
      // A command of the operators' ends when it is done, also while a connection is just being made.
      client.unref();
      client.connect().catch(() => undefined);
    }
  }

  close(): void {
    this.isClosed = true;
    this.up = false;
    for (const client of [this.client, this.subscriber]) if (client.isOpen) client.destroy();
  }

  /** For a request: undefined where Redis is down, or did not answer within 30 ms. */
  async ask<T>(command: () => Promise<T>): Promise<T | undefined> {
    return this.up ? this.attempt(command, REQUEST_DEADLINE) : undefined;
  }

  /** For what no request waits for, also while the link is down. Undefined where it failed. */
  async tell<T>(command: () => Promise<T>): Promise<T | undefined> {
    return this.client.isReady ? this.attempt(command, BACKGROUND_DEADLINE) : undefined;
  }

  /** Redis is well, and what it holds may be used. */
  revive(): void {
    this.up = true;
    if (this.isReported) this.logger.warn('Redis answers again.');
    this.isReported = false;
  }

  private async attempt<T>(command: () => Promise<T>, deadline: number): Promise<T | undefined> {
    try {
      return await within(deadline, command());
    } catch (error) {
      this.down(error);
      return undefined;
    }
  }

  private down(error: unknown): void {
    if (this.isClosed) return;
    this.metrics.redisFailures += 1;
    if (!this.isReported) this.logger.warn(`Redis is away, each process caches for itself: ${String(error)}`);
    this.isReported = true;
    if (!this.up) return;
    this.up = false;
    this.events.onDown();
  }

  private async subscribe(): Promise<void> {
    await this.subscriber.subscribe(this.channel, this.events.onMessage).catch(() => undefined);
  }
}

/** Milliseconds to wait before the next try to connect. */
function pause(tries: number): number {
  return Math.min(50 * 2 ** tries, MAX_RECONNECT_DELAY_MS);
}

/**
 * What a promise gives, if it does in time. A process that was busy reads what has arrived in the meantime before it blames
 * the other side for being late: that happens between the timer and the immediate.
 *
 * @param milliseconds how long it may take
 * @throws Error where it takes longer, and whatever the promise is rejected with
 */
function within<T>(milliseconds: number, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const tooLate = (): void => reject(new Error(`no answer within ${milliseconds} ms`));
    const timer = setTimeout(() => setImmediate(tooLate), milliseconds);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
