import type { GeneratedOrder } from '../../factories/bulk/store-data.js';

/*
 * The files of this folder compute the expected reports from the generated orders one by one. They use the clocks of
 * Intl and none of the code of the store's own reports.
 */

/** The days of a report, both included. */
export interface Range {
  readonly from: string;
  readonly to: string;
}

/** A report, or a part of one, as JSON. */
export type Json = Record<string, unknown>;

/** Returns true if an order counts as a sale. */
export const isSale = (order: GeneratedOrder): boolean => order.status !== 'cancelled';

/** Converts thousandths to a displayed quantity. */
export const toUnits = (thousandths: number): number => thousandths / 1000;

/** Returns the sum of some numbers. */
export const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);

/** Rounds half up with integers, so that no division can be inexact. */
export function divideRounded(revenue: number, orders: number): number {
  if (orders === 0) return 0;
  const quotient = Math.floor(revenue / orders);
  return (revenue - quotient * orders) * 2 >= orders ? quotient + 1 : quotient;
}

/** Groups items by key, in the order in which the keys first occur. */
export function groupByKey<T>(list: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of list) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}

/** Returns the day that is the given number of days later. */
export function addDays(day: string, by: number): string {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + by);
  return date.toISOString().slice(0, 10);
}

/** Returns each day of a range in order. */
export function daysIn({ from, to }: Range): string[] {
  const days = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

/** Returns true if a day is in a range. */
export const inRange = (day: string, { from, to }: Range): boolean => day >= from && day <= to;

/** A local time. */
interface LocalTime {
  readonly day: string;
  readonly hour: string;
  readonly weekday: string;
}

/** The local times of a time zone, according to Intl. */
export class WallClock {
  private readonly format: Intl.DateTimeFormat;
  private readonly cache = new Map<number, LocalTime>();

  constructor(readonly timeZone: string) {
    this.format = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      weekday: 'short',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      hour12: false,
    });
  }

  /** Returns the day, such as 2026-06-01. */
  dayOf(instant: number): string {
    return this.localTimeOf(instant).day;
  }

  /** Returns the hour, from 00 to 23. */
  hourOf(instant: number): string {
    return this.localTimeOf(instant).hour;
  }

  /** Returns the weekday, from Mon to Sun. */
  weekdayOf(instant: number): string {
    return this.localTimeOf(instant).weekday;
  }

  private localTimeOf(instant: number): LocalTime {
    const cached = this.cache.get(instant);
    if (cached !== undefined) return cached;
    const part = Object.fromEntries(
      this.format.formatToParts(instant).map(({ type, value }) => [type, value]),
    );
    const localTime = {
      day: `${part['year']}-${part['month']}-${part['day']}`,
      hour: part['hour'] === '24' ? '00' : (part['hour'] ?? ''),
      weekday: part['weekday'] ?? '',
    };
    this.cache.set(instant, localTime);
    return localTime;
  }
}
