import { Type } from 'class-transformer';
import { IsIn, IsInt, Max, Min } from 'class-validator';
import { ReportRangeQuery } from '../report-range.dto.js';

export const COHORTS = ['registration', 'first-order'] as const;

export type Cohort = (typeof COHORTS)[number];

/** Which days, and what to tell of the shoppers. */
export class EngagementReportQuery extends ReportRangeQuery {
  /** Whoever has not come for so many days is dormant. @example 30 */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(366)
  dormantDays: number = 30;

  /** What puts shoppers into a cohort: the month in which they registered, or first ordered. @example registration */
  @IsIn(COHORTS)
  cohortBy: Cohort = 'registration';

  /** How many dormant shoppers to name at most. @example 20 */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit: number = 20;
}

export class EngagementPointView {
  /** @example 2026-01-05 */
  day: string;

  /** Shoppers who came on that day. @example 31 */
  daily: number;

  /** Shoppers who came on that day or the six before. @example 124 */
  weekly: number;

  /** Shoppers who came on that day or the 29 before. @example 298 */
  monthly: number;

  /** Shoppers who registered on that day. @example 4 */
  registered: number;
}

export class DormantShopperView {
  /** @example 01933a52-7c1e-7d09-b0a6-0f6e0c1d2e45 */
  userId: string;

  /** @example asha */
  username: string;

  /** @example "Asha Rao" */
  displayName: string;

  /** The last day on which they came; null where they never have. @example 2025-11-20 */
  lastActiveOn: string | null;
}

export class DormantShopperList {
  /** The day that it is told of: the last of the report, or today where that is yet to come. @example 2026-01-31 */
  asOf: string;

  /** @example 30 */
  dormantDays: number;

  /** Those who have been away the longest come first. */
  items: DormantShopperView[];

  /** How many there are in all. @example 57 */
  total: number;
}

export class CohortView {
  /** The month in which its shoppers registered, or first ordered. @example 2026-01 */
  month: string;

  /** How many they are. @example 84 */
  size: number;

  /** How many of them came in that month, in the next, and so on to the report's last. @example [84,41,33] */
  active: number[];
}

/**
 * How shoppers come, and come again. A shopper comes on a day by any request that is signed in, and by placing an order, also
 * one that is cancelled later. Staff do not count.
 */
export class EngagementReportView {
  /** @example 2026-01-01 */
  from: string;

  /** @example 2026-01-31 */
  to: string;

  /** @example Asia/Kolkata */
  timeZone: string;

  /** Shoppers who came. @example 312 */
  active: number;

  /** Shoppers who registered. @example 96 */
  registered: number;

  /** Shoppers who came and had registered before. @example 230 */
  returning: number;

  /** Every day, also those on which nobody came. */
  points: EngagementPointView[];

  dormant: DormantShopperList;

  /** @example registration */
  @IsIn(COHORTS)
  cohortBy: Cohort;

  /** Every month of the report, whole at its beginning, also where it has nobody. */
  cohorts: CohortView[];
}
