import { Clock } from '../../../src/platform/common/clock.js';

/** A clock that stands still until a test changes it. */
export class TestClock extends Clock {
  constructor(private time: number = Date.parse('2026-06-01T08:00:00Z')) {
    super();
  }

  override now(): number {
    return this.time;
  }

  /** @param time an ISO time, or milliseconds since 1970 */
  set(time: string | number): void {
    this.time = typeof time === 'string' ? Date.parse(time) : time;
  }

  advance(milliseconds: number): void {
    this.time += milliseconds;
  }
}
