/** Stops PostgreSQL after the last test on it, in the same process as `start-postgres.mjs`. */
export default async function stopPostgres() {
  await globalThis.testCluster?.stop();
}
