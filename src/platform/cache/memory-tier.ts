/** What Keyv keeps of a value: with it, when it is too old, in milliseconds since 1970. */
export interface Kept {
  readonly value: unknown;
  readonly expires?: number | undefined;
}

/**
 * The cache's memory in this process, as a store of Keyv's, of bounded size. Values are in a younger and an older half; when
 * the younger is full it becomes the older, and what was in that and has not been asked for since is gone. So nothing is
 * moved about for each question, as it is where an exact order is kept.
 */
export class MemoryTier {
  private younger = new Map<string, Kept>();
  private older = new Map<string, Kept>();

  /** @param most values that are held at most */
  constructor(private readonly most: number) {}

  get(key: string): Kept | undefined {
    const young = this.younger.get(key);
    if (young !== undefined) return young;
    const old = this.older.get(key);
    if (old !== undefined) this.set(key, old);
    return old;
  }

  /** What is held and not too old, without waiting for a promise as Keyv does. */
  fresh(key: string): Kept | undefined {
    const kept = this.get(key);
    return kept?.expires !== undefined && kept.expires > Date.now() ? kept : undefined;
  }

  set(key: string, kept: Kept): void {
    this.older.delete(key);
    this.younger.set(key, kept);
    if (this.younger.size < this.most / 2) return;
    this.older = this.younger;
    this.younger = new Map();
  }

  delete(key: string): boolean {
    const isYoung = this.younger.delete(key);
    return this.older.delete(key) || isYoung;
  }

  clear(): void {
    this.younger.clear();
    this.older.clear();
  }
}
