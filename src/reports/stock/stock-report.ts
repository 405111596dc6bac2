import { Injectable } from '@nestjs/common';
import { dayNumber, dayText } from '../../platform/calendar/calendar-days.js';
import { DayRange } from '../../platform/calendar/day-ranges.js';
import { Clock } from '../../platform/common/clock.js';
import { fromThousandths } from '../../platform/common/money/quantity.js';
import { Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import type { Sql } from '../../platform/database/transaction.js';
import { daysOf } from '../report-range.js';
import { average, worth } from '../sales/money-math.js';
import * as lists from './stock-queries.js';
import type {
  AgeingProductView,
  CoveredProductView,
  LowProductView,
  StockedProductView,
  StockReportQuery,
  StockReportView,
  UnsoldProductView,
  WastedProductView,
} from './stock-report.dto.js';

/** A list's first products, and how many it has in all. */
interface Listed<View> {
  readonly items: View[];
  readonly total: number;
}

/** The stock as it is, and what has become of it. */
@Injectable()
export class StockReport {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** @throws RuleBroken where the range of the waste is none */
  async read(query: StockReportQuery): Promise<StockReportView> {
    const { salesDays, bestBeforeDays, limit } = query;
    const { timeZone, currency } = this.config.store;
    const part = { limit, offset: 0 };
    const wasted = this.daysOfWaste(query);
    const [low, soldOut, cover, waste, bestBefore, neverSold] = await Promise.all([
      this.low(part),
      this.soldOut(part),
      this.cover(salesDays, part),
      this.waste(wasted, part),
      this.bestBefore(bestBeforeDays, part),
      this.neverSold(part),
    ]);
    return {
      today: dayText(this.today().first),
      timeZone,
      currency,
      salesDays,
      low,
      soldOut,
      cover,
      waste: { ...wasted.texts, ...waste },
      bestBefore,
      neverSold,
    };
  }

  /** The days that the waste is asked for. @throws RuleBroken */
  daysOfWaste({ from, to, salesDays }: Omit<StockReportQuery, 'limit'>): DayRange {
    const last = to ?? dayText(this.today().last);
    const first = from ?? dayText(dayNumber(last) - salesDays + 1);
    return daysOf({ from: first, to: last }, this.config.store.timeZone);
  }

  async low(part: lists.Part): Promise<Listed<LowProductView>> {
    return listed(await this.rows<lists.LowRow>(lists.lowStock(part)), (row) => ({
      ...stockedProduct(row),
      lowStockThreshold: fromThousandths(row.threshold),
    }));
  }

  async soldOut(part: lists.Part): Promise<Listed<StockedProductView>> {
    return listed(await this.rows<lists.StockRow>(lists.soldOut(part)), stockedProduct);
  }

  /** @param salesDays how many days the mean daily sale is of, up to yesterday: today is not over */
  async cover(salesDays: number, part: lists.Part): Promise<Listed<CoveredProductView>> {
    const today = this.today();
    const days = new DayRange(today.timeZone, today.first - salesDays, today.first - 1);
    return listed(await this.rows<lists.CoveredRow>(lists.cover(days, part)), (row) => ({
      ...stockedProduct(row),
      quantitySold: fromThousandths(row.sold),
      daysOfCover: average(row.available * salesDays * 10, row.sold) / 10,
    }));
  }

  async waste(days: DayRange, part: lists.Part): Promise<Listed<WastedProductView>> {
    return listed(await this.rows<lists.WastedRow>(lists.waste(days, part)), (row) => ({
      ...stockedProduct(row),
      quantityWasted: fromThousandths(row.wasted),
      value: worth(row.rate, row.wasted),
      times: row.times,
    }));
  }

  async bestBefore(withinDays: number, part: lists.Part): Promise<Listed<AgeingProductView>> {
    const today = this.today().first;
    return listed(
      await this.rows<lists.AgeingRow>(lists.bestBefore(dayText(today + withinDays), part)),
      (row) => ({
        ...stockedProduct(row),
        bestBefore: row.best_before,
        daysLeft: dayNumber(row.best_before) - today,
      }),
    );
  }

  async neverSold(part: lists.Part): Promise<Listed<UnsoldProductView>> {
    return listed(await this.rows<lists.UnsoldRow>(lists.neverSold(part)), unsoldProduct);
  }

  /** What was on sale by the end of these days, and not sold in them. */
  async unsoldIn(days: DayRange, part: lists.Part): Promise<Listed<UnsoldProductView>> {
    return listed(await this.rows<lists.UnsoldRow>(lists.unsoldIn(days, part)), unsoldProduct);
  }

  /** What is on sale and in stock, at today's rates: in minor units, each product half up. */
  async value(): Promise<number> {
    const row = await this.database.read.row<{ value: number }>(lists.valueOnSale());
    return row?.value ?? 0;
  }

  private today(): DayRange {
    return DayRange.at(this.clock.now(), this.config.store.timeZone);
  }

  private rows<Row>(statement: Sql): Promise<Row[]> {
    return this.database.read.rows<Row>(statement);
  }
}

function listed<Row extends lists.StockRow, View>(
  rows: readonly Row[],
  view: (row: Row) => View,
): Listed<View> {
  return { items: rows.map(view), total: rows[0]?.found ?? 0 };
}

function stockedProduct({ id, name, section, unit, available }: lists.StockRow): StockedProductView {
  return {
    productId: id,
    name,
    sectionName: section,
    unitType: unit,
    quantityAvailable: fromThousandths(available),
  };
}

function unsoldProduct(row: lists.UnsoldRow): UnsoldProductView {
  return { ...stockedProduct(row), createdAt: new Date(row.created_at).toISOString() };
}
