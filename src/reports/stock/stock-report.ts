import { Injectable } from '@nestjs/common';
import { dayNumber, formatDay } from '../../platform/calendar/calendar-days.js';
import { DayRange } from '../../platform/calendar/day-ranges.js';
import { Clock } from '../../platform/common/clock.js';
import { toIsoString } from '../../platform/common/iso-time.js';
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

/** First products of a list, and their total number. */
interface Listed<View> {
  readonly items: View[];
  readonly total: number;
}

/** Reports the current stock, and its sales and waste. */
@Injectable()
export class StockReport {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** @throws request.rule-broken if the range of the waste is invalid */
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
      today: formatDay(this.today().first),
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

  /** Returns the days of the waste. @throws request.rule-broken */
  daysOfWaste({ from, to, salesDays }: Omit<StockReportQuery, 'limit'>): DayRange {
    const last = to ?? formatDay(this.today().last);
    const first = from ?? formatDay(dayNumber(last) - salesDays + 1);
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

  /** @param salesDays number of days for the mean daily sales, up to yesterday: today is incomplete */
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
      await this.rows<lists.AgeingRow>(lists.bestBefore(formatDay(today + withinDays), part)),
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

  /** Lists products that were on sale by the end of these days and not sold in them. */
  async unsoldIn(days: DayRange, part: lists.Part): Promise<Listed<UnsoldProductView>> {
    return listed(await this.rows<lists.UnsoldRow>(lists.unsoldIn(days, part)), unsoldProduct);
  }

  /** Returns the value of products on sale and in stock, at today's rates, in minor units. Each product is rounded half up. */
  async value(): Promise<number> {
    const row = await this.database.slowRead.row<{ value: number }>(lists.valueOnSale());
    return row?.value ?? 0;
  }

  private today(): DayRange {
    return DayRange.at(this.clock.now(), this.config.store.timeZone);
  }

  private rows<Row>(statement: Sql): Promise<Row[]> {
    return this.database.slowRead.rows<Row>(statement);
  }
}

function listed<Row extends lists.StockRow, View>(
  rows: readonly Row[],
  view: (row: Row) => View,
): Listed<View> {
  return { items: rows.map(view), total: rows[0]?.found ?? 0 };
}

function stockedProduct({
  id,
  name,
  section,
  unit,
  available,
  promised,
}: lists.StockRow): StockedProductView {
  return {
    productId: id,
    name,
    sectionName: section,
    unitType: unit,
    quantityAvailable: fromThousandths(available),
    quantityPromised: fromThousandths(promised),
    quantityOnHand: fromThousandths(available + promised),
  };
}

function unsoldProduct(row: lists.UnsoldRow): UnsoldProductView {
  return { ...stockedProduct(row), createdAt: toIsoString(row.created_at) };
}
