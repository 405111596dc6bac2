import { readFile } from 'node:fs/promises';
import { PGlite } from '@electric-sql/pglite';

/** What a driver of PostgreSQL gives for a statement. */
export interface Result {
  readonly rows: unknown[];
  readonly rowCount: number;
}

/** PostgreSQL in this process's memory, with BullMQ's tables in a schema: from a template where there is one. */
export async function openQueueDatabase(template: string | undefined, schema: string): Promise<PGlite> {
  const loadDataDir = template === undefined ? undefined : new Blob([await readFile(template)]);
  const database = await PGlite.create({ loadDataDir });
  if (loadDataDir === undefined) {
    // Loaded only here: what begins with the template is half a second earlier without it.
    const { runMigrations } = await import('bullmq');
    await runMigrations(
      { query: async (text, values) => (await runStatement(database, text, values)) as never },
      schema,
    );
  }
  await database.exec(`SET search_path = ${schema}`);
  return database;
}

/** Runs what a driver of PostgreSQL would run: one statement with values, or several without. */
export async function runStatement(
  database: PGlite,
  text: string,
  values: readonly unknown[] | undefined,
): Promise<Result> {
  const result =
    values === undefined
      ? (await database.exec(text)).at(-1)
      : await database.query(text, [...values] as unknown[]);
  const rows = result?.rows ?? [];
  return { rows, rowCount: result?.affectedRows === 0 ? rows.length : (result?.affectedRows ?? 0) };
}
