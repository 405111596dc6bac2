import { printError, print } from '../platform/common/console-output.js';
import { DomainError, type FieldError } from '../platform/common/domain-error.js';
import { ConfigError } from '../platform/config/config-error.js';
import { FolderInUse } from '../platform/database/folder-lock.js';
import { parseCommand, USAGE, UsageError } from './command-line.js';
import { run } from './commands.js';

const FAILED = 1;
const WRONG_USAGE = 2;

async function main(): Promise<void> {
  const { text, ok } = await run(parseCommand(process.argv.slice(2)));
  print(text);
  if (!ok) process.exitCode = FAILED;
}

/** An operator's mistake is told in a sentence; a fault of the program's own with all that there is to know. */
function fail(error: unknown): void {
  if (error instanceof UsageError) {
    printError(`${error.message}\n\n${USAGE}`);
    process.exitCode = WRONG_USAGE;
    return;
  }
  printError(error instanceof DomainError ? sentencesOf(error) : isPlain(error) ? error.message : error);
  process.exitCode = FAILED;
}

/** Where single options are at fault, each of them says all that there is to say. */
function sentencesOf({ message, parameters }: DomainError): string {
  const errors = (parameters['errors'] ?? []) as readonly FieldError[];
  return errors.length === 0
    ? message
    : errors.map((error) => `--${error.field}: ${error.message}`).join('\n');
}

function isPlain(error: unknown): error is Error {
  return error instanceof ConfigError || error instanceof FolderInUse;
}

main().catch(fail);
