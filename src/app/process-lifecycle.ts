import type { INestApplicationContext } from '@nestjs/common';
import { printError } from '../platform/common/console-output.js';
import { SECOND_MS } from '../platform/common/durations.js';
import { OperatorError } from '../platform/common/errors/operator-error.js';
import { reportCrash } from '../platform/common/process/crash-handler.js';

/** Limit of a shutdown: what has not ended by then waits for something unavailable, such as Redis. */
const SHUTDOWN_TIMEOUT_MS = 13 * SECOND_MS;

/**
 * Closes the program on SIGTERM or SIGINT, which finishes work in progress, and ends the process.
 *
 * @param onClosing is called once when closing starts
 */
export function closeOnSignals(
  app: Pick<INestApplicationContext, 'close'>,
  onClosing: () => void = () => undefined,
): void {
  let isClosing = false;
  const close = (): void => {
    if (isClosing) return;
    isClosing = true;
    onClosing();
    setTimeout(() => exitWithError('Shutdown timed out; ending the process.'), SHUTDOWN_TIMEOUT_MS).unref();
    // A package's timer would keep the process alive although everything is closed.
    app.close().then(() => process.exit(0), exitWithError);
  };
  process.on('SIGTERM', close).on('SIGINT', close);
}

/** Prints an operator's mistake as a sentence, or any other error in full and as the last line of the log, and ends the process. */
export function exitWithError(error: unknown): never {
  const isPlain = error instanceof OperatorError;
  printError(isPlain ? error.message : error);
  if (!isPlain && error instanceof Error) reportCrash(error, 'main');
  // Servers and timers of a half-started program would keep the process alive.
  process.exit(1);
}
