import { performance, type EventLoopUtilization } from 'node:perf_hooks';

/** Shorter samples are noise. */
const MIN_SAMPLE_MS = 100;

/** Utilization above which extra work slows down requests. */
const BUSY_THRESHOLD = 0.8;

/** Measures how busy the event loop of this process was recently. */
export class EventLoopLoad {
  private sampleStart: EventLoopUtilization = performance.eventLoopUtilization();
  private sampledAt = performance.now();
  private wasBusy = false;

  /** Returns whether the event loop was busy since the last sample, if that is long enough ago to measure. */
  isBusy(): boolean {
    const now = performance.now();
    if (now - this.sampledAt < MIN_SAMPLE_MS) return this.wasBusy;
    const sampleEnd = performance.eventLoopUtilization();
    this.wasBusy =
      performance.eventLoopUtilization(sampleEnd, this.sampleStart).utilization >= BUSY_THRESHOLD;
    this.sampleStart = sampleEnd;
    this.sampledAt = now;
    return this.wasBusy;
  }
}
