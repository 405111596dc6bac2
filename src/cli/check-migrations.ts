import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource, type DataSourceOptions, type Driver } from 'typeorm';
import { ENTITIES } from '../app/entities.js';
import { printError } from '../platform/common/console-output.js';
import { postgresOptions, sqliteOptions } from '../platform/database/connection/data-sources.js';

/*
 * Proves, on a database of each kind, that the migrations create exactly the tables that the entities describe, and that
 * they can be reverted.
 */

async function check(options: DataSourceOptions): Promise<string[]> {
  const source = await new DataSource(options).initialize();
  try {
    await source.runMigrations({ transaction: 'each' });
    const differences = await differingSql(source);
    for (const _ of source.migrations) await source.undoLastMigration({ transaction: 'each' });
    const remaining = await remainingTables(source);
    await source.runMigrations({ transaction: 'each' });
    return [
      ...differences,
      ...remaining.map((name) => `Table ${name} remains after reverting all migrations.`),
    ];
  } finally {
    await source.destroy();
  }
}

/** Returns the statements with which TypeORM would align the tables with the entities. */
async function differingSql(source: DataSource): Promise<string[]> {
  if (source.options.type === 'better-sqlite3') keepUuid(source.driver);
  else keepCollation(source);
  const { upQueries } = await source.driver.createSchemaBuilder().log();
  return upQueries.map(({ query }) => query);
}

/** SQLite has no column types of its own: it keeps `uuid` from a migration, where TypeORM expects `varchar`. */
function keepUuid(driver: Driver): void {
  const normalizeType = driver.normalizeType.bind(driver);
  driver.normalizeType = (column) => (column.type === 'uuid' ? 'uuid' : normalizeType(column));
}

/** Names are compared by code points: by a migration on PostgreSQL, and by default on SQLite. */
function keepCollation(source: DataSource): void {
  const columns = source.entityMetadatas.flatMap((entity) => entity.columns);
  for (const column of columns) if (column.databaseName === 'name_key') column.collation = 'C';
}

async function remainingTables(source: DataSource): Promise<string[]> {
  const isSqlite = source.options.type === 'better-sqlite3';
  const rows: { name: string }[] = await source.query(
    isSqlite
      ? `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`
      : `SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema()`,
  );
  return rows.map(({ name }) => name).filter((name) => name !== 'migrations');
}

async function checkSqlite(): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'grocery-store-migrations-'));
  try {
    return await check(sqliteOptions(folder, ENTITIES));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function checkPostgres(server: string): Promise<string[]> {
  const name = `migrations_${process.pid}`;
  const admin = await new DataSource({ type: 'postgres', url: server }).initialize();
  const url = new URL(server);
  url.pathname = `/${name}`;
  try {
    await admin.query(`CREATE DATABASE ${name}`);
    return await check(postgresOptions(url.href, ENTITIES));
  } finally {
    await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await admin.destroy();
  }
}

/** @param postgres URL of a PostgreSQL server where a database may be created; empty to check SQLite only */
async function main(postgres: string): Promise<void> {
  const problems = [
    ...(await checkSqlite()).map((problem) => `SQLite: ${problem}`),
    ...(postgres === '' ? [] : await checkPostgres(postgres)).map((problem) => `PostgreSQL: ${problem}`),
  ];
  for (const problem of problems) printError(problem);
  if (problems.length > 0) process.exitCode = 1;
}

await main(process.argv[2] ?? '');
