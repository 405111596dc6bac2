/** What Keyv keeps of a value: with it, when it is too old, in milliseconds since 1970. */
export interface Kept {
  readonly value: unknown;
  readonly expires?: number | undefined;
}

/**
 * The cache's memory in this process, as a store of Keyv's. It holds so many values at most: beyond that, what has not been
 * asked for the longest goes.
 */
export class MemoryLevel {
  private readonly entries = new Map<string, Kept>();

  constructor(private readonly most: number) {}

  get(key: string): Kept | undefined {
    const kept = this.entries.get(key);
    if (kept === undefined) return undefined;
    // A Map keeps the order in which keys came: what is asked for comes anew.
    this.entries.delete(key);
    this.entries.set(key, kept);
    return kept;
  }

  /** What is kept and not too old, without waiting for a promise as Keyv does. */
  fresh(key: string): Kept | undefined {
    const kept = this.get(key);
    return kept?.expires !== undefined && kept.expires > Date.now() ? kept : undefined;
  }

  set(key: string, kept: Kept): void {
    this.entries.delete(key);
    this.entries.set(key, kept);
    const [longestUnasked] = this.entries.keys();
    if (this.entries.size > this.most && longestUnasked !== undefined) this.entries.delete(longestUnasked);
  }

  delete(key: string): boolean {
    return this.entries.delete(key);
  }

  clear(): void {
    this.entries.clear();
  }
}
