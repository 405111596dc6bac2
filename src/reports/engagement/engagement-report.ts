import { Injectable } from '@nestjs/common';
import { formatDay, daysOfMonth, monthOf } from '../../platform/calendar/calendar-days.js';
import { DayRange } from '../../platform/calendar/day-ranges.js';
import { Clock } from '../../platform/common/clock.js';
import { Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import { daysOf } from '../report-range.js';
import type { Part } from '../stock/stock-queries.js';
import { activeShoppers, MONTH_DAYS, type Visits } from './active-shoppers.js';
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

/** Reports the activity and retention of shoppers. */
@Injectable()
export class EngagementReport {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** @throws request.rule-broken if the range is invalid */
  async read(query: EngagementReportQuery): Promise<EngagementReportView> {
    const [aggregates, dormant] = await Promise.all([this.figures(query), this.away(query)]);
    return { ...aggregates, dormant };
  }

  /** Returns the report without personal data. @throws like read */
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

  /** Returns the dormant shoppers by name. @throws like read */
  async away(query: EngagementReportQuery): Promise<DormantShopperList> {
    const days = daysOf(query, this.config.store.timeZone);
    return this.dormant(days, query.dormantDays, { limit: query.limit, offset: 0 });
  }

  /** Lists approved shoppers without activity in the last `dormantDays` days up to the end of the range or today. */
  async dormant(days: DayRange, dormantDays: number, part: Part): Promise<DormantShopperList> {
    const { timeZone } = days;
    const today = DayRange.at(this.clock.now(), timeZone).last;
    const asOf = Math.min(days.last, today);
    const inactiveDays = new DayRange(timeZone, asOf - dormantDays + 1, asOf);
    const { slowRead, dialect } = this.database;
    const rows = await slowRead.rows<DormantRow>(statements.dormant(dialect, inactiveDays, part));
    return {
      asOf: formatDay(asOf),
      dormantDays,
      items: rows.map(dormantShopper),
      total: rows[0]?.found ?? 0,
    };
  }

  /** Returns the cohorts of all months that the days touch. */
  async cohorts(days: DayRange, cohort: Cohort): Promise<CohortView[]> {
    const fullMonths = days.since(daysOfMonth(monthOf(days.first)).first);
    const months = new Map(monthsOf(fullMonths).map((month) => [month, partOf(fullMonths, month)]));
    const { slowRead, dialect } = this.database;
    const [sizes, activity] = await Promise.all([
      slowRead.rows<CohortSize>(statements.cohortSizes(dialect, cohort, fullMonths)),
      slowRead.rows<CohortActivity>(statements.cohortActivity(dialect, cohort, fullMonths, months)),
    ]);
    return cohortTable(fullMonths, sizes, activity);
  }

  private async totals(days: DayRange): Promise<{ active: number; returning: number }> {
    const row = await this.database.slowRead.row<{ active: number; returning_shoppers: number }>(
      statements.activeInAll(days),
    );
    return { active: row?.active ?? 0, returning: row?.returning_shoppers ?? 0 };
  }

  /** Returns every day with its active and registered shoppers. */
  async points(days: DayRange): Promise<EngagementPointView[]> {
    const { slowRead, dialect } = this.database;
    const [visits, registrations] = await Promise.all([
      slowRead.rows<Visits>(statements.visits(dialect, days.since(days.first - MONTH_DAYS + 1))),
      slowRead.rows<{ day: number; shoppers: number }>(statements.registrations(days)),
    ]);
    const registered = new Map(registrations.map(({ day, shoppers }) => [day, shoppers]));
    return activeShoppers(visits, days.first, days.last).map((active, i) => ({
      day: formatDay(days.first + i),
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
    lastActiveOn: last_day === null ? null : formatDay(last_day),
  };
}

/** Returns the days of a month, up to the last day of the range. */
function partOf({ timeZone, last }: DayRange, month: string): DayRange {
  const days = daysOfMonth(month);
  return new DayRange(timeZone, days.first, Math.min(days.last, last));
}
