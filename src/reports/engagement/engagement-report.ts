import { Injectable } from '@nestjs/common';
import { dayText, daysOfMonth, monthOf } from '../../platform/calendar/calendar-days.js';
import { DayRange } from '../../platform/calendar/day-ranges.js';
import { Clock } from '../../platform/common/clock.js';
import { Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import { daysOf } from '../report-range.js';
import type { Part } from '../stock/stock-queries.js';
import { activeShoppers, MONTH, type Visits } from './active-shoppers.js';
import { cohortTable, monthsOf, type CohortActivity, type CohortSize } from './cohorts.js';
import type {
  Cohort,
  CohortView,
  DormantShopperList,
  DormantShopperView,
  EngagementPointView,
  EngagementReportQuery,
  EngagementReportView,
} from './engagement-report.dto.js';
import * as statements from './engagement-sql.js';

interface DormantRow {
  readonly id: string;
  readonly username: string;
  readonly display_name: string;
  readonly last_day: number | null;
  readonly found: number;
}

/** How shoppers come, and come again. */
@Injectable()
export class EngagementReport {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** @throws RuleBroken where the range is none */
  async read(query: EngagementReportQuery): Promise<EngagementReportView> {
    const [figures, dormant] = await Promise.all([this.figures(query), this.away(query)]);
    return { ...figures, dormant };
  }

  /** All of it that names nobody. @throws as read */
  async figures(query: EngagementReportQuery): Promise<Omit<EngagementReportView, 'dormant'>> {
    const { timeZone } = this.config.store;
    const days = daysOf(query, timeZone);
    const [totals, points, cohorts] = await Promise.all([
      this.totals(days),
      this.points(days),
      this.cohorts(days, query.cohortBy),
    ]);
    const registered = points.reduce((sum, point) => sum + point.registered, 0);
    return { ...days.texts, timeZone, ...totals, registered, points, cohortBy: query.cohortBy, cohorts };
  }

  /** Who has been away, by name. @throws as read */
  async away(query: EngagementReportQuery): Promise<DormantShopperList> {
    const days = daysOf(query, this.config.store.timeZone);
    return this.dormant(days, query.dormantDays, { limit: query.limit, offset: 0 });
  }

  /** Approved shoppers who did not come in so many days up to the last of these, or up to today. */
  async dormant(days: DayRange, dormantDays: number, part: Part): Promise<DormantShopperList> {
    const { timeZone } = days;
    const today = DayRange.at(this.clock.now(), timeZone).last;
    const asOf = Math.min(days.last, today);
    const away = new DayRange(timeZone, asOf - dormantDays + 1, asOf);
    const { read, dialect } = this.database;
    const rows = await read.rows<DormantRow>(statements.dormant(dialect, away, part));
    return { asOf: dayText(asOf), dormantDays, items: rows.map(dormantShopper), total: rows[0]?.found ?? 0 };
  }

  /** The cohorts of all months that these days touch. */
  async cohorts(days: DayRange, cohort: Cohort): Promise<CohortView[]> {
    const whole = days.since(daysOfMonth(monthOf(days.first)).first);
    const months = new Map(monthsOf(whole).map((month) => [month, partOf(whole, month)]));
    const { read, dialect } = this.database;
    const [sizes, activity] = await Promise.all([
      read.rows<CohortSize>(statements.cohortSizes(dialect, cohort, whole)),
      read.rows<CohortActivity>(statements.cohortActivity(dialect, cohort, whole, months)),
    ]);
    return cohortTable(whole, sizes, activity);
  }

  private async totals(days: DayRange): Promise<{ active: number; returning: number }> {
    const row = await this.database.read.row<{ active: number; returning_shoppers: number }>(
      statements.activeInAll(days),
    );
    return { active: row?.active ?? 0, returning: row?.returning_shoppers ?? 0 };
  }

  /** Every one of these days, with who came on it and up to it. */
  async points(days: DayRange): Promise<EngagementPointView[]> {
    const { read, dialect } = this.database;
    const [visits, registrations] = await Promise.all([
      read.rows<Visits>(statements.visits(dialect, days.since(days.first - MONTH + 1))),
      read.rows<{ day: number; shoppers: number }>(statements.registrations(days)),
    ]);
    const registered = new Map(registrations.map(({ day, shoppers }) => [day, shoppers]));
    return activeShoppers(visits, days.first, days.last).map((active, i) => ({
      day: dayText(days.first + i),
      ...active,
      registered: registered.get(days.first + i) ?? 0,
    }));
  }
}

function dormantShopper({ id, username, display_name, last_day }: DormantRow): DormantShopperView {
  return {
    userId: id,
    username,
    displayName: display_name,
    lastActiveOn: last_day === null ? null : dayText(last_day),
  };
}

/** A month's days, up to the last of all. */
function partOf({ timeZone, last }: DayRange, month: string): DayRange {
  const days = daysOfMonth(month);
  return new DayRange(timeZone, days.first, Math.min(days.last, last));
}
