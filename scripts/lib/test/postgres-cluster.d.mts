/** A running cluster. Its folder has the data in `data`; a file `restart` beside it makes a server that ends start again. */
export interface PostgresCluster {
  /** URL of its maintenance database. */
  readonly url: string;
  readonly folder: string;
  stop(): Promise<void>;
}
export function startCluster(programs: string, options?: { isDurable?: boolean }): Promise<PostgresCluster>;
export function freePort(): Promise<number>;
