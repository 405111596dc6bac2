import { writeSync } from 'node:fs';
import { pino } from 'pino';

const STDOUT = 1;
const STDERR = 2;

/** Exit code of a process that ends by an error that nothing handled. Node.js uses it as well. */
const EXIT_CRASHED = 1;

/** Attempts to write the last line into a pipe that is full, and the pause between them. */
const MAX_WRITES = 20;
const WRITE_PAUSE_MS = 100;

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
  const err = error instanceof Error ? error : new Error(`Thrown: ${String(error)}`);
  const log = pino({ level: 'fatal' }, { write: (line) => writeWhole(fd, line) });
  try {
    log.fatal({ err, origin }, 'The process ends: nothing handled an error.');
  } catch {
    return;
  }
}

/** @throws the error of the file system, after some attempts if a pipe is full */
function writeWhole(fd: number, text: string): void {
  let rest = Buffer.from(text);
  for (let attempt = 1; rest.length > 0; attempt++) {
    try {
      rest = rest.subarray(writeSync(fd, rest));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN' || attempt >= MAX_WRITES) throw error;
      // Nothing else is to run any more.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, WRITE_PAUSE_MS);
    }
  }
}
