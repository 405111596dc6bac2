import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { findPostgres } from '../../../scripts/lib/test/engines.mjs';
import { startCluster, type PostgresCluster } from '../../../scripts/lib/test/postgres-cluster.mjs';
import { afterFile } from '../stores/engine.js';
import { waitUntil } from './processes.js';

const PROGRAMS = findPostgres();

/** True if this machine has the programs of PostgreSQL: with TEST_DATABASE_URL it may have none. */
export const HAS_OWN_POSTGRES = PROGRAMS !== undefined;

/** A PostgreSQL of its own that can be restarted and frozen. It ends with the test's process. */
export class TestPostgres {
  private constructor(private readonly cluster: PostgresCluster) {}

  /** Starts a server, as durable as in production. It is removed after the last test of the file. */
  static async start(): Promise<TestPostgres> {
    if (PROGRAMS === undefined) throw new Error('PostgreSQL not found.');
    const postgres = new TestPostgres(await startCluster(PROGRAMS));
    afterFile(() => postgres.cluster.stop());
    return postgres;
  }

  get url(): string {
    return this.cluster.url;
  }

  /** Ends all connections and the server at once, as an operator's restart does, and waits until it serves again. */
  async restart(): Promise<void> {
    const before = this.pid;
    writeFileSync(join(this.cluster.folder, 'restart'), '');
    process.kill(before, 'SIGINT');
    await waitUntil(async () => this.currentPid() !== before && (await this.answers()));
  }

  /** Suspends the server and all its processes: connections stay open, and nothing is answered. */
  freeze(): void {
    const { pid } = this;
    process.kill(pid, 'SIGSTOP');
    for (const child of childrenOf(pid)) process.kill(child, 'SIGSTOP');
  }

  thaw(): void {
    const { pid } = this;
    for (const process_ of [...childrenOf(pid), pid]) process.kill(process_, 'SIGCONT');
  }

  private get pid(): number {
    const pid = this.currentPid();
    if (pid === undefined) throw new Error('PostgreSQL is not running.');
    return pid;
  }

  private currentPid(): number | undefined {
    try {
      return Number(
        readFileSync(join(this.cluster.folder, 'data', 'postmaster.pid'), 'utf8').split('\n', 1)[0],
      );
    } catch {
      return undefined;
    }
  }

  private async answers(): Promise<boolean> {
    const client = new pg.Client({ connectionString: this.url });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return true;
    } catch {
      return false;
    } finally {
      await client.end();
    }
  }
}

function childrenOf(pid: number): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8');
  return children
    .split(' ')
    .filter((text) => text !== '')
    .map(Number);
}
