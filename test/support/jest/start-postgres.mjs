import { findPostgres } from '../../../scripts/lib/test/engines.mjs';
import { startCluster } from '../../../scripts/lib/test/postgres-cluster.mjs';
import openRun from './open-run.mjs';

/** Opens the run and starts PostgreSQL before the first test on it, unless TEST_DATABASE_URL names another server. */
export default async function startPostgres() {
  await openRun();
  if (process.env.TEST_DATABASE_URL !== undefined) return;
  const programs = findPostgres();
  if (programs === undefined)
    throw new Error('PostgreSQL not found: no initdb and postgres in PATH or below /usr/lib/postgresql.');
  const cluster = await startCluster(programs, { isDurable: false });
  process.env.TEST_DATABASE_URL = cluster.url;
  globalThis.testCluster = cluster;
}
