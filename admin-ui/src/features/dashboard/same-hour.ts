interface HourPoint {
  /** "0" to "23". */
  readonly key: string | null;
  readonly revenue: number;
  readonly orders: number;
}

interface Sold {
  readonly revenue: number;
  readonly orders: number;
}

/**
 * What was sold on a day until an hour of it; of the hour that is running, the part that has passed.
 *
 * @param points the day, by the hour
 * @param hours since the day began, 9.5 for half past nine
 */
export function soldBy(points: readonly HourPoint[], hours: number): Sold {
  const share = ({ key }: HourPoint): number => Math.max(0, Math.min(1, hours - Number(key)));
  const sum = (of: (point: HourPoint) => number): number =>
    Math.round(points.reduce((all, point) => all + of(point) * share(point), 0));
  return { revenue: sum(({ revenue }) => revenue), orders: sum(({ orders }) => orders) };
}

/** By how much of `before` the figure has grown: 0.25 for a quarter more; undefined where there is nothing to hold it against. */
export function growth(now: number, before: number): number | undefined {
  return before === 0 ? undefined : (now - before) / before;
}

/** Hours since a moment, such as that at which the store's day began. */
export function hoursSince(moment: string, now: number): number {
  return (now - Date.parse(moment)) / 3_600_000;
}
