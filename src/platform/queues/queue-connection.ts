import { createPostgresBackend, setDefaultBackendFactory, type ConnectionOptions } from 'bullmq';
import type { Config } from '../config/config.js';
import { EmbeddedPool } from './embedded/embedded-pool.js';

/** Where jobs wait. */
export interface QueueConnection {
  /** As BullMQ takes it. */
  readonly connection: ConnectionOptions;
  /** Whether it is this process's own, and began empty with it. */
  readonly isEmbedded: boolean;
  /** Lets a queue of the process's own begin, and resolves when jobs can be taken. No worker may be made before: BullMQ's spin where their queue fails as it starts. */
  readonly ready: () => Promise<void>;
  /** Before anything else is closed: a queue that is still starting is not waited for. */
  readonly closeUnlessStarted: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const REDIS = {
  // BullMQ's workers wait for Redis however long it is away.
  maxRetriesPerRequest: null,
  connectTimeout: 2000,
  retryStrategy: (tries: number): number => Math.min(100 * tries, 2000),
};

/**
 * Redis where it is configured, and else a queue in this process. To be called before any queue is made.
 *
 * @param embedded the queue in this process, where it is not the usual one
 */
export function queueConnection(
  { redisUrl }: Pick<Config, 'redisUrl'>,
  embedded: () => EmbeddedPool = () => new EmbeddedPool(),
): QueueConnection {
  if (redisUrl !== undefined) {
    return {
      connection: { url: redisUrl, ...REDIS },
      isEmbedded: false,
      ready: async () => undefined,
      closeUnlessStarted: async () => undefined,
      close: async () => undefined,
    };
  }
  setDefaultBackendFactory(createPostgresBackend);
  const pool = embedded();
  // BullMQ's types know its backend for Redis alone by default.
  return {
    connection: pool,
    isEmbedded: true,
    ready: async () => {
      pool.begin();
      await pool.query('SELECT 1');
    },
    closeUnlessStarted: () => pool.endUnlessStarted(),
    close: () => pool.end(),
  };
}
