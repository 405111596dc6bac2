import { copyFile, mkdtemp, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { migrate, runVariable } from './run.js';

/** Name of SQLite's file in a data folder. */
export const STORE_FILE = 'store.sqlite';

/** Copies a database with the store's schema into a data folder. It is migrated once in each run. */
export async function copyMigratedFile(dataDir: string): Promise<void> {
  const template = join(runVariable('TEST_RUN_FOLDER'), 'template.sqlite');
  const copy = (): Promise<void> => copyFile(template, join(dataDir, STORE_FILE));
  try {
    await copy();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    await makeTemplate(template);
    await copy();
  }
}

/** Several tests may do this at the same time: each rename is atomic, and the contents are the same. */
async function makeTemplate(template: string): Promise<void> {
  const dataDir = await mkdtemp(join(runVariable('TEST_RUN_FOLDER'), 'template-'));
  await migrate({ dataDir, databaseUrl: undefined });
  await rename(join(dataDir, STORE_FILE), template);
}
