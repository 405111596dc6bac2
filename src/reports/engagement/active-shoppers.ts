/** So many shoppers came on a day, and for so many days after it did not come again. */
export interface Visits {
  readonly day: number;
  /** Days until they came next, {@link MONTH} at most, also where they never did. */
  readonly gap: number;
  readonly shoppers: number;
}

/** Those who came on a day, in the week that ends with it, and in the 30 days that do. */
export interface ActiveShoppers {
  readonly daily: number;
  readonly weekly: number;
  readonly monthly: number;
}

export const WEEK = 7;
export const MONTH = 30;

/**
 * How many different shoppers were active on each of some days, in the week and in the month up to it.
 *
 * Each visit makes its shopper count from its day on for a week, or a month, or until the next visit, which then counts in
 * its stead: so that nobody counts twice, and no day's shoppers need to be told from the next day's.
 *
 * @param visits also those of the month before the first day
 */
export function activeShoppers(visits: readonly Visits[], first: number, last: number): ActiveShoppers[] {
  const days = Array.from({ length: last - first + 1 }, () => ({ daily: 0, weekly: 0, monthly: 0 }));
  for (const { day, gap, shoppers } of visits) {
    for (let after = 0; after < gap; after++) {
      const counted = days[day + after - first];
      if (counted === undefined) continue;
      if (after === 0) counted.daily += shoppers;
      if (after < WEEK) counted.weekly += shoppers;
      if (after < MONTH) counted.monthly += shoppers;
    }
  }
  return days;
}
