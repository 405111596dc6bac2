/**
 * Runs an action immediately when it is scheduled. Further calls during the interval are combined into one run at its
 * end: the action never runs more often, and always runs after the last call.
 */
export class Throttle {
  private timer: NodeJS.Timeout | undefined;
  private isPending = false;

  /** @param intervalMs minimum time between two runs */
  constructor(
    private readonly intervalMs: number,
    private readonly action: () => void,
  ) {}

  schedule(): void {
    if (this.timer === undefined) this.runAndWait();
    else this.isPending = true;
  }

  /** Runs a pending call now. */
  flush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.isPending) this.action();
    this.isPending = false;
  }

  private runAndWait(): void {
    this.isPending = false;
    this.action();
    this.timer = setTimeout(() => {
      this.timer = undefined;
      if (this.isPending) this.runAndWait();
    }, this.intervalMs);
    this.timer.unref();
  }
}
