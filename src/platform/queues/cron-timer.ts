import { CronExpressionParser } from 'cron-parser';
import type { Clock } from '../common/clock.js';
import { MINUTE_MS } from '../common/durations.js';

/** The clock may be set while a timer runs: the time is read again after this long at the latest. */
const MAX_SLEEP_MS = MINUTE_MS;

/** Calls back once for each due time of a cron expression, also if the clock is set back. */
export class CronTimer {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly cron: string,
    private readonly timeZone: string,
    private readonly clock: Clock,
    private readonly onDue: (dueAt: number) => void,
  ) {
    this.arm(this.nextAfter(clock.now()));
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  private arm(dueAt: number): void {
    const sleep = Math.min(Math.max(dueAt - this.clock.now(), 0), MAX_SLEEP_MS);
    this.timer = setTimeout(() => this.check(dueAt), sleep).unref();
  }

  private check(dueAt: number): void {
    const now = this.clock.now();
    if (now < dueAt) {
      this.arm(dueAt);
      return;
    }
    this.onDue(dueAt);
    this.arm(this.nextAfter(Math.max(dueAt, now)));
  }

  private nextAfter(instant: number): number {
    const options = { tz: this.timeZone, currentDate: new Date(instant) };
    return CronExpressionParser.parse(this.cron, options).next().getTime();
  }
}
