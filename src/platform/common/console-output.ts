import { inspect } from 'node:util';

/* Console output for the person who started the program. The log is separate (request-logger.ts). */

/** Writes a line to stdout. */
export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Writes an error to stderr: a sentence as it is, or an unexpected error with all its details. */
export function printError(error: unknown): void {
  process.stderr.write(`${typeof error === 'string' ? error : inspect(error)}\n`);
}
