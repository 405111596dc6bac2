import { Injectable } from '@nestjs/common';
import type { DayRange } from '../../platform/calendar/day-ranges.js';
import { Config } from '../../platform/config/config.js';
import { monthsOf } from '../engagement/cohorts.js';
import type { EngagementPointView, EngagementReportQuery } from '../engagement/engagement-report.dto.js';
import { EngagementReport } from '../engagement/engagement-report.js';
import type { ReportRangeQuery } from '../report-range.dto.js';
import { daysOf } from '../report-range.js';
import type { SalesPointView, SalesReportQuery } from '../sales/sales-report.dto.js';
import { SalesReport } from '../sales/sales-report.js';
import type { Part } from '../stock/stock-queries.js';
import type { StockReportQuery } from '../stock/stock-report.dto.js';
import { StockReport } from '../stock/stock-report.js';
import * as columns from './report-columns.js';
import type { Cell, CohortMonth, Column, ColumnOf } from './report-columns.js';

/** A report as a table, whole. */
export interface ReportTable {
  readonly columns: readonly Column[];
  /** How many rows it has by now. */
  readonly count: () => Promise<number>;
  /** Each row's cells in the order of the columns, from the first row on. They are read as they are asked for. */
  readonly rows: () => AsyncIterable<readonly Cell[]>;
}

type Whole<Query> = Omit<Query, 'limit'>;

/** Which table, by the reports' own queries without their limit. */
export interface TableQueries {
  readonly sales: Whole<SalesReportQuery>;
  readonly low: Whole<StockReportQuery>;
  readonly 'sold-out': Whole<StockReportQuery>;
  readonly cover: Whole<StockReportQuery>;
  readonly waste: Whole<StockReportQuery>;
  readonly 'best-before': Whole<StockReportQuery>;
  readonly 'never-sold': Whole<StockReportQuery>;
  readonly activity: Whole<EngagementReportQuery>;
  readonly dormant: Whole<EngagementReportQuery>;
  readonly cohorts: Whole<EngagementReportQuery>;
}

type Tables = { readonly [Name in keyof TableQueries]: (query: TableQueries[Name]) => ReportTable };

/** A part of a list, and how many items the whole has. */
type ReadPart<Item> = (part: Part) => Promise<{ readonly items: readonly Item[]; readonly total: number }>;

const ROWS_AT_ONCE = 1000;
/** More sections or products than a store can have: they are added up in one go, whatever part of them is wanted. */
const EVERY_GROUP = 1_000_000;

/** The reports as tables, for whoever writes them into a file. */
@Injectable()
export class ReportRows {
  private readonly tables: Tables = {
    sales: (query) => this.salesTable(query),
    low: () => list(columns.LOW_COLUMNS, (part) => this.stock.low(part)),
    'sold-out': () => list(columns.STOCKED_COLUMNS, (part) => this.stock.soldOut(part)),
    cover: ({ salesDays }) => list(columns.COVER_COLUMNS, (part) => this.stock.cover(salesDays, part)),
    waste: (query) => {
      const days = this.stock.daysOfWaste(query);
      return list(columns.WASTE_COLUMNS, (part) => this.stock.waste(days, part));
    },
    'best-before': ({ bestBeforeDays }) =>
      list(columns.BEST_BEFORE_COLUMNS, (part) => this.stock.bestBefore(bestBeforeDays, part)),
    'never-sold': () => list(columns.NEVER_SOLD_COLUMNS, (part) => this.stock.neverSold(part)),
    activity: (query) => this.activityTable(this.daysOf(query)),
    dormant: (query) => {
      const days = this.daysOf(query);
      return list(columns.DORMANT_COLUMNS, (part) => this.engagement.dormant(days, query.dormantDays, part));
    },
    cohorts: (query) => this.cohortsTable(this.daysOf(query), query),
  };

  constructor(
    private readonly config: Config,
    private readonly sales: SalesReport,
    private readonly stock: StockReport,
    private readonly engagement: EngagementReport,
  ) {}

  /** @throws RuleBroken where the range is none */
  of<Name extends keyof TableQueries>(name: Name, query: TableQueries[Name]): ReportTable {
    return this.tables[name](query);
  }

  private daysOf(range: ReportRangeQuery): DayRange {
    return daysOf(range, this.config.store.timeZone);
  }

  private salesTable(query: TableQueries['sales']): ReportTable {
    // What is wrong with the range is told at once, and not when the first row is asked for.
    this.daysOf(query);
    const points = async (): Promise<SalesPointView[]> =>
      (await this.sales.read({ ...query, limit: EVERY_GROUP })).points;
    return table(
      columns.SALES_COLUMNS,
      async () => (await this.sales.read({ ...query, limit: 1 })).pointsTotal,
      async function* () {
        yield* await points();
      },
    );
  }

  private activityTable(days: DayRange): ReportTable {
    const points = (): Promise<EngagementPointView[]> => this.engagement.points(days);
    return table(
      columns.ACTIVITY_COLUMNS,
      async () => days.count,
      async function* () {
        yield* await points();
      },
    );
  }

  private cohortsTable(days: DayRange, { cohortBy }: TableQueries['cohorts']): ReportTable {
    const cohorts = () => this.engagement.cohorts(days, cohortBy);
    const months = monthsOf(days).length;
    return table(
      columns.COHORT_COLUMNS,
      // The first month's cohort is looked at in each month, the last one's in one.
      async () => (months * (months + 1)) / 2,
      async function* (): AsyncGenerator<CohortMonth> {
        for (const { month, size, active } of await cohorts()) {
          yield* active.map((shoppers, after) => ({ month, size, after, active: shoppers }));
        }
      },
    );
  }
}

function list<Item>(shown: readonly ColumnOf<Item>[], read: ReadPart<Item>): ReportTable {
  return table(
    shown,
    async () => (await read({ limit: 1, offset: 0 })).total,
    () => whole(read),
  );
}

/** A list from its beginning to its end, part by part. */
async function* whole<Item>(read: ReadPart<Item>): AsyncGenerator<Item> {
  for (let offset = 0; ; offset += ROWS_AT_ONCE) {
    const { items } = await read({ limit: ROWS_AT_ONCE, offset });
    yield* items;
    if (items.length < ROWS_AT_ONCE) return;
  }
}

function table<Item>(
  shown: readonly ColumnOf<Item>[],
  count: () => Promise<number>,
  items: () => AsyncIterable<Item>,
): ReportTable {
  return {
    columns: shown.map(({ name, kind }) => ({ name, kind })),
    count,
    rows: () => rowsOf(shown, items()),
  };
}

async function* rowsOf<Item>(
  shown: readonly ColumnOf<Item>[],
  items: AsyncIterable<Item>,
): AsyncGenerator<Cell[]> {
  for await (const item of items) yield shown.map(({ cell }) => cell(item));
}
