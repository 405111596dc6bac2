import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Returns a random secret that is created once and stored in the data folder, readable by its owner only. Processes that
 * start at the same time agree on it.
 */
export function persistedSecret(dataDir: string, name: string): string {
  const path = join(dataDir, name);
  mkdirSync(dataDir, { recursive: true });
  if (!existsSync(path)) create(path);
  return readFileSync(path, 'utf8').trim();
}

/**
 * Links a complete file into place, so that no process reads half a secret. Unlike a rename, a link never replaces the
 * secret that another process has just created.
 */
function create(path: string): void {
  const part = `${path}.${randomUUID()}.part`;
  try {
    writeFileSync(part, randomBytes(48).toString('base64url'), { mode: 0o600, flag: 'wx', flush: true });
    linkSync(part, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(part, { force: true });
  }
}
