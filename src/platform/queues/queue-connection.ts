import { Logger } from '@nestjs/common';
import { Redis } from 'ioredis';

/**
 * The connection to Redis that all queues of a process share, and from which workers copy theirs. BullMQ leaves it open when
 * it closes its queues: closing its own connections would wait for a Redis that is away.
 */
export class QueueConnection {
  readonly client: Redis;
  private readonly logger = new Logger(QueueConnection.name);

  constructor(url: string) {
    this.client = new Redis(url, {
      // Workers wait for Redis, however long it is unavailable.
      maxRetriesPerRequest: null,
      connectTimeout: 2000,
      retryStrategy: (attempt) => Math.min(100 * attempt, 2000),
    });
    // It reconnects by itself, and the relay logs an outage.
    this.client.on('error', (error) => this.logger.debug(error.message));
  }

  /** Closes the connection without waiting for anything: commands without a response fail. */
  close(): void {
    this.client.disconnect();
  }
}
