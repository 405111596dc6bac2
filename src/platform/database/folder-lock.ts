import BetterSqlite3 from 'better-sqlite3';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** Another process works on the data folder. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse';
}

/**
 * Locks a data folder for this process, until the given function is called or the process ends in whatever way.
 *
 * The lock is one of the operating system's, held through an open SQLite transaction on a file of its own: unlike a file
 * with a process id in it, it goes with the process, also after kill -9 or a power cut.
 *
 * @throws FolderInUse where another process holds it
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  const lock = new BetterSqlite3(join(folder, 'lock.sqlite'), { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if ((error as { code?: string }).code !== 'SQLITE_BUSY') throw error;
    throw new FolderInUse(
      `Another process is using the data folder ${folder}. Stop it first, or give this one another DATA_DIR.`,
    );
  }
  return () => lock.close();
}
