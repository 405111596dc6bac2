/**
 * Which generation of a group's values this process reads and writes. Its token is part of every key, so that another token
 * leaves all values behind.
 *
 * A change raises it. Redis numbers the generations that processes share; until it has answered, and for as long as it is
 * away, a process has a generation of its own, which is in its memory alone. What is kept under a number was read from the
 * database after Redis had given that number, and so after every change that had asked for that number or a lower one.
 */
export class Generation {
  private own = 1;
  private shared: number | undefined;
  private highest = 0;

  constructor(private readonly onChange: () => void) {}

  /** The beginning of every key. */
  get token(): string {
    return this.shared === undefined ? `own-${this.own}` : String(this.shared);
  }

  /** Whether other processes read and write it too. */
  get isShared(): boolean {
    return this.shared !== undefined;
  }

  /** The highest number that is known; 0 for none. The next must be higher, also where Redis has lost its memory. */
  get known(): number {
    return this.highest;
  }

  /**
   * Leaves what is kept behind, at once, for a generation of this process's own.
   *
   * @returns what to give to {@link share} with Redis's answer
   */
  raise(): number {
    this.own += 1;
    this.shared = undefined;
    this.onChange();
    return this.own;
  }

  /** Redis has given a number for a raise. It counts if there was none after it: the last one's answer is still to come. */
  share(raised: number, number: number): void {
    this.highest = Math.max(this.highest, number);
    if (raised === this.own) this.moveTo(this.highest);
  }

  /** Another process has raised it to this number. */
  follow(number: number): void {
    this.highest = Math.max(this.highest, number);
    if (this.shared !== undefined) this.moveTo(this.highest);
  }

  private moveTo(number: number): void {
    if (this.shared === number) return;
    this.shared = number;
    this.onChange();
  }
}
