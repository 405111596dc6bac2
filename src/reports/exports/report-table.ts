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
import type { TaxGroup, TaxRowView } from '../tax/tax-report.dto.js';
import { TaxReport } from '../tax/tax-report.js';
import * as columns from './report-columns.js';
import type { Cell, CohortMonth, Column, ColumnOf } from './report-columns.js';

/** A complete report as a table. */
export interface ReportTable {
  readonly columns: readonly Column[];
  /** Returns the current number of rows. */
  readonly count: () => Promise<number>;
  /** Reads the rows lazily, from the first on. Each has its cells in column order. */
  readonly rows: () => AsyncIterable<readonly Cell[]>;
}

type WithoutLimit<Query> = Omit<Query, 'limit'>;

/** Queries of the tables: those of the reports without their limit. */
export interface TableQueries {
  readonly sales: WithoutLimit<SalesReportQuery>;
  readonly low: WithoutLimit<StockReportQuery>;
  readonly 'sold-out': WithoutLimit<StockReportQuery>;
  readonly cover: WithoutLimit<StockReportQuery>;
  readonly waste: WithoutLimit<StockReportQuery>;
  readonly 'best-before': WithoutLimit<StockReportQuery>;
  readonly 'never-sold': WithoutLimit<StockReportQuery>;
  readonly activity: WithoutLimit<EngagementReportQuery>;
  readonly dormant: WithoutLimit<EngagementReportQuery>;
  readonly cohorts: WithoutLimit<EngagementReportQuery>;
  readonly 'tax-rates': ReportRangeQuery;
  readonly 'tax-hsn': ReportRangeQuery;
  readonly 'tax-documents': ReportRangeQuery;
}

type Tables = { readonly [Name in keyof TableQueries]: (query: TableQueries[Name]) => ReportTable };

/** Reads a page of a list. `total` counts the items of the entire list. */
type ReadPart<Item> = (part: Part) => Promise<{ readonly items: readonly Item[]; readonly total: number }>;

const PAGE_SIZE = 1000;
/** More sections or products than a store can have. A single statement aggregates all of them, so paging saves nothing. */
const MAX_GROUPS = 1_000_000;

/** Provides the reports as tables for export files. */
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
    'tax-rates': (query) => this.taxTable(columns.TAX_RATE_COLUMNS, 'rate', query),
    'tax-hsn': (query) => this.taxTable(columns.TAX_HSN_COLUMNS, 'hsn', query),
    'tax-documents': (query) => this.taxTable(columns.TAX_DOCUMENT_COLUMNS, 'document', query),
  };

  constructor(
    private readonly config: Config,
    private readonly sales: SalesReport,
    private readonly stock: StockReport,
    private readonly engagement: EngagementReport,
    private readonly taxes: TaxReport,
  ) {}

  /** @throws request.rule-broken if the range is invalid */
  of<Name extends keyof TableQueries>(name: Name, query: TableQueries[Name]): ReportTable {
    return this.tables[name](query);
  }

  private daysOf(range: ReportRangeQuery): DayRange {
    return daysOf(range, this.config.store.timeZone);
  }

  private salesTable(query: TableQueries['sales']): ReportTable {
    // Refuse an invalid range here, not when the first row is read.
    this.daysOf(query);
    const points = async (): Promise<SalesPointView[]> =>
      (await this.sales.read({ ...query, limit: MAX_GROUPS })).points;
    return table(
      columns.SALES_COLUMNS,
      async () => (await this.sales.read({ ...query, limit: 1 })).pointsTotal,
      async function* () {
        yield* await points();
      },
    );
  }

  private taxTable(
    tableColumns: readonly ColumnOf<TaxRowView>[],
    by: TaxGroup,
    query: ReportRangeQuery,
  ): ReportTable {
    const days = this.daysOf(query);
    const rows = (): Promise<TaxRowView[]> => this.taxes.rows(by, days);
    return table(
      tableColumns,
      async () => (await rows()).length,
      async function* () {
        yield* await rows();
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
      // The first cohort has a row for each month, the last cohort has one.
      async () => (months * (months + 1)) / 2,
      async function* (): AsyncGenerator<CohortMonth> {
        for (const { month, size, active } of await cohorts()) {
          yield* active.map((shoppers, after) => ({ month, size, after, active: shoppers }));
        }
      },
    );
  }
}

function list<Item>(tableColumns: readonly ColumnOf<Item>[], read: ReadPart<Item>): ReportTable {
  return table(
    tableColumns,
    async () => (await read({ limit: 1, offset: 0 })).total,
    () => allItems(read),
  );
}

/** Reads an entire list, page by page. */
async function* allItems<Item>(read: ReadPart<Item>): AsyncGenerator<Item> {
  for (let offset = 0; ; offset += PAGE_SIZE) {
    const { items } = await read({ limit: PAGE_SIZE, offset });
    yield* items;
    if (items.length < PAGE_SIZE) return;
  }
}

function table<Item>(
  tableColumns: readonly ColumnOf<Item>[],
  count: () => Promise<number>,
  items: () => AsyncIterable<Item>,
): ReportTable {
  return {
    columns: tableColumns.map(({ name, kind }) => ({ name, kind })),
    count,
    rows: () => rowsOf(tableColumns, items()),
  };
}

async function* rowsOf<Item>(
  tableColumns: readonly ColumnOf<Item>[],
  items: AsyncIterable<Item>,
): AsyncGenerator<Cell[]> {
  for await (const item of items) yield tableColumns.map(({ cell }) => cell(item));
}
