import type { INestApplicationContext } from '@nestjs/common';
import { printError } from '../platform/common/console-output.js';
import { ConfigError } from '../platform/config/config-error.js';
import { DataFolderInUseError } from '../platform/database/folder-lock.js';

/** What has not finished by then waits for something that does not come, such as a Redis that is away. */
const SECONDS_TO_CLOSE = 13;

/**
 * On SIGTERM or SIGINT closes the program, which finishes what is under way, and ends the process.
 *
 * @param alsoDo is called once as the closing begins
 */
export function closeOnSignals(
  app: Pick<INestApplicationContext, 'close'>,
  alsoDo: () => void = () => undefined,
): void {
  let isClosing = false;
  const close = (): void => {
    if (isClosing) return;
    isClosing = true;
    alsoDo();
    setTimeout(
      () => exitWithError('The process could not close in time, and ends as it is.'),
      SECONDS_TO_CLOSE * 1000,
    ).unref();
    // A timer of a package would keep the process although everything is closed.
    app.close().then(() => process.exit(0), exitWithError);
  };
  process.on('SIGTERM', close).on('SIGINT', close);
}

/** An operator's mistake is told in a sentence; a fault of the program's own with all that there is to know. */
export function exitWithError(error: unknown): never {
  const isPlain = error instanceof ConfigError || error instanceof DataFolderInUseError;
  printError(isPlain ? error.message : error);
  // Half a program may be up, whose servers and timers would keep it.
  process.exit(1);
}
