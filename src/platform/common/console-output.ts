import { inspect } from 'node:util';

/* What a program says to whoever started it. Its log is another matter (request-logger.ts). */

/** Says something on a line of its own. */
export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Says what is wrong: a sentence, or a fault of the program's own with all that there is to know. */
export function printError(fault: unknown): void {
  process.stderr.write(`${typeof fault === 'string' ? fault : inspect(fault)}\n`);
}
