import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { waitForExit, captureOutput, sleep } from './processes.js';

/** Path of redis-server, which jest.config.mjs looks up. */
const PROGRAM = (globalThis as { REDIS_SERVER?: string }).REDIS_SERVER;
const MAX_ATTEMPTS = 5;

/** True if this machine can run Redis. With `REQUIRE_ENGINES=all`, the run fails earlier without it. */
export const HAS_REDIS = PROGRAM !== undefined;

/** A Redis of its own that can be stopped, frozen, wiped, and started again on the same port. */
export class TestRedis {
  private process: ChildProcess | undefined;

  private constructor(
    private readonly folder: string,
    private port: number,
  ) {}

  /** Starts a Redis. The caller must remove it. */
  static async start(): Promise<TestRedis> {
    const redis = new TestRedis(await mkdtemp(join(tmpdir(), 'grocery-store-redis-')), 0);
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
    const settings = { port: this.port, bind: '127.0.0.1', dir: this.folder, appendonly: 'yes', save: '' };
    const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]);
    const child = spawn(PROGRAM, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    this.process = child;
    const output = captureOutput(child);
    while (!output().includes('Ready to accept connections')) {
      if (child.exitCode !== null) throw new Error(`redis-server exited:\n${output()}`);
      await sleep(10);
    }
  }

  /** Ends Redis. Its data is available after the next start. */
  async stop(): Promise<void> {
    await this.end('SIGTERM');
  }

  /** Suspends Redis: it keeps its connections and does not respond. */
  freeze(): void {
    this.process?.kill('SIGSTOP');
  }

  thaw(): void {
    this.process?.kill('SIGCONT');
  }

  /** Deletes all data. */
  async wipe(): Promise<void> {
    const client = new Redis(this.url);
    await client.flushall();
    client.disconnect();
  }

  async remove(): Promise<void> {
    this.thaw();
    await this.end('SIGKILL');
    await rm(this.folder, { recursive: true, force: true, maxRetries: 3 });
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    if (this.process === undefined) return;
    this.process.kill(signal);
    await waitForExit(this.process);
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
