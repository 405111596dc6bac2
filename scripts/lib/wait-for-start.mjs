import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const POLL_INTERVAL_MS = 50;
/** A store that answers works on each poll: it is asked less often, so that this is not taken for progress. */
const ANSWERED_POLL_INTERVAL_MS = 500;
const PATIENCE_MS = 60_000;
/** CPU time that counts as progress. A process that only waits needs less in a minute. */
const MIN_CPU_SECONDS = 0.2;
const CPU_INTERVAL_MS = 500;
const TICKS_PER_SECOND = 100;

/** Thrown if a process that was started ends, or no longer makes progress, before it is ready. */
export class NotStarted extends Error {}

/**
 * Waits until what was started is ready, for as long as it makes progress: its processes write output or use the CPU, or
 * its answer changes. No clock limits it, because on a busy machine a start takes many times as long.
 *
 * @typedef {object} Starting a process that is starting
 * @property {string} name
 * @property {number | undefined} pid
 * @property {() => boolean} isRunning
 * @property {() => number} outputLength number of characters or bytes that it has written
 *
 * @param {object} options
 * @param {() => Promise<'ready' | string>} options.state `ready`, the empty string before the first answer, or the answer
 * @param {readonly Starting[]} options.processes
 * @param {number} [options.patienceMs] time without any progress that it waits
 * @param {AbortSignal} [options.signal]
 * @param {() => number} [options.now] the clock, in milliseconds
 * @throws {NotStarted} with a sentence that says who did not start
 */
export async function waitForStart({
  state,
  processes,
  patienceMs = PATIENCE_MS,
  signal,
  now = () => performance.now(),
}) {
  const progress = new Progress(processes, now);
  for (;;) {
    signal?.throwIfAborted();
    const ended = processes.find(({ isRunning }) => !isRunning());
    if (ended !== undefined) throw new NotStarted(`${ended.name} exited before it was ready.`);
    const current = await state();
    if (current === 'ready') return;
    if (progress.millisecondsSince(current) > patienceMs) {
      const names = processes.map(({ name }) => name).join(', ');
      const answer = current === '' ? '' : `, and the last answer was: ${current}`;
      throw new NotStarted(`${names}: no progress for ${Math.round(patienceMs / 1000)} s${answer}.`);
    }
    await sleep(current === '' ? POLL_INTERVAL_MS : ANSWERED_POLL_INTERVAL_MS);
  }
}

/** Returns the state of a store for `waitForStart`: asks whether it is ready. */
export async function readinessOf(url) {
  try {
    const response = await fetch(`${url}/health/ready`);
    return response.ok ? 'ready' : describe(response.status, await response.text());
  } catch {
    return '';
  }
}

/** Each answer has an ID of its own, which is no progress. */
function describe(status, body) {
  try {
    return `${status} ${JSON.parse(body).detail}`;
  } catch {
    return String(status);
  }
}

/** Remembers when something last happened. */
class Progress {
  #at;
  #answer = '';
  #output = 0;
  #cpuSeconds = 0;
  #cpuReadAt = -Infinity;

  constructor(processes, now) {
    this.processes = processes;
    this.now = now;
    this.#at = now();
  }

  millisecondsSince(answer) {
    const now = this.now();
    if (this.#hasProgressed(answer, now)) this.#at = now;
    return now - this.#at;
  }

  #hasProgressed(answer, now) {
    const output = this.processes.reduce((sum, { outputLength }) => sum + outputLength(), 0);
    const isNews = output !== this.#output || answer !== this.#answer;
    [this.#output, this.#answer] = [output, answer];
    // What answers uses the CPU for each poll.
    return isNews || (answer === '' && this.#hasWorked(now));
  }

  #hasWorked(now) {
    if (now - this.#cpuReadAt < CPU_INTERVAL_MS) return false;
    this.#cpuReadAt = now;
    const seconds = this.processes.reduce((sum, { pid }) => sum + cpuSecondsOf(pid), 0);
    if (seconds - this.#cpuSeconds < MIN_CPU_SECONDS) return false;
    this.#cpuSeconds = seconds;
    return true;
  }
}

/** Returns user and system time of a process, from proc(5), or from ps where there is none; 0 if it has ended. */
function cpuSecondsOf(pid) {
  if (pid === undefined) return 0;
  if (process.platform !== 'linux') return cpuSecondsByPs(pid);
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
    return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
  } catch {
    return 0;
  }
}

/** Reads `[[days-]hours:]minutes:seconds`. */
function cpuSecondsByPs(pid) {
  const { stdout } = spawnSync('ps', ['-o', 'time=', '-p', String(pid)], { encoding: 'utf8' });
  return (stdout ?? '')
    .trim()
    .split(/[-:]/)
    .reduce((sum, part) => sum * 60 + Number(part), 0);
}
