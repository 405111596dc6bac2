import type { StoreData, GeneratedUser } from '../../factories/bulk/store-data.js';
import { sumOf, isSale, daysIn, addDays, type Json, type Range, type WallClock } from './calculations.js';

/** Parameters of the engagement report. */
interface EngagementQuery {
  readonly dormantDays: number;
  readonly cohortBy: string;
}

/** Computes the expected engagement report. */
export class ReferenceEngagement {
  private readonly shoppers: readonly GeneratedUser[];
  private readonly daysOf: ReadonlyMap<GeneratedUser, ReadonlySet<string>>;

  constructor(
    private readonly storeData: StoreData,
    private readonly clock: WallClock,
  ) {
    this.shoppers = storeData.users.filter((user) => user.role === 'user');
    this.daysOf = new Map(this.shoppers.map((user) => [user, this.activeDays(user)]));
  }

  /** Returns the whole report. */
  report(range: Range, today: string, { dormantDays, cohortBy }: EngagementQuery): Json {
    const active = this.shoppers.filter((user) => this.wasActive(user, range.from, range.to));
    const points = daysIn(range).map((day) => ({
      day,
      daily: this.shoppers.filter((user) => this.daysOf.get(user)?.has(day)).length,
      weekly: this.shoppers.filter((user) => this.wasActive(user, addDays(day, -6), day)).length,
      monthly: this.shoppers.filter((user) => this.wasActive(user, addDays(day, -29), day)).length,
      registered: this.shoppers.filter((user) => this.registeredOn(user) === day).length,
    }));
    return {
      ...range,
      timeZone: this.clock.timeZone,
      active: active.length,
      registered: sumOf(points.map((point) => point.registered)),
      returning: active.filter((user) => this.registeredOn(user) < range.from).length,
      points,
      dormant: this.dormant(range.to < today ? range.to : today, dormantDays),
      cohortBy,
      cohorts: this.cohorts(range, cohortBy),
    };
  }

  private dormant(asOf: string, dormantDays: number): Json {
    const dormant = this.shoppers
      .filter((user) => user.status === 'approved' && this.registeredOn(user) <= addDays(asOf, -dormantDays))
      .filter((user) => !this.wasActive(user, addDays(asOf, 1 - dormantDays), asOf))
      .map((user) => ({ user, last: this.lastDay(user, asOf) }))
      .sort(
        (a, b) =>
          (a.last ?? '').localeCompare(b.last ?? '') ||
          a.user.createdAt - b.user.createdAt ||
          (a.user.id < b.user.id ? -1 : 1),
      );
    return {
      asOf,
      dormantDays,
      items: dormant.map(({ user, last }) => ({
        userId: user.id,
        username: user.username,
        displayName: user.username.toUpperCase(),
        lastActiveOn: last,
      })),
      total: dormant.length,
    };
  }

  private cohorts(range: Range, cohortBy: string): Json[] {
    const months = [...new Set(daysIn(range).map((day) => day.slice(0, 7)))];
    return months.map((month, i) => {
      const members = this.shoppers.filter(
        (user) =>
          this.cohortOf(user, cohortBy) === month &&
          (cohortBy !== 'registration' || this.registeredOn(user) <= range.to),
      );
      const active = months
        .slice(i)
        .map(
          (later) =>
            members.filter((user) =>
              [...(this.daysOf.get(user) ?? [])].some((day) => day.startsWith(later) && day <= range.to),
            ).length,
        );
      return { month, size: members.length, active };
    });
  }

  /** Returns the month of a shopper's cohort. It is undefined if it depends on a first order and there is none. */
  private cohortOf(user: GeneratedUser, cohortBy: string): string | undefined {
    if (cohortBy === 'registration') return this.registeredOn(user).slice(0, 7);
    const own = this.storeData.orders.filter((order) => order.user === user && isSale(order));
    const first = own.map((order) => order.timestamp).sort((a, b) => a - b)[0];
    return first === undefined ? undefined : this.clock.dayOf(first).slice(0, 7);
  }

  /** Returns the active days, which include those of cancelled orders. */
  private activeDays(user: GeneratedUser): Set<string> {
    return new Set([
      ...this.storeData.activity.filter((entry) => entry.user === user).map((entry) => entry.day),
      ...this.storeData.orders
        .filter((order) => order.user === user)
        .map((order) => this.clock.dayOf(order.timestamp)),
    ]);
  }

  private wasActive(user: GeneratedUser, from: string, to: string): boolean {
    return [...(this.daysOf.get(user) ?? [])].some((day) => day >= from && day <= to);
  }

  private lastDay(user: GeneratedUser, asOf: string): string | null {
    const days = [...(this.daysOf.get(user) ?? [])].filter((day) => day <= asOf);
    return days.sort().at(-1) ?? null;
  }

  private registeredOn(user: GeneratedUser): string {
    return this.clock.dayOf(user.createdAt);
  }
}
