import { DAY_MS, HOUR_MS, WEEK_MS } from '../../src/platform/common/durations.js';
import { COHORTS } from '../../src/reports/engagement/engagement-report.dto.js';
import type { ReportTable } from '../../src/reports/exports/report-table.js';
import { SALES_GROUPS } from '../../src/reports/sales/sales-report.dto.js';
import { generateStoreData, insertStoreData, type StoreData } from '../factories/bulk/store-data.js';
import { createReports, type Reports } from '../support/actions/reports.js';
import { addDays, WallClock } from '../support/reference-reports/calculations.js';
import { ReferenceEngagement } from '../support/reference-reports/engagement.js';
import { ReferenceSales } from '../support/reference-reports/sales.js';
import { ReferenceShopperMonth } from '../support/reference-reports/shopper-month.js';
import { ReferenceStock } from '../support/reference-reports/stock.js';
import { testConfig } from '../support/stores/config.js';
import { openTestDatabase } from '../support/stores/database.js';
import { TestClock } from '../support/stores/test-clock.js';

const HALF_HOUR_MS = HOUR_MS / 2;
const LIMIT = 100;

/** Computes the expected reports. */
function referenceOf(storeData: StoreData, clock: WallClock) {
  return {
    sales: new ReferenceSales(storeData, clock),
    stock: new ReferenceStock(storeData, clock),
    engagement: new ReferenceEngagement(storeData, clock),
    shopperMonth: new ReferenceShopperMonth(storeData, clock),
  };
}

/**
 * Returns every half hour of the three days around an instant, and the millisecond before each. That covers every start
 * of a day or an hour.
 */
function instantsAround(center: number): number[] {
  const start = center - (center % DAY_MS) - DAY_MS;
  return Array.from({ length: 3 * 48 }, (_, i) => start + i * HALF_HOUR_MS).flatMap((instant) => [
    instant - 1,
    instant,
  ]);
}

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

interface Scenario {
  readonly timeZone: string;
  /** An event that the report must handle, in the middle of its range. */
  readonly around: string;
}

/** The comment after each zone states why it is included. */
const SCENARIOS: readonly Scenario[] = [
  { timeZone: 'Asia/Kolkata', around: '2026-01-01T00:00:00+05:30' }, // an offset of half an hour, and a year that ends in week 53
  { timeZone: 'Europe/Berlin', around: '2026-03-29T01:00:00Z' }, // a day of 23 hours
  { timeZone: 'Europe/Berlin', around: '2026-10-25T01:00:00Z' }, // a day of 25 hours
  { timeZone: 'America/St_Johns', around: '2026-03-08T05:30:00Z' }, // a half-hour offset, and a day of 23 hours
  { timeZone: 'America/St_Johns', around: '2010-11-07T02:31:00Z' }, // clocks go back from 00:01: a day that begins twice
  { timeZone: 'Pacific/Kiritimati', around: '2028-02-29T00:00:00+14:00' }, // the largest offset from UTC, and a leap day
  { timeZone: 'Africa/Cairo', around: '2026-04-23T22:00:00Z' }, // a skipped midnight
];

describe.each(SCENARIOS)('six weeks around $around in $timeZone', ({ timeZone, around }) => {
  const center = Date.parse(around);
  const clock = new WallClock(timeZone);
  let storeData: StoreData;
  let expected: ReturnType<typeof referenceOf>;
  let reports: Reports;
  let range: { from: string; to: string };
  let today: string;

  beforeAll(async () => {
    // The data starts before and ends after the reported range, so that there is data that must not be counted.
    const now = center + 4 * WEEK_MS;
    const options = {
      seed: 7,
      from: center - 12 * WEEK_MS,
      until: now,
      ordersPerDay: 12,
      instants: instantsAround(center),
    };
    storeData = generateStoreData(options);
    expected = referenceOf(storeData, clock);
    const database = await openTestDatabase();
    await insertStoreData(database, storeData);
    reports = createReports(database, testConfig({ STORE_TIME_ZONE: timeZone }), new TestClock(now));
    const middle = clock.dayOf(center);
    range = { from: addDays(middle, -21), to: addDays(middle, 20) };
    today = clock.dayOf(now);
  });

  it.each(SALES_GROUPS)('returns the sales by %s', async (groupBy) => {
    const report = await reports.sales.read({ ...range, groupBy, limit: LIMIT });
    expect(report.totals.orders).toBeGreaterThan(300);
    expect(report).toEqual(expected.sales.report(range, groupBy, LIMIT));
  });

  it('returns the sales of each single day around the clock change', async () => {
    for (
      let day = addDays(clock.dayOf(center), -2);
      day <= addDays(clock.dayOf(center), 2);
      day = addDays(day, 1)
    ) {
      for (const groupBy of ['day', 'hour'] as const) {
        const report = await reports.sales.read({ from: day, to: day, groupBy, limit: LIMIT });
        expect(report).toEqual(expected.sales.report({ from: day, to: day }, groupBy, LIMIT));
      }
    }
  });

  it('limits sections and products to the requested number', async () => {
    for (const groupBy of ['section', 'product'] as const) {
      const report = await reports.sales.read({ ...range, groupBy, limit: 3 });
      expect(report.points).toHaveLength(3);
      expect(report).toEqual(expected.sales.report(range, groupBy, 3));
    }
  });

  it('returns the stock report', async () => {
    const query = { salesDays: 28, bestBeforeDays: 7, ...range };
    const { neverSold, waste, ...rest } = expected.stock.lists(today, { ...query, waste: range });
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
    const limited = await reports.stock.read({ ...query, limit: 1 });
    expect(limited.cover).toEqual({ items: report.cover.items.slice(0, 1), total: report.cover.total });
    expect(expected.stock.unsoldIn(range).length).toBeGreaterThanOrEqual(neverSold.length);
  });

  it.each(COHORTS)('returns the engagement report with cohorts by %s', async (cohortBy) => {
    const query = { ...range, dormantDays: 5, cohortBy };
    const report = await reports.engagement.read({ ...query, limit: LIMIT });
    expect(report.dormant.total).toBeGreaterThan(1);
    expect(report.returning).toBeGreaterThan(5);
    expect(report).toEqual(expected.engagement.report(range, today, query));
  });

  it('counts no user as dormant on future days', async () => {
    const query = {
      from: range.from,
      to: addDays(today, 40),
      dormantDays: 12,
      cohortBy: 'registration' as const,
    };
    const report = await reports.engagement.read({ ...query, limit: LIMIT });
    expect(report.dormant.asOf).toBe(today);
    expect(report).toEqual(expected.engagement.report({ from: query.from, to: query.to }, today, query));
  });

  it('returns the month of each shopper', async () => {
    const month = clock.dayOf(center).slice(0, 7);
    for (const user of storeData.users) {
      expect(await reports.monthly.shopper(user.id, month, 'en')).toMatchObject(
        expected.shopperMonth.report(user, month),
      );
    }
  });

  it('returns the month of the store', async () => {
    const month = addDays(clock.dayOf(center), -20).slice(0, 7);
    const report = await reports.monthly.store(month);
    const days = { from: report.sales.from, to: report.sales.to };
    expect([days.from, addDays(days.to, 1).slice(8)]).toEqual([`${month}-01`, '01']);
    expect(report.sales).toEqual(expected.sales.report(days, 'section', LIMIT));
    expect(report.bestSold).toEqual(expected.sales.report(days, 'product', 10)['points']);
    const unsold = expected.stock.unsoldIn(days);
    expect(report.unsold).toEqual({ items: unsold.slice(0, 10), total: unsold.length });
    expect(report.engagement.points).toEqual(
      expected.engagement.report(days, today, { dormantDays: 30, cohortBy: 'registration' })['points'],
    );
    expect(report.stock.waste).toMatchObject(days);
  });

  it('returns every report as rows', async () => {
    const stock = { salesDays: 28, bestBeforeDays: 7, ...range };
    const engagement = { ...range, dormantDays: 5, cohortBy: 'first-order' as const };
    const stockReport = await reports.stock.read({ ...stock, limit: LIMIT });
    const engagementReport = await reports.engagement.read({ ...engagement, limit: LIMIT });
    const sales = await reports.sales.read({ ...range, groupBy: 'product', limit: LIMIT });
    const lengths: [ReportTable, number][] = [
      [reports.rows.of('sales', { ...range, groupBy: 'product' }), sales.pointsTotal],
      [reports.rows.of('low', stock), stockReport.low.total],
      [reports.rows.of('sold-out', stock), stockReport.soldOut.total],
      [reports.rows.of('cover', stock), stockReport.cover.total],
      [reports.rows.of('waste', stock), stockReport.waste.total],
      [reports.rows.of('best-before', stock), stockReport.bestBefore.total],
      [reports.rows.of('never-sold', stock), stockReport.neverSold.total],
      [reports.rows.of('activity', engagement), 42],
      [reports.rows.of('dormant', engagement), engagementReport.dormant.total],
      [
        reports.rows.of('cohorts', engagement),
        engagementReport.cohorts.flatMap((cohort) => cohort.active).length,
      ],
    ];
    for (const [{ columns, count, rows }, length] of lengths) {
      const all = await collect(rows());
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
      'quantityPromised',
      'quantityOnHand',
      'quantityWasted',
      'value',
      'times',
    ]);
    expect(await collect(rows())).toEqual(
      stockReport.waste.items.map((item) => [
        item.productId,
        item.name,
        item.sectionName,
        item.unitType,
        item.quantityAvailable,
        item.quantityPromised,
        item.quantityOnHand,
        item.quantityWasted,
        item.value,
        item.times,
      ]),
    );
  });
});
