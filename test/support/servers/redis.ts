import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { freePort } from '../../../scripts/lib/test/postgres-cluster.mjs';
import { QUEUE, startRedis } from '../../../scripts/lib/test/redis-server.mjs';
import { runVariable } from '../stores/run.js';

/** Path of redis-server, which jest.config.mjs looks up. */
const PROGRAM = (globalThis as { REDIS_SERVER?: string }).REDIS_SERVER;
const MAX_ATTEMPTS = 5;

/** True if this machine can run Redis. With `REQUIRE_ENGINES=all`, the run fails earlier without it. */
export const HAS_REDIS = PROGRAM !== undefined;

/** A Redis of its own that can be stopped, frozen, wiped, and started again on the same port. It ends with the test's process. */
export class TestRedis {
  private running: Awaited<ReturnType<typeof startRedis>> | undefined;

  private constructor(
    private readonly folder: string,
    private port: number,
  ) {}

  /** Starts a Redis. The caller must remove it. */
  static async start(): Promise<TestRedis> {
    const redis = new TestRedis(await mkdtemp(join(runVariable('TEST_RUN_FOLDER'), 'redis-')), 0);
    for (let attempt = 1; ; attempt++) {
      redis.port = await freePort();
      try {
        await redis.start();
        return redis;
      } catch (error) {
        if (attempt === MAX_ATTEMPTS) throw error;
      }
    }
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    if (PROGRAM === undefined) throw new Error('redis-server not found.');
    this.running = await startRedis(PROGRAM, { port: this.port, folder: this.folder, settings: QUEUE });
  }

  /** Ends Redis. Its data is available after the next start. */
  async stop(): Promise<void> {
    await this.running?.stop();
    this.running = undefined;
  }

  /** Suspends Redis: it keeps its connections and does not respond. */
  freeze(): void {
    this.signal('SIGSTOP');
  }

  thaw(): void {
    this.signal('SIGCONT');
  }

  /** Deletes all data. */
  async wipe(): Promise<void> {
    const client = new Redis(this.url);
    await client.flushall();
    client.disconnect();
  }

  async remove(): Promise<void> {
    this.thaw();
    await this.stop();
    await rm(this.folder, { recursive: true, force: true, maxRetries: 3 });
  }

  private signal(name: NodeJS.Signals): void {
    if (this.running !== undefined) process.kill(this.running.pid, name);
  }
}
