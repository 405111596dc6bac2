import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { SECOND_MS } from '../../../src/platform/common/durations.js';

/** How long tests wait for what must happen. It only ends a test that hangs: a busy machine may be ten times slower than another. */
export const LONGEST_WAIT_S = 180;

/** Waits until a process has ended. Returns its exit code or signal. */
export async function waitForExit(child: ChildProcess): Promise<number | NodeJS.Signals> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return child.exitCode ?? child.signalCode ?? 'SIGKILL';
}

/** Returns true until a process has ended. */
export function isRunning({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode === null && signalCode === null;
}

/** Keeps the end of a process's output, for the message of a failed test. */
export function captureOutput(child: ChildProcess): () => string {
  let text = '';
  const append = (chunk: Buffer): void => {
    text = (text + chunk.toString()).slice(-20_000);
  };
  child.stdout?.on('data', append);
  child.stderr?.on('data', append);
  return () => text;
}

/** Waits for a number of milliseconds. */
export function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Measures the duration of some work in milliseconds. */
export async function measureDuration(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

/**
 * Polls until a condition holds.
 *
 * @throws {Error} if it does not hold in time
 */
export async function waitUntil(
  condition: () => boolean | Promise<boolean>,
  timeoutS = LONGEST_WAIT_S,
): Promise<void> {
  const deadline = Date.now() + timeoutS * SECOND_MS;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`Timed out after ${timeoutS} s: ${condition.toString()}`);
    await sleep(5);
  }
}
