import { printError } from '../platform/common/console-output.js';
import { ConfigError } from '../platform/config/config-error.js';
import { DataFolderInUseError } from '../platform/database/folder-lock.js';

/** Prints an operator's mistake as a sentence, or any other error in full, and ends the process. */
export function exitWithError(error: unknown): never {
  const isPlain = error instanceof ConfigError || error instanceof DataFolderInUseError;
  printError(isPlain ? error.message : error);
  // Servers and timers of a half-started program would keep the process alive.
  process.exit(1);
}
