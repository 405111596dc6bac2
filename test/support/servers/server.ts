import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../../scripts/lib/root.mjs';
import { readinessOf, waitForStart } from '../../../scripts/lib/wait-for-start.mjs';
import { Client } from '../clients/client.js';
import { afterFile, ENGINE, createStoreLocation, type StoreLocation } from '../stores/engine.js';
import { rowsOf } from '../stores/rows.js';
import { isRunning, waitForExit } from './processes.js';
import { HAS_REDIS, type TestRedis } from './redis.js';

export const ADMIN = { username: 'admin', password: 'Correct-horse-battery-staple' };

/** True if jobs run in worker processes, which needs PostgreSQL and Redis. Otherwise they run in the server. */
export const HAS_WORKERS = ENGINE === 'postgres' && HAS_REDIS;

/**
 * Environment for tests of requests: with separate workers, no mail is sent and no invoice is rendered in the
 * meantime.
 */
export const NO_BACKGROUND_JOBS: Readonly<Record<string, string>> = HAS_WORKERS ? { ROLE: 'api' } : {};

export interface ServerOptions {
  /** Environment variables that differ from the defaults. */
  readonly env?: Readonly<Record<string, string>>;
  /** Location of the store; a new one by default. */
  readonly location?: StoreLocation;
}

/** A running store that a test sends requests to. */
export abstract class Server {
  abstract readonly url: string;

  constructor(
    protected readonly location: Pick<StoreLocation, 'dataDir' | 'databaseUrl'>,
    /** Environment variables of its process. */
    readonly env: Readonly<Record<string, string>>,
  ) {}

  /** Returns an anonymous client. */
  get client(): Client {
    return new Client(this.url);
  }

  get dataDir(): string {
    return this.location.dataDir;
  }

  get databaseUrl(): string | undefined {
    return this.location.databaseUrl;
  }

  /** Returns the output of the process since its last start. */
  logs(): string {
    return readFileSync(this.logFile, 'utf8');
  }

  /** Queries the database directly. The SQL must be valid on both databases. */
  rows<Row>(statement: string, values: readonly unknown[] = []): Promise<Row[]> {
    return rowsOf(this.location, statement, values);
  }

  protected get logFile(): string {
    return `${this.dataDir}.log`;
  }
}

/** A store in a process of its own, as in production. The test may stop, kill and restart it. */
export class ServerProcess extends Server {
  private process: ChildProcess | undefined;
  private port = 0;

  constructor(
    protected override readonly location: StoreLocation,
    env: Readonly<Record<string, string>>,
  ) {
    super(location, env);
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get redis(): TestRedis | undefined {
    return this.location.redis;
  }

  /** True from the start of the process until it ends in any way. */
  get isRunning(): boolean {
    return this.process !== undefined && isRunning(this.process);
  }

  /** Starts the process and waits until it is ready. After a stop, it uses the same port. */
  async start(): Promise<void> {
    const args = ['--import', join(import.meta.dirname, 'end-with-parent.mjs'), 'dist/bundle/main.js'];
    const log = openSync(this.logFile, 'w');
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      env: { ...this.env, PORT: String(this.port) },
      stdio: ['ignore', log, log, 'ipc'],
    });
    closeSync(log);
    this.process = child;
    const starting = {
      name: 'server',
      pid: child.pid,
      isRunning: () => isRunning(child),
      outputLength: () => statSync(this.logFile).size,
    };
    try {
      await waitForStart({ state: () => this.state(), processes: [starting] });
    } catch (error) {
      child.kill('SIGKILL');
      throw new Error(`${(error as Error).message}\n${this.logs()}`, { cause: error });
    }
  }

  /** Lets the process run until the test's own process ends. */
  detach(): void {
    this.process?.unref();
    this.process?.channel?.unref();
  }

  /** Stops the process gracefully and waits for it. Returns its exit code. */
  stop(): Promise<number | string> {
    return this.end('SIGTERM');
  }

  /** Kills the process. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** Sends a signal and waits until the process has ended. Returns its exit code. */
  endBy(signal: NodeJS.Signals): Promise<number | string> {
    return this.end(signal);
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  private async end(signal: NodeJS.Signals): Promise<number | string> {
    if (this.process === undefined) return 0;
    this.process.kill(signal);
    return waitForExit(this.process);
  }

  private async state(): Promise<string> {
    this.port = Number(/http:\/\/127\.0\.0\.1:(\d+)/.exec(this.logs())?.[1] ?? this.port);
    return this.port === 0 ? '' : readinessOf(this.url);
  }
}

/**
 * Starts a store on the project's database, or at a given location. It is stopped and its data removed after the last test
 * of the file.
 */
export async function startServer({ env = {}, location }: ServerOptions = {}): Promise<ServerProcess> {
  const server = serverAt(location ?? (await createStoreLocation()), env);
  afterFile(async () => {
    await server.stop();
  });
  await server.start();
  return server;
}

/** Returns the server of a location, which is not started yet. */
export function serverAt(location: StoreLocation, env: Readonly<Record<string, string>> = {}): ServerProcess {
  return new ServerProcess(location, {
    PATH: process.env['PATH'] ?? '',
    NODE_ENV: 'test',
    HOST: '127.0.0.1',
    DATA_DIR: location.dataDir,
    ...(location.databaseUrl === undefined ? {} : { DATABASE_URL: location.databaseUrl }),
    ...(location.redis === undefined ? {} : { REDIS_URL: location.redis.url }),
    JWT_SECRET: 'a secret that only the tests know, of 32 characters and more',
    ADMIN_USERNAME: ADMIN.username,
    ADMIN_PASSWORD: ADMIN.password,
    DEMO: 'off',
    RATE_LIMITS: 'off',
    LOG_LEVEL: 'error',
    ...env,
  });
}
