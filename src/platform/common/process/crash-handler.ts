import { pino } from 'pino';
import { openLogStream } from './log-stream.js';

const STDOUT = 1;
const STDERR = 2;

/** Exit code of a process that ends by an error that nothing handled. Node.js uses it as well. */
const EXIT_CRASHED = 1;

/** Attempts, 100 ms apart, to write the last line into a pipe that is full. */
const MAX_WRITES = 20;

/**
 * Makes the process report an error that nothing handles, thrown or rejected, in one last line of the log, and end with
 * code 1. To be called first in each program.
 *
 * @param output where the line goes: `log` is stdout; `errors` is stderr, for a program whose output is for a person
 */
export function reportCrashes(output: 'log' | 'errors'): void {
  const fd = output === 'log' ? STDOUT : STDERR;
  // A reader that went away ends no process: without a listener, the next line of a terminal would.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  // Node.js passes unhandled rejections on as uncaught exceptions, with their own origin.
  process.on('uncaughtException', (error: unknown, origin) => {
    reportCrash(error, origin, fd);
    process.exit(EXIT_CRASHED);
  });
}

/**
 * Writes the last line of a process, as JSON and synchronously. It does not throw, since nothing could handle that.
 *
 * @param error what was thrown, of whatever type
 * @param origin how it reached the top
 */
export function reportCrash(error: unknown, origin: string, fd = STDOUT): void {
  try {
    let writes = 0;
    const stream = openLogStream(fd, () => ++writes < MAX_WRITES);
    const err = error instanceof Error ? error : new Error(`Thrown: ${String(error)}`);
    pino({ level: 'fatal' }, stream).fatal({ err, origin }, 'The process ends: nothing handled an error.');
  } catch {
    return;
  }
}
