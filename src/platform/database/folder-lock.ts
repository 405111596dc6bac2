import BetterSqlite3 from 'better-sqlite3';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { OperatorError } from '../common/errors/operator-error.js';

/** Another process uses the data folder. */
export class DataFolderInUseError extends OperatorError {
  override readonly name = 'DataFolderInUseError';
}

/**
 * Locks a data folder for this process until the returned function is called or the process ends in any way.
 *
 * The operating system holds the lock, through an open SQLite transaction on a separate file. Unlike a PID file, it is
 * released with the process, also after kill -9 or a power cut.
 *
 * @throws DataFolderInUseError if another process holds the lock
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  const lock = new BetterSqlite3(join(folder, 'lock.sqlite'), { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if ((error as { code?: string }).code !== 'SQLITE_BUSY') throw error;
    throw new DataFolderInUseError(
      `Another process is using the data folder ${folder}. Stop it first, or give this one another DATA_DIR.`,
    );
  }
  return () => lock.close();
}
