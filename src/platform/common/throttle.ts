/**
 * Does something at once when it is asked for, and if it is asked for again too early, once more at the end of the
 * interval: never more often, and always after the last time that it was asked for.
 */
export class Throttle {
  private timer: NodeJS.Timeout | undefined;
  private isAskedFor = false;

  /** @param interval in milliseconds */
  constructor(
    private readonly interval: number,
    private readonly act: () => void,
  ) {}

  schedule(): void {
    if (this.timer === undefined) this.actAndWait();
    else this.isAskedFor = true;
  }

  /** What is still to be done is done now. */
  flush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.isAskedFor) this.act();
    this.isAskedFor = false;
  }

  private actAndWait(): void {
    this.isAskedFor = false;
    this.act();
    this.timer = setTimeout(() => {
      this.timer = undefined;
      if (this.isAskedFor) this.actAndWait();
    }, this.interval);
    this.timer.unref();
  }
}
