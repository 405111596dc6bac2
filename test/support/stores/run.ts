/** Returns a variable that the project's global setup sets. */
export function runVariable(name: 'TEST_RUN' | 'TEST_RUN_FOLDER' | 'TEST_DATABASE_URL'): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: the project's global setup did not run.`);
  return value;
}

/** Migrates an empty database. */
export async function migrate(location: {
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
}): Promise<void> {
  // Few tests get here, and loading TypeORM takes longer than most of them.
  const { openDatabase } = await import('../../../src/platform/database/open-database.js');
  const database = await openDatabase({ ...location, entities: [] });
  await database.close();
}
