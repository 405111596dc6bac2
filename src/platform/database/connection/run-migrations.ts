import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { printError } from '../../common/console-output.js';
import { MINUTE_MS, SECOND_MS } from '../../common/durations.js';
import { OperatorError } from '../../common/errors/operator-error.js';
import { driverErrorOf } from './failures.js';

/**
 * How long a statement of a migration waits for a table. While it waits, every statement that comes after it waits as well:
 * a moment, and then a pause in which these proceed.
 */
export const MIGRATION_LOCK_TIMEOUT_MS = SECOND_MS;
const PAUSE_MS = 2 * SECOND_MS;

/** Longer than most reports and backups. */
const GIVE_UP_AFTER_MS = 30 * MINUTE_MS;

/** Lock not available, deadlock, and SQLite's lock of another process. */
const LOCK_CODES: readonly unknown[] = ['55P03', '40P01', 'SQLITE_BUSY', 'SQLITE_BUSY_SNAPSHOT'];

/** Migrations are pending, and the store is not to apply them. */
export class PendingMigrationsError extends OperatorError {
  override readonly name = 'PendingMigrationsError';

  constructor(names: readonly string[]) {
    super(
      `The database lacks ${names.length} migration${names.length === 1 ? '' : 's'} (${names.join(', ')}), and AUTO_MIGRATE is ` +
        'off. Apply them with `npm run admin -- migrate`, then start the store.',
    );
  }
}

/** Returns the names of the migrations that the database lacks, oldest first. Changes nothing. */
export async function pendingMigrations(source: DataSource): Promise<string[]> {
  const runner = source.createQueryRunner();
  try {
    const { tableName, names } = migrationsOf(source);
    if (!(await runner.hasTable(tableName))) return names;
    const rows = (await runner.query(`SELECT name FROM ${tableName}`)) as { name: string }[];
    const applied = new Set(rows.map(({ name }) => name));
    return names.filter((name) => !applied.has(name));
  } finally {
    await runner.release();
  }
}

/**
 * Applies pending migrations, each in a transaction of its own, and again after a pause if a table is locked.
 *
 * @param run applies what is pending
 * @throws OperatorError if the tables stay locked for half an hour, and any other error of a migration
 */
export async function patiently(run: () => Promise<unknown>, pauseMs = PAUSE_MS): Promise<void> {
  const deadline = performance.now() + GIVE_UP_AFTER_MS;
  for (let attempt = 1; ; attempt++) {
    try {
      await run();
      return;
    } catch (error) {
      if (!isLocked(error)) throw error;
      if (performance.now() > deadline) throw lockedError(error);
      if (attempt === 1) printError('A migration waits until other transactions release a table.');
      await sleep(pauseMs);
    }
  }
}

function isLocked(error: unknown): boolean {
  return LOCK_CODES.includes(driverErrorOf(error)?.code);
}

function lockedError(cause: unknown): OperatorError {
  return new OperatorError(
    'A migration could not be applied, because other transactions keep a table locked. End them, or wait, and start again.',
    { cause },
  );
}

function migrationsOf({ options, migrations }: DataSource): { tableName: string; names: string[] } {
  return {
    tableName: options.migrationsTableName ?? 'migrations',
    names: migrations.map(({ name, constructor }) => name ?? constructor.name),
  };
}
