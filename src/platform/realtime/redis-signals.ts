import { Logger } from '@nestjs/common';
import { Redis, type RedisOptions } from 'ioredis';
import { newId } from '../common/id.js';
import type { Topic } from './topics.js';

/** What becomes of hints that other processes have sent. */
export interface SignalHandlers {
  readonly told: (topics: readonly Topic[]) => void;
  /** The connection was away: hints may have been sent meanwhile. */
  readonly mayHaveMissed: () => void;
}

const CHANNEL = 'live';
const MAX_RECONNECT_DELAY_MS = 2000;

/** Hints on their way to Redis beyond this are dropped: a Redis that hangs costs no more memory than these. */
const MAX_PENDING_COMMANDS = 1000;

const OPTIONS: RedisOptions = {
  lazyConnect: true,
  connectTimeout: MAX_RECONNECT_DELAY_MS,
  keepAlive: 10_000,
  retryStrategy: (attempt) => Math.min(attempt * 100, MAX_RECONNECT_DELAY_MS),
};

/**
 * Carries hints between the processes of a store by Redis's publish and subscribe. Redis may be down or hang at any time:
 * nobody waits for it, nothing fails with it, and both connections come back by themselves.
 */
export class RedisSignals {
  private readonly logger = new Logger(RedisSignals.name);
  private readonly self = newId();
  private readonly outgoing: Redis;
  private readonly incoming: Redis;
  private unanswered = 0;
  private isListening = false;

  /** It connects when there is something to tell, or somebody who listens. */
  constructor(
    url: string,
    private readonly handlers: SignalHandlers,
  ) {
    // What could not be told at once is out of date: nothing is kept to be told later.
    this.outgoing = this.connection(url, { maxRetriesPerRequest: 0, autoResendUnfulfilledCommands: false });
    this.incoming = this.connection(url, { maxRetriesPerRequest: null });
    this.incoming.on('message', (_channel, message) => this.receive(message));
    this.incoming.on('ready', () => this.handlers.mayHaveMissed());
  }

  /** Tells other processes of topics, or nobody where Redis is away. */
  tell(topics: readonly Topic[]): void {
    if (this.unanswered >= MAX_PENDING_COMMANDS) return;
    this.unanswered += 1;
    const settle = (): void => void (this.unanswered -= 1);
    // Why it failed is in the log already, by the connection's own event.
    this.outgoing.publish(CHANNEL, [this.self, ...topics].join('\n')).then(settle, settle);
  }

  /** Begins to receive what others tell. */
  listen(): void {
    if (this.isListening) return;
    this.isListening = true;
    this.incoming.subscribe(CHANNEL).catch((error: unknown) => {
      this.isListening = false;
      this.logger.warn(`Hints of other processes are not received: ${String(error)}`);
    });
  }

  close(): void {
    this.outgoing.disconnect();
    this.incoming.disconnect();
  }

  private receive(message: string): void {
    const [sender, ...topics] = message.split('\n');
    if (sender !== this.self) this.handlers.told(topics as Topic[]);
  }

  /** Tells of an outage once, however often it is tried again. */
  private connection(url: string, options: RedisOptions): Redis {
    const redis = new Redis(url, { ...OPTIONS, ...options });
    let isAway = false;
    redis.on('error', (error: Error) => {
      if (!isAway) this.logger.warn(`Redis is away, hints stay in this process: ${error.message}`);
      isAway = true;
    });
    redis.on('ready', () => void (isAway = false));
    return redis;
  }
}
