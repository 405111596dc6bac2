import pg from 'pg';
import closeRun from './close-run.mjs';

/**
 * Stops PostgreSQL after the last test on it, in the same process as `start-postgres.mjs`. On a server that was not
 * started for this run, drops the databases of the run instead.
 */
export default async function stopPostgres() {
  await (globalThis.testCluster?.stop() ?? dropDatabases());
  await closeRun();
}

async function dropDatabases() {
  const client = new pg.Client({ connectionString: process.env.TEST_DATABASE_URL });
  await client.connect();
  try {
    const { rows } = await client.query(
      'SELECT datname AS name FROM pg_database WHERE starts_with(datname, $1)',
      [process.env.TEST_RUN],
    );
    for (const { name } of rows) await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  } finally {
    await client.end();
  }
}
