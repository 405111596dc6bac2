/** Number of shoppers who were active on a day and next after `gap` days. */
export interface Visits {
  readonly day: number;
  /** Days until their next activity; at most {@link MONTH_DAYS}, also if there was none. */
  readonly gap: number;
  readonly shoppers: number;
}

/** Shoppers active on a day, in the 7 days ending with it, and in the 30 days ending with it. */
export interface ActiveShoppers {
  readonly daily: number;
  readonly weekly: number;
  readonly monthly: number;
}

export const WEEK_DAYS = 7;
export const MONTH_DAYS = 30;

/**
 * Counts the distinct shoppers active on each day, and in the week and the month up to it.
 *
 * A visit counts from its day on for a week or a month, or until the next visit, which then replaces it. So no shopper
 * counts twice, and the sets of shoppers need not be compared between days.
 *
 * @param visits including those of the month before the first day
 */
export function activeShoppers(visits: readonly Visits[], first: number, last: number): ActiveShoppers[] {
  const days = Array.from({ length: last - first + 1 }, () => ({ daily: 0, weekly: 0, monthly: 0 }));
  for (const { day, gap, shoppers } of visits) {
    for (let after = 0; after < gap; after++) {
      const counted = days[day + after - first];
      if (counted === undefined) continue;
      if (after === 0) counted.daily += shoppers;
      if (after < WEEK_DAYS) counted.weekly += shoppers;
      if (after < MONTH_DAYS) counted.monthly += shoppers;
    }
  }
  return days;
}
