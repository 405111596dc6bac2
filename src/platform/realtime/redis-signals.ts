import { Logger } from '@nestjs/common';
import { Redis, type RedisOptions } from 'ioredis';
import { SECOND_MS } from '../common/durations.js';
import { newId } from '../common/id.js';
import type { Topic } from './topics.js';

/** Callbacks for signals from other processes. */
export interface SignalHandlers {
  /** Called with the topics of a received signal. */
  readonly onSignal: (topics: readonly Topic[]) => void;
  /** Called after a reconnect: signals may have been lost in the meantime. */
  readonly onReconnect: () => void;
}

const CHANNEL = 'live';
const MAX_RECONNECT_DELAY_MS = 2 * SECOND_MS;

/** Signals beyond this backlog are dropped, which bounds memory while Redis hangs. */
const MAX_PENDING_COMMANDS = 1000;

const OPTIONS: RedisOptions = {
  lazyConnect: true,
  connectTimeout: MAX_RECONNECT_DELAY_MS,
  keepAlive: 10 * SECOND_MS,
  retryStrategy: (attempt) => Math.min(attempt * 100, MAX_RECONNECT_DELAY_MS),
};

/**
 * Carries change signals between the processes of a store over Redis pub/sub. Redis may be down or hang at any time: no
 * caller waits for it or fails with it, and both connections reconnect on their own.
 */
export class RedisSignals {
  private readonly logger = new Logger(RedisSignals.name);
  private readonly self = newId();
  private readonly outgoing: Redis;
  private readonly incoming: Redis;
  private pendingCommands = 0;
  private isListening = false;

  /** Connects lazily, for the first signal or subscription. */
  constructor(
    url: string,
    private readonly handlers: SignalHandlers,
  ) {
    // A signal that cannot be sent immediately is outdated: none is queued for later.
    this.outgoing = this.connection(url, { maxRetriesPerRequest: 0, autoResendUnfulfilledCommands: false });
    this.incoming = this.connection(url, { maxRetriesPerRequest: null });
    this.incoming.on('message', (_channel, message) => this.receive(message));
    this.incoming.on('ready', () => this.handlers.onReconnect());
  }

  /** Publishes topics to other processes. Drops them while Redis is unavailable. */
  publish(topics: readonly Topic[]): void {
    if (this.pendingCommands >= MAX_PENDING_COMMANDS) return;
    this.pendingCommands += 1;
    const settle = (): void => void (this.pendingCommands -= 1);
    // The connection's error event has already logged a failure.
    this.outgoing.publish(CHANNEL, [this.self, ...topics].join('\n')).then(settle, settle);
  }

  /** Starts to receive signals of other processes. */
  subscribe(): void {
    if (this.isListening) return;
    this.isListening = true;
    this.incoming.subscribe(CHANNEL).catch((error: unknown) => {
      this.isListening = false;
      this.logger.warn(`Subscribing to signals of other processes failed: ${String(error)}`);
    });
  }

  close(): void {
    this.outgoing.disconnect();
    this.incoming.disconnect();
  }

  private receive(message: string): void {
    const [sender, ...topics] = message.split('\n');
    if (sender !== this.self) this.handlers.onSignal(topics as Topic[]);
  }

  /** Creates a connection that logs an outage once, not at each retry. */
  private connection(url: string, options: RedisOptions): Redis {
    const redis = new Redis(url, { ...OPTIONS, ...options });
    let isDown = false;
    redis.on('error', (error: Error) => {
      if (!isDown)
        this.logger.warn(`Redis unavailable; change signals stay in this process: ${error.message}`);
      isDown = true;
    });
    redis.on('ready', () => void (isDown = false));
    return redis;
  }
}
