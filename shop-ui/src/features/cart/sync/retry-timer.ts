const FIRST_PAUSE = 2000;
const MAX_DELAY_MS = 60_000;

/** Tries something again after a while that doubles each time, until it is told that it went well. Times in milliseconds. */
export class RetryTimer {
  private pause = FIRST_PAUSE;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly work: () => void) {}

  /** @param atLeast seconds that the server asked for */
  again(atLeast = 0): void {
    this.cancel();
    this.timer = setTimeout(this.work, Math.max(this.pause, atLeast * 1000));
    this.pause = Math.min(this.pause * 2, MAX_DELAY_MS);
  }

  wentWell(): void {
    this.cancel();
    this.pause = FIRST_PAUSE;
  }

  cancel(): void {
    clearTimeout(this.timer);
  }
}
