/** Jest runs this, in one process with `start-postgres.mjs`, after the last test on PostgreSQL. */
export default async function stopPostgres() {
  await globalThis.testCluster?.stop();
}
