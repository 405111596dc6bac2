import { print } from '../platform/common/console-output.js';
import { SECOND_MS } from '../platform/common/durations.js';
import { Throttle } from '../platform/common/throttle.js';

const INTERVAL_MS = 5 * SECOND_MS;

/** Receives the share of the demo data that has been loaded, from 0 to 1. */
export type DemoProgress = (share: number) => void;

/** Returns a listener that prints the progress every five seconds. */
export function printedProgress(): DemoProgress {
  const throttle = new Throttle(INTERVAL_MS).restart();
  return (share) => {
    if (throttle.isDue()) print(`  ${Math.floor(share * 100)} % of the demo data`);
  };
}
