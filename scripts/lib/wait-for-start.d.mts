/** A process that is starting. */
export interface Starting {
  readonly name: string;
  readonly pid: number | undefined;
  readonly isRunning: () => boolean;
  /** Number of characters or bytes that it has written. */
  readonly outputLength: () => number;
}

/** Thrown if a process that was started ends, or no longer makes progress, before it is ready. */
export class NotStarted extends Error {}

/** Waits until what was started is ready, for as long as it makes progress. */
export function waitForStart(options: {
  /** Returns `ready`, the empty string before the first answer, or the answer. */
  readonly state: () => Promise<string>;
  readonly processes: readonly Starting[];
  /** Time without any progress that it waits, in milliseconds. */
  readonly patienceMs?: number;
  readonly signal?: AbortSignal;
  /** The clock, in milliseconds. */
  readonly now?: () => number;
}): Promise<void>;

/** Returns the state of a store for `waitForStart`: asks whether it is ready. */
export function readinessOf(url: string): Promise<string>;
