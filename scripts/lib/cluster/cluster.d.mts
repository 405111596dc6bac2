/** One process of the store. */
export interface Member {
  /** `api`, `worker-1`, … */
  readonly name: string;
  readonly pid: number;
  readonly isRunning: () => boolean;
  /** Asks it to end, or kills it with SIGKILL. Gives its exit code or signal. */
  readonly end: (signal?: NodeJS.Signals) => Promise<number | string>;
  /** When it has ended, in whatever way. */
  readonly ended: Promise<number | string>;
}

export interface Cluster {
  readonly url: string;
  /** What every process of the store is told. */
  readonly env: Readonly<Record<string, string>>;
  readonly api: Member;
  readonly workers: readonly Member[];
  readonly startWorker: (name: string) => Member;
  /** Ends all of it, and removes what it has kept. It can be called again. */
  readonly stop: () => Promise<void>;
}

export interface ClusterOptions {
  /** Where the store listens; a free port where there is none. */
  readonly port?: number;
  readonly workers?: number;
  /** More for the processes of the store. */
  readonly env?: Readonly<Record<string, string>>;
  /** What becomes of what the processes print. */
  readonly print?: (name: string, text: string) => void;
  /** Breaks off the start, and takes back what has started. */
  readonly signal?: AbortSignal;
}

export class ClusterFailed extends Error {}

export function hasClusterPrograms(): boolean;

export function startCluster(options?: ClusterOptions): Promise<Cluster>;
