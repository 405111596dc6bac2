import { printError, print } from '../platform/common/console-output.js';
import { DomainError, type FieldError } from '../platform/common/errors/domain-error.js';
import { OperatorError } from '../platform/common/errors/operator-error.js';
import { keepFilesPrivate } from '../platform/common/files/private-files.js';
import { reportCrashes } from '../platform/common/process/crash-handler.js';
import { parseCommand, USAGE, UsageError } from './command-line.js';
import { run } from './commands.js';

const EXIT_FAILURE = 1;
const EXIT_USAGE = 2;

async function main(): Promise<void> {
  keepFilesPrivate();
  const { text, ok } = await run(parseCommand(process.argv.slice(2)));
  print(text);
  if (!ok) process.exitCode = EXIT_FAILURE;
}

/** Prints one sentence for a mistake of the operator, and all details for an internal error. */
function fail(error: unknown): void {
  if (error instanceof UsageError) {
    printError(`${error.message}\n\n${USAGE}`);
    process.exitCode = EXIT_USAGE;
    return;
  }
  printError(
    error instanceof DomainError ? messageOf(error) : error instanceof OperatorError ? error.message : error,
  );
  process.exitCode = EXIT_FAILURE;
}

/** Returns the messages of invalid options, or the message of the error if there are none. */
function messageOf({ message, parameters }: DomainError): string {
  const errors = (parameters['errors'] ?? []) as readonly FieldError[];
  return errors.length === 0
    ? message
    : errors.map((error) => `--${error.field}: ${error.message}`).join('\n');
}

reportCrashes('errors');
main().catch(fail);
