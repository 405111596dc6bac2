/**
 * The generation of a group's values that this process reads and writes. Its token is part of every key, so a new token
 * invalidates all values.
 *
 * A change advances the generation. Redis numbers the generations that processes share. Until it answers, and while it is
 * unavailable, a process has a generation of its own, in its memory only. Values under a number were read from the
 * database after Redis assigned that number. They include every change that requested that number or a lower one.
 */
export class Generation {
  private own = 1;
  private shared: number | undefined;
  private highest = 0;

  constructor(private readonly onChange: () => void) {}

  /** Prefix of every key. */
  get token(): string {
    return this.shared === undefined ? `own-${this.own}` : String(this.shared);
  }

  /** True if other processes read and write this generation too. */
  get isShared(): boolean {
    return this.shared !== undefined;
  }

  /** Highest known number; 0 if there is none. The next must be higher, even after Redis lost its data. */
  get highestKnown(): number {
    return this.highest;
  }

  /**
   * Invalidates all values immediately by switching to a new generation of this process's own.
   *
   * @returns value to pass to {@link assignNumber} along with the number from Redis
   */
  invalidate(): number {
    this.own += 1;
    this.shared = undefined;
    this.onChange();
    return this.own;
  }

  /** Takes the number that Redis assigned to an invalidation. It applies unless a later invalidation waits for its own. */
  assignNumber(raised: number, number: number): void {
    this.highest = Math.max(this.highest, number);
    if (raised === this.own) this.switchTo(this.highest);
  }

  /** Takes the number of an invalidation by another process. */
  follow(number: number): void {
    this.highest = Math.max(this.highest, number);
    if (this.shared !== undefined) this.switchTo(this.highest);
  }

  private switchTo(number: number): void {
    if (this.shared === number) return;
    this.shared = number;
    this.onChange();
  }
}
