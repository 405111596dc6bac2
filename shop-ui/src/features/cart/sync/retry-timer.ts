import { MINUTE_MS, SECOND_MS } from 'ui-common/dates/durations';

const FIRST_DELAY_MS = 2 * SECOND_MS;
const MAX_DELAY_MS = MINUTE_MS;

/** Retries an action with a delay that doubles each time, until it succeeds. */
export class RetryTimer {
  private delayMs = FIRST_DELAY_MS;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly work: () => void) {}

  /** Schedules the next attempt. @param minSeconds delay that the server requested */
  schedule(minSeconds = 0): void {
    this.cancel();
    this.timer = setTimeout(this.work, Math.max(this.delayMs, minSeconds * SECOND_MS));
    this.delayMs = Math.min(this.delayMs * 2, MAX_DELAY_MS);
  }

  /** Cancels the next attempt and restores the first delay. Call it after a success. */
  reset(): void {
    this.cancel();
    this.delayMs = FIRST_DELAY_MS;
  }

  cancel(): void {
    clearTimeout(this.timer);
  }
}
