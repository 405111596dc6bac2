import { setTimeout as sleep } from 'node:timers/promises';
import { driverErrorOf } from './failures.js';

const FIRST_PAUSE_MS = 2;
const MAX_PAUSE_MS = 50;

/**
 * Runs a statement of SQLite, and again while another process holds the lock. It waits outside of SQLite, whose own timeout
 * would stop the event loop.
 *
 * @param limitMs how long to try
 * @throws the error of the last attempt
 */
export async function untilFree<T>(limitMs: number, run: () => Promise<T>): Promise<T> {
  const deadline = performance.now() + limitMs;
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(2 * pause, MAX_PAUSE_MS)) {
    try {
      return await run();
    } catch (error) {
      if (!isBusy(error) || performance.now() + pause > deadline) throw error;
      await sleep(pause);
    }
  }
}

/** A statement that found the database busy has done nothing. */
function isBusy(error: unknown): boolean {
  const code = driverErrorOf(error)?.code;
  return typeof code === 'string' && /^SQLITE_BUSY(_|$)/.test(code);
}
