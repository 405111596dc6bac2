import pg from 'pg';
import { migrate, runVariable } from './run.js';

/** Arbitrary number. */
const TEMPLATE_LOCK_KEY = 7_302_202;

/** A new database on a PostgreSQL server. */
interface CreatedDatabase {
  readonly url: string;
  readonly drop: () => Promise<void>;
}

/** Creates an empty database. */
export function createEmptyDatabase(): Promise<CreatedDatabase> {
  return onServer((client) => createDatabase(client, 'template1'));
}

/** Creates a database with the store's schema, as a copy of one that is migrated once in each run. */
export function createMigratedDatabase(): Promise<CreatedDatabase> {
  return onServer(async (client) => createDatabase(client, await migratedTemplate(client)));
}

async function createDatabase(client: pg.Client, template: string): Promise<CreatedDatabase> {
  const name = `${runVariable('TEST_RUN')}_${crypto.randomUUID().replaceAll('-', '')}`;
  await client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  return { url: urlOf(name), drop: () => dropDatabase(name) };
}

function dropDatabase(name: string): Promise<void> {
  return onServer(async (client) => {
    await client.query(`DROP DATABASE ${name} WITH (FORCE)`);
  });
}

/** Returns the name of the migrated database. The first test that needs it creates it, and others wait. */
async function migratedTemplate(client: pg.Client): Promise<string> {
  const name = `${runVariable('TEST_RUN')}_template`;
  await client.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK_KEY]);
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (rowCount === 0) await makeTemplate(client, name);
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [TEMPLATE_LOCK_KEY]);
  }
  return name;
}

/** Gives the database its name only when it is migrated, so that an interrupted template is never copied. */
async function makeTemplate(client: pg.Client, name: string): Promise<void> {
  const unfinished = `${name}_unfinished`;
  await client.query(`DROP DATABASE IF EXISTS ${unfinished}`);
  await client.query(`CREATE DATABASE ${unfinished}`);
  await migrate({ dataDir: '', databaseUrl: urlOf(unfinished) });
  await client.query(`ALTER DATABASE ${unfinished} RENAME TO ${name}`);
}

function urlOf(name: string): string {
  const url = new URL(runVariable('TEST_DATABASE_URL'));
  url.pathname = `/${name}`;
  return url.href;
}

async function onServer<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: runVariable('TEST_DATABASE_URL') });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
