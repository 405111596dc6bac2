/** Limits how often work is done: optional work if it {@link isDue}, or an action that callers {@link schedule}. */
export class Throttle {
  private lastTime = -Infinity;
  private timer: NodeJS.Timeout | undefined;

  /** @param intervalMs minimum time between two runs */
  constructor(
    private readonly intervalMs: number,
    private readonly action: () => void = () => undefined,
  ) {}

  /** Starts a new interval, as if the work had just been done. */
  restart(): this {
    this.lastTime = performance.now();
    return this;
  }

  /** Returns true once per interval. */
  isDue(): boolean {
    if (this.remainingMs() > 0) return false;
    this.restart();
    return true;
  }

  /**
   * Runs the action immediately, or at the end of the interval. Calls during the interval are combined into one run: the
   * action always runs after the last call.
   */
  schedule(): void {
    if (this.timer !== undefined) return;
    if (this.isDue()) this.action();
    else this.timer = setTimeout(() => this.flush(), this.remainingMs()).unref();
  }

  /** Runs a pending call now. */
  flush(): void {
    if (this.timer === undefined) return;
    clearTimeout(this.timer);
    this.timer = undefined;
    this.restart();
    this.action();
  }

  private remainingMs(): number {
    return this.lastTime + this.intervalMs - performance.now();
  }
}
