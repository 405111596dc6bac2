import { Injectable } from '@nestjs/common';
import { Config } from '../config/config.js';
import type { EngagementPointView, EngagementReportQuery } from './engagement-report.dto.js';
import { EngagementReport } from './engagement-report.js';
import * as columns from './report-columns.js';
import type { Cell, CohortMonth, Column, ColumnOf } from './report-columns.js';
import { daysOf } from './report-range.js';
import type { SalesPointView, SalesReportQuery } from './sales-report.dto.js';
import { SalesReport } from './sales-report.js';
import type { Part } from './stock-lists.js';
import type { StockReportQuery } from './stock-report.dto.js';
import { StockReport } from './stock-report.js';

/** A report as a table, whole: its columns, and each row's cells in their order. Rows are read as they are asked for. */
export interface ReportTable {
  readonly columns: readonly Column[];
  readonly rows: AsyncIterable<readonly Cell[]>;
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

const ROWS_AT_ONCE = 1000;
/** More sections or products than a store can have: they are added up in one go, whatever part of them is wanted. */
const EVERY_GROUP = 1_000_000;

/** The reports as tables, for whoever writes them into a file. */
@Injectable()
export class ReportRows {
  private readonly tables: Tables = {
    sales: (query) => table(columns.SALES_COLUMNS, this.salesPoints(query)),
    low: () =>
      table(
        columns.LOW_COLUMNS,
        whole((part) => this.stock.low(part)),
      ),
    'sold-out': () =>
      table(
        columns.STOCKED_COLUMNS,
        whole((part) => this.stock.soldOut(part)),
      ),
    cover: ({ salesDays }) =>
      table(
        columns.COVER_COLUMNS,
        whole((part) => this.stock.cover(salesDays, part)),
      ),
    waste: (query) => {
      const days = this.stock.daysOfWaste(query);
      return table(
        columns.WASTE_COLUMNS,
        whole((part) => this.stock.waste(days, part)),
      );
    },
    'best-before': ({ bestBeforeDays }) =>
      table(
        columns.BEST_BEFORE_COLUMNS,
        whole((part) => this.stock.bestBefore(bestBeforeDays, part)),
      ),
    'never-sold': () =>
      table(
        columns.NEVER_SOLD_COLUMNS,
        whole((part) => this.stock.neverSold(part)),
      ),
    activity: (query) => table(columns.ACTIVITY_COLUMNS, this.activity(query)),
    dormant: (query) => {
      const days = daysOf(query, this.config.store.timeZone);
      return table(
        columns.DORMANT_COLUMNS,
        whole((part) => this.engagement.dormant(days, query.dormantDays, part)),
      );
    },
    cohorts: (query) => table(columns.COHORT_COLUMNS, this.cohorts(query)),
  };

  constructor(
    private readonly config: Config,
    private readonly sales: SalesReport,
    private readonly stock: StockReport,
    private readonly engagement: EngagementReport,
  ) {}

  /** @throws RuleBroken where the range is none, at the latest when the first row is asked for */
  of<Name extends keyof TableQueries>(name: Name, query: TableQueries[Name]): ReportTable {
    return this.tables[name](query);
  }

  private async *salesPoints(query: TableQueries['sales']): AsyncGenerator<SalesPointView> {
    yield* (await this.sales.read({ ...query, limit: EVERY_GROUP })).points;
  }

  private async *activity(query: TableQueries['activity']): AsyncGenerator<EngagementPointView> {
    yield* await this.engagement.points(daysOf(query, this.config.store.timeZone));
  }

  private async *cohorts(query: TableQueries['cohorts']): AsyncGenerator<CohortMonth> {
    const days = daysOf(query, this.config.store.timeZone);
    for (const { month, size, active } of await this.engagement.cohorts(days, query.cohortBy)) {
      yield* active.map((shoppers, after) => ({ month, size, after, active: shoppers }));
    }
  }
}

/** A list from its beginning to its end, part by part. */
async function* whole<Item>(
  read: (part: Part) => Promise<{ readonly items: readonly Item[] }>,
): AsyncGenerator<Item> {
  for (let offset = 0; ; offset += ROWS_AT_ONCE) {
    const { items } = await read({ limit: ROWS_AT_ONCE, offset });
    yield* items;
    if (items.length < ROWS_AT_ONCE) return;
  }
}

function table<Item>(shown: readonly ColumnOf<Item>[], items: AsyncIterable<Item>): ReportTable {
  return { columns: shown.map(({ title, kind }) => ({ title, kind })), rows: rowsOf(shown, items) };
}

async function* rowsOf<Item>(
  shown: readonly ColumnOf<Item>[],
  items: AsyncIterable<Item>,
): AsyncGenerator<Cell[]> {
  for await (const item of items) yield shown.map(({ cell }) => cell(item));
}
