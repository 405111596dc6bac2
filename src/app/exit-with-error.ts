import { printError } from '../platform/common/console-output.js';
import { OperatorError } from '../platform/common/errors/operator-error.js';
import { reportCrash } from '../platform/common/process/crash-handler.js';

/** Prints an operator's mistake as a sentence, or any other error in full and as the last line of the log, and ends the process. */
export function exitWithError(error: unknown): never {
  const isPlain = error instanceof OperatorError;
  printError(isPlain ? error.message : error);
  if (!isPlain && error instanceof Error) reportCrash(error, 'main');
  // Servers and timers of a half-started program would keep the process alive.
  process.exit(1);
}
