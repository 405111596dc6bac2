import { join } from 'node:path';

/** This file is four folders below the project root, in `src/` and in `dist/` alike. */
const ROOT = join(import.meta.dirname, '..', '..', '..', '..');

/** Returns the absolute path of a file of the project, such as the built shop. */
export function projectPath(...segments: readonly string[]): string {
  return join(ROOT, ...segments);
}
