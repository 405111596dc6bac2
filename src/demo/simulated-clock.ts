import { Clock } from '../platform/common/clock.js';

/** A clock whose time can be set, so that the regular actions create the past of the demo store. */
export class SimulatedClock extends Clock {
  private time = Date.now();

  override now(): number {
    return this.time;
  }

  /** @param time milliseconds since 1970 */
  travelTo(time: number): void {
    this.time = time;
  }
}
