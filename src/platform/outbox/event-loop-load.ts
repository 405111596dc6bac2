import { performance, type EventLoopUtilization } from 'node:perf_hooks';

/** Shorter looks say more about the moment than about the load. */
const MIN_SAMPLE_MS = 100;

/** A process that has no more time left than this serves slower for whatever else it does. */
const BUSY_FROM = 0.8;

/** Whether this process has time for more: how much of the time of late its event loop was at work. */
export class EventLoopLoad {
  private since: EventLoopUtilization = performance.eventLoopUtilization();
  private looked = performance.now();
  private isBusyNow = false;

  /** Looks at the time since it was asked before, if that is long enough. */
  isBusy(): boolean {
    const now = performance.now();
    if (now - this.looked < MIN_SAMPLE_MS) return this.isBusyNow;
    const until = performance.eventLoopUtilization();
    this.isBusyNow = performance.eventLoopUtilization(until, this.since).utilization >= BUSY_FROM;
    this.since = until;
    this.looked = now;
    return this.isBusyNow;
  }
}
