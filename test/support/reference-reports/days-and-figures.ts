import type { TradeOrder } from '../../factories/trade.js';

/*
 * The files of this folder reckon what the reports must say from the trade as it was made up: order by order, by asking
 * Intl what the clocks showed, and without any of the code that the store reckons with.
 */

/** The days of a report, both included. */
export interface Range {
  readonly from: string;
  readonly to: string;
}

/** A report, or a part of one, as it would be sent. */
export type Json = Record<string, unknown>;

/** Whether an order holds. */
export const counts = (order: TradeOrder): boolean => order.status !== 'cancelled';

/** A quantity as it is shown. */
export const units = (thousandths: number): number => thousandths / 1000;

/** The sum of some numbers. */
export const add = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);

/** Half up, in whole steps, so that no division can be off. */
export function basket(revenue: number, orders: number): number {
  if (orders === 0) return 0;
  const whole = Math.floor(revenue / orders);
  return (revenue - whole * orders) * 2 >= orders ? whole + 1 : whole;
}

/** What has the same key together, in the order in which the keys came first. */
export function byKey<T>(list: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of list) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}

/** The day that is so many days later. */
export function shifted(day: string, by: number): string {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + by);
  return date.toISOString().slice(0, 10);
}

/** Each day of a range, one after the other. */
export function everyDay({ from, to }: Range): string[] {
  const days = [];
  for (let day = from; day <= to; day = shifted(day, 1)) days.push(day);
  return days;
}

/** Whether a day is one of a range. */
export const inRange = (day: string, { from, to }: Range): boolean => day >= from && day <= to;

/** What a clock on the wall shows. */
interface Shown {
  readonly day: string;
  readonly hour: string;
  readonly weekday: string;
}

/** What the clocks of a time zone showed, as Intl tells it. */
export class WallClock {
  private readonly format: Intl.DateTimeFormat;
  private readonly shown = new Map<number, Shown>();

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

  /** As 2026-06-01. */
  dayOf(instant: number): string {
    return this.show(instant).day;
  }

  /** From 00 to 23. */
  hourOf(instant: number): string {
    return this.show(instant).hour;
  }

  /** From Mon to Sun. */
  weekdayOf(instant: number): string {
    return this.show(instant).weekday;
  }

  private show(instant: number): Shown {
    const known = this.shown.get(instant);
    if (known !== undefined) return known;
    const part = Object.fromEntries(
      this.format.formatToParts(instant).map(({ type, value }) => [type, value]),
    );
    const shown = {
      day: `${part['year']}-${part['month']}-${part['day']}`,
      hour: part['hour'] === '24' ? '00' : (part['hour'] ?? ''),
      weekday: part['weekday'] ?? '',
    };
    this.shown.set(instant, shown);
    return shown;
  }
}
