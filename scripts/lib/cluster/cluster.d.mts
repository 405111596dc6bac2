/** A process of the store. */
export interface Member {
  /** `api`, `worker-1`, … */
  readonly name: string;
  readonly pid: number;
  readonly isRunning: () => boolean;
  /** Number of characters that it has printed. */
  readonly outputLength: () => number;
  /** Asks it to end, or kills it with SIGKILL. Resolves to its exit code or signal. */
  readonly end: (signal?: NodeJS.Signals) => Promise<number | string>;
  /** Resolves when it has ended, in whatever way. */
  readonly exited: Promise<number | string>;
}

export interface Cluster {
  readonly url: string;
  /** Environment of every process of the store. */
  readonly env: Readonly<Record<string, string>>;
  readonly api: Member;
  readonly workers: readonly Member[];
  readonly startWorker: (name: string) => Member;
  /** Stops all processes and removes their data. It can be called repeatedly. */
  readonly stop: () => Promise<void>;
}

export interface ClusterOptions {
  /** Port of the store; a free port by default. */
  readonly port?: number;
  readonly workers?: number;
  /** Further variables for the processes of the store. */
  readonly env?: Readonly<Record<string, string>>;
  /** Receives the output of the processes. */
  readonly print?: (name: string, text: string) => void;
  /** Aborts the start and stops what has started. */
  readonly signal?: AbortSignal;
}

export class ClusterFailed extends Error {}

export function hasClusterPrograms(): boolean;

export function startCluster(options?: ClusterOptions): Promise<Cluster>;
