import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, Max, Min } from 'class-validator';
import { MAX_DAYS, MAX_MONTHS, ReportRangeQuery } from '../report-range.dto.js';
import { MAX_PAGE_SIZE } from '../../platform/http/validation/pagination.js';

export const COHORTS = ['registration', 'first-order'] as const;

export type Cohort = (typeof COHORTS)[number];

/** Days and options of the engagement report. */
export class EngagementReportQuery extends ReportRangeQuery {
  /** Days without activity after which a shopper is dormant. @example 30 */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(366)
  dormantDays: number = 30;

  /** Event whose month assigns shoppers to a cohort: registration or first order. @example registration */
  @IsIn(COHORTS)
  cohortBy: Cohort = 'registration';

  /** Maximum number of dormant shoppers to list. @example 20 */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit: number = 20;
}

export class EngagementPointView {
  /** @example 2026-01-05 */
  day: string;

  /** Shoppers active on that day. @example 31 */
  daily: number;

  /** Shoppers active on that day or the 6 days before. @example 124 */
  weekly: number;

  /** Shoppers active on that day or the 29 days before. @example 298 */
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

  /** Last day of activity; null if there was none. @example 2025-11-20 */
  lastActiveOn: string | null;
}

export class DormantShopperList {
  /** Reference day: the last day of the report, or today if that is earlier. @example 2026-01-31 */
  asOf: string;

  /** @example 30 */
  dormantDays: number;

  /** Dormant shoppers, longest inactive first. */
  @ApiProperty({ maxItems: MAX_PAGE_SIZE })
  items: DormantShopperView[];

  /** Total number of dormant shoppers. @example 57 */
  total: number;
}

export class CohortView {
  /** Month in which the shoppers registered, or first ordered. @example 2026-01 */
  month: string;

  /** Number of shoppers. @example 84 */
  size: number;

  /** Number of them active in that month and in each following month of the report. @example [84,41,33] */
  @ApiProperty({ maxItems: MAX_MONTHS })
  active: number[];
}

/**
 * Activity and retention of shoppers. A signed-in request or a placed order, even if cancelled later, counts as activity
 * on its day. Staff do not count.
 */
export class EngagementReportView {
  /** @example 2026-01-01 */
  from: string;

  /** @example 2026-01-31 */
  to: string;

  /** @example Asia/Kolkata */
  timeZone: string;

  /** Number of active shoppers. @example 312 */
  active: number;

  /** Number of shoppers who registered. @example 96 */
  registered: number;

  /** Number of active shoppers who had registered before. @example 230 */
  returning: number;

  /** All days, including those without activity. */
  @ApiProperty({ maxItems: MAX_DAYS })
  points: EngagementPointView[];

  dormant: DormantShopperList;

  /** @example registration */
  @IsIn(COHORTS)
  cohortBy: Cohort;

  /** All months of the report, including empty ones. The first month counts in full. */
  @ApiProperty({ maxItems: MAX_MONTHS })
  cohorts: CohortView[];
}
