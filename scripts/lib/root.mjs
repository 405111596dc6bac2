import { join } from 'node:path';

/** Root folder of the project. */
export const ROOT = join(import.meta.dirname, '..', '..');

/** Returns a path inside the root folder. */
export const inRoot = (...parts) => join(ROOT, ...parts);
