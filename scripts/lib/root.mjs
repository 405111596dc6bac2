import { join } from 'node:path';

/** The folder of the project. */
export const ROOT = join(import.meta.dirname, '..', '..');

/** A path inside it. */
export const inRoot = (...parts) => join(ROOT, ...parts);
