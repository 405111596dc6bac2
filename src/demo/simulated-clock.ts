import { Clock } from '../platform/common/clock.js';

/** A clock that shows the time it is told, so that the demo store's past is made by the actions of every day. */
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
