import { COHORTS } from '../../src/reports/engagement/engagement-report.dto.js';
import type { ReportTable } from '../../src/reports/exports/report-table.js';
import { SALES_GROUPS } from '../../src/reports/sales/sales-report.dto.js';
import { randomTrade, writeTrade, type Trade } from '../factories/trade.js';
import { reportingOn, type Reporting } from '../support/actions/reporting.js';
import { shifted, WallClock } from '../support/reference-reports/days-and-figures.js';
import { ReckonedEngagement } from '../support/reference-reports/engagement.js';
import { ReckonedSales } from '../support/reference-reports/sales.js';
import { ReckonedShopperMonth } from '../support/reference-reports/shopper-month.js';
import { ReckonedStock } from '../support/reference-reports/stock.js';
import { testConfig } from '../support/stores/config.js';
import { openTestDatabase } from '../support/stores/database.js';
import { TestClock } from '../support/stores/test-clock.js';

const DAY = 86_400_000;
const HALF_HOUR = 1_800_000;
const WEEKS = 7 * DAY;
const LIMIT = 100;

/** What the reports must say. */
function reckonedFrom(trade: Trade, clock: WallClock) {
  return {
    sales: new ReckonedSales(trade, clock),
    stock: new ReckonedStock(trade, clock),
    engagement: new ReckonedEngagement(trade, clock),
    shopperMonth: new ReckonedShopperMonth(trade, clock),
  };
}

/** Every half hour of the three days around a moment, to the millisecond and one before: whatever day or hour begins there. */
function aroundTheClock(moment: number): number[] {
  const start = moment - (moment % DAY) - DAY;
  return Array.from({ length: 3 * 48 }, (_, i) => start + i * HALF_HOUR).flatMap((instant) => [
    instant - 1,
    instant,
  ]);
}

async function collected<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

interface Scenario {
  readonly timeZone: string;
  /** Something that the report is to be right about, in the middle of its range. */
  readonly around: string;
}

/** What is said of each zone is why it is here. */
const SCENARIOS: readonly Scenario[] = [
  { timeZone: 'Asia/Kolkata', around: '2026-01-01T00:00:00+05:30' }, // a half hour, and a year that ends in week 53
  { timeZone: 'Europe/Berlin', around: '2026-03-29T01:00:00Z' }, // a day of 23 hours
  { timeZone: 'Europe/Berlin', around: '2026-10-25T01:00:00Z' }, // a day of 25 hours
  { timeZone: 'America/St_Johns', around: '2026-03-08T05:30:00Z' }, // both
  { timeZone: 'America/St_Johns', around: '2010-11-07T02:31:00Z' }, // the clocks went back from 00:01: a day that begins twice
  { timeZone: 'Pacific/Kiritimati', around: '2028-02-29T00:00:00+14:00' }, // as far from UTC as there is, and a leap day
  { timeZone: 'Africa/Cairo', around: '2026-04-23T22:00:00Z' }, // a midnight that is left out
];

describe.each(SCENARIOS)('six weeks around $around in $timeZone', ({ timeZone, around }) => {
  const moment = Date.parse(around);
  const clock = new WallClock(timeZone);
  let trade: Trade;
  let reckoned: ReturnType<typeof reckonedFrom>;
  let reports: Reporting;
  let range: { from: string; to: string };
  let today: string;

  beforeAll(async () => {
    // The trade goes on before and after what is reported, so that what must not be counted is there.
    const now = moment + 4 * WEEKS;
    const options = {
      seed: 7,
      from: moment - 12 * WEEKS,
      until: now,
      ordersADay: 12,
      instants: aroundTheClock(moment),
    };
    trade = randomTrade(options);
    reckoned = reckonedFrom(trade, clock);
    const database = await openTestDatabase();
    await writeTrade(database, trade);
    reports = reportingOn(database, testConfig({ STORE_TIME_ZONE: timeZone }), new TestClock(now));
    const middle = clock.dayOf(moment);
    range = { from: shifted(middle, -21), to: shifted(middle, 20) };
    today = clock.dayOf(now);
  });

  it.each(SALES_GROUPS)('has the sales by %s', async (groupBy) => {
    const report = await reports.sales.read({ ...range, groupBy, limit: LIMIT });
    expect(report.totals.orders).toBeGreaterThan(300);
    expect(report).toEqual(reckoned.sales.report(range, groupBy, LIMIT));
  });

  it('has the sales of the very days around the moment, one by one', async () => {
    for (
      let day = shifted(clock.dayOf(moment), -2);
      day <= shifted(clock.dayOf(moment), 2);
      day = shifted(day, 1)
    ) {
      for (const groupBy of ['day', 'hour'] as const) {
        const report = await reports.sales.read({ from: day, to: day, groupBy, limit: LIMIT });
        expect(report).toEqual(reckoned.sales.report({ from: day, to: day }, groupBy, LIMIT));
      }
    }
  });

  it('names the first sections and products alone where no more are wanted', async () => {
    for (const groupBy of ['section', 'product'] as const) {
      const report = await reports.sales.read({ ...range, groupBy, limit: 3 });
      expect(report.points).toHaveLength(3);
      expect(report).toEqual(reckoned.sales.report(range, groupBy, 3));
    }
  });

  it('has the stock', async () => {
    const query = { salesDays: 28, bestBeforeDays: 7, ...range };
    const { neverSold, waste, ...rest } = reckoned.stock.lists(today, { ...query, waste: range });
    const report = await reports.stock.read({ ...query, limit: LIMIT });
    const listOf = (items: readonly unknown[]): object => ({ items, total: items.length });
    for (const list of [...Object.values(rest), waste, neverSold]) expect(list.length).toBeGreaterThan(1);
    expect(report).toEqual({
      today,
      timeZone,
      currency: 'INR',
      salesDays: 28,
      ...Object.fromEntries(Object.entries(rest).map(([name, items]) => [name, listOf(items)])),
      waste: { ...range, ...listOf(waste) },
      neverSold: listOf(neverSold),
    });
    const cut = await reports.stock.read({ ...query, limit: 1 });
    expect(cut.cover).toEqual({ items: report.cover.items.slice(0, 1), total: report.cover.total });
    expect(reckoned.stock.unsoldIn(range).length).toBeGreaterThanOrEqual(neverSold.length);
  });

  it.each(COHORTS)('has the engagement, with cohorts by %s', async (cohortBy) => {
    const query = { ...range, dormantDays: 5, cohortBy };
    const report = await reports.engagement.read({ ...query, limit: LIMIT });
    expect(report.dormant.total).toBeGreaterThan(1);
    expect(report.returning).toBeGreaterThan(5);
    expect(report).toEqual(reckoned.engagement.report(range, today, query));
  });

  it('tells of nobody as dormant on days that are yet to come', async () => {
    const query = {
      from: range.from,
      to: shifted(today, 40),
      dormantDays: 12,
      cohortBy: 'registration' as const,
    };
    const report = await reports.engagement.read({ ...query, limit: LIMIT });
    expect(report.dormant.asOf).toBe(today);
    expect(report).toEqual(reckoned.engagement.report({ from: query.from, to: query.to }, today, query));
  });

  it('has the month of each shopper', async () => {
    const month = clock.dayOf(moment).slice(0, 7);
    for (const user of trade.users) {
      expect(await reports.monthly.shopper(user.id, month)).toMatchObject(
        reckoned.shopperMonth.figures(user, month),
      );
    }
  });

  it('has the month of the store', async () => {
    const month = shifted(clock.dayOf(moment), -20).slice(0, 7);
    const figures = await reports.monthly.store(month);
    const days = { from: figures.sales.from, to: figures.sales.to };
    expect([days.from, shifted(days.to, 1).slice(8)]).toEqual([`${month}-01`, '01']);
    expect(figures.sales).toEqual(reckoned.sales.report(days, 'section', LIMIT));
    expect(figures.bestSold).toEqual(reckoned.sales.report(days, 'product', 10)['points']);
    const unsold = reckoned.stock.unsoldIn(days);
    expect(figures.unsold).toEqual({ items: unsold.slice(0, 10), total: unsold.length });
    expect(figures.engagement.points).toEqual(
      reckoned.engagement.report(days, today, { dormantDays: 30, cohortBy: 'registration' })['points'],
    );
    expect(figures.stock.waste).toMatchObject(days);
  });

  it('gives every report as rows', async () => {
    const stock = { salesDays: 28, bestBeforeDays: 7, ...range };
    const engagement = { ...range, dormantDays: 5, cohortBy: 'first-order' as const };
    const shown = await reports.stock.read({ ...stock, limit: LIMIT });
    const people = await reports.engagement.read({ ...engagement, limit: LIMIT });
    const sales = await reports.sales.read({ ...range, groupBy: 'product', limit: LIMIT });
    const lengths: [ReportTable, number][] = [
      [reports.rows.of('sales', { ...range, groupBy: 'product' }), sales.pointsTotal],
      [reports.rows.of('low', stock), shown.low.total],
      [reports.rows.of('sold-out', stock), shown.soldOut.total],
      [reports.rows.of('cover', stock), shown.cover.total],
      [reports.rows.of('waste', stock), shown.waste.total],
      [reports.rows.of('best-before', stock), shown.bestBefore.total],
      [reports.rows.of('never-sold', stock), shown.neverSold.total],
      [reports.rows.of('activity', engagement), 42],
      [reports.rows.of('dormant', engagement), people.dormant.total],
      [reports.rows.of('cohorts', engagement), people.cohorts.flatMap((cohort) => cohort.active).length],
    ];
    for (const [{ columns, count, rows }, length] of lengths) {
      const all = await collected(rows());
      expect(all).toHaveLength(length);
      expect(await count()).toBe(length);
      for (const row of all) expect(row).toHaveLength(columns.length);
    }
    const { columns, rows } = reports.rows.of('waste', stock);
    expect(columns.map(({ name }) => name)).toEqual([
      'productId',
      'name',
      'sectionName',
      'unitType',
      'quantityAvailable',
      'quantityWasted',
      'value',
      'times',
    ]);
    expect(await collected(rows())).toEqual(
      shown.waste.items.map((item) => [
        item.productId,
        item.name,
        item.sectionName,
        item.unitType,
        item.quantityAvailable,
        item.quantityWasted,
        item.value,
        item.times,
      ]),
    );
  });
});
