import { text } from 'node:stream/consumers';
import { parse } from 'csv-parse/sync';
import { DAY_MS } from '../../src/platform/common/durations.js';
import type { Database } from '../../src/platform/database/database.js';
import { sql } from '../../src/platform/database/transaction.js';
import type { ExportKind } from '../../src/platform/exports/export-kinds.js';
import { SALES_GROUPS } from '../../src/reports/sales/sales-report.dto.js';
import { generateStoreData, insertStoreData } from '../factories/bulk/store-data.js';
import { createExportServices, staffUser, type ExportServices } from '../support/actions/exports.js';
import { createReports, type Reports } from '../support/actions/reports.js';
import { testConfig } from '../support/stores/config.js';
import { openTestDatabase } from '../support/stores/database.js';
import { createStoreLocation } from '../support/stores/engine.js';
import { TestClock } from '../support/stores/test-clock.js';

const NOW = Date.parse('2026-06-20T12:00:00Z');
const RANGE = { from: '2026-05-04', to: '2026-06-14' };
const LIMIT = 100;
/** A cell that a spreadsheet would execute. */
const FORMULA = '=HYPERLINK("https://example.com")';

let database: Database;
let exportServices: ExportServices;
let owner: ReturnType<typeof staffUser>;
let reports: Reports;

beforeAll(async () => {
  const location = await createStoreLocation();
  const clock = new TestClock(NOW);
  database = await openTestDatabase(location);
  const storeData = generateStoreData({
    seed: 3,
    from: NOW - 90 * DAY_MS,
    until: NOW,
    ordersPerDay: 8,
    instants: [],
  });
  await insertStoreData(database, storeData);
  await database.write(sql`UPDATE sections SET name = ${FORMULA} WHERE name = 'Section 0'`);
  exportServices = createExportServices(database, location.dataDir, clock);
  owner = staffUser(storeData.users[0]!.id);
  reports = createReports(database, testConfig(), clock);
});

type Row = Readonly<Record<string, unknown>>;

/** Runs an export and returns the rows of its file. */
async function exportRows(kind: ExportKind, parameters: Record<string, unknown>): Promise<Row[]> {
  const id = await exportServices.request.run(owner, { kind, parameters });
  await exportServices.run.run(id);
  const { stream } = await exportServices.service.file(owner, id);
  const rows: Row[] = parse(await text(stream), { columns: true, record_delimiter: '\r\n' });
  expect(await exportServices.service.view(owner, id)).toMatchObject({
    status: 'done',
    rowsDone: rows.length,
    rowsTotal: rows.length,
  });
  return rows;
}

/** Amounts in a report, which a file has in rupees. */
const AMOUNTS = ['revenue', 'averageBasket', 'value'];

/** Converts items of a JSON report to the cells of a file. Null becomes an empty cell. */
function asCells(items: readonly object[]): Row[] {
  const cell = (value: string | number | null): string => {
    const cellText = value === null ? '' : String(value);
    return cellText === FORMULA ? `'${cellText}` : cellText;
  };
  return items.map((item) =>
    Object.fromEntries(
      Object.entries(item).map(([name, value]) =>
        AMOUNTS.includes(name)
          ? [`${name} (INR)`, value === null ? '' : (Number(value) / 100).toFixed(2)]
          : [name, cell(value as string | number | null)],
      ),
    ),
  );
}

describe('report exports', () => {
  it.each(SALES_GROUPS)('have the rows of the sales report by %s', async (groupBy) => {
    const { points } = await reports.sales.read({ ...RANGE, groupBy, limit: LIMIT });
    expect(points.length).toBeGreaterThan(1);
    expect(await exportRows('report-sales', { ...RANGE, groupBy })).toEqual(asCells(points));
  });

  it('have sales by day by default', async () => {
    const rows = await exportRows('report-sales', RANGE);
    expect(rows.map(({ key }) => key).slice(0, 2)).toEqual(['2026-05-04', '2026-05-05']);
    expect(rows).toHaveLength(42);
  });

  it.each([
    ['report-low-stock', 'low'],
    ['report-sold-out', 'soldOut'],
    ['report-stock-cover', 'cover'],
    ['report-waste', 'waste'],
    ['report-best-before', 'bestBefore'],
    ['report-never-sold', 'neverSold'],
  ] as const)('have the rows of the stock report: %s', async (kind, name) => {
    const query = { ...RANGE, salesDays: 14, bestBeforeDays: 10 };
    const { [name]: list } = await reports.stock.read({ ...query, limit: LIMIT });
    expect(list.items.length).toBeGreaterThan(1);
    expect(list.items).toHaveLength(list.total);
    expect(await exportRows(kind, query)).toEqual(asCells(list.items));
  });

  it('have the rows of the stock report with default parameters', async () => {
    const { cover } = await reports.stock.read({ salesDays: 28, bestBeforeDays: 7, limit: LIMIT });
    expect(await exportRows('report-stock-cover', {})).toEqual(asCells(cover.items));
  });

  it('have the rows of the engagement report', async () => {
    const query = { ...RANGE, dormantDays: 5, cohortBy: 'first-order' as const };
    const { points, dormant, cohorts } = await reports.engagement.read({ ...query, limit: LIMIT });
    expect(dormant.items.length).toBeGreaterThan(1);
    expect(await exportRows('report-active-shoppers', query)).toEqual(asCells(points));
    expect(await exportRows('report-dormant-shoppers', query)).toEqual(asCells(dormant.items));
    expect(await exportRows('report-cohorts', query)).toEqual(
      asCells(
        cohorts.flatMap(({ month, size, active }) =>
          active.map((shoppers, after) => ({ month, size, after, active: shoppers })),
        ),
      ),
    );
  });
});

describe('refused report exports', () => {
  const request = (kind: ExportKind, parameters: Record<string, unknown>): Promise<string> =>
    exportServices.request.run(owner, { kind, parameters });

  it.each([
    ['report-sales', {}, 'parameters.from', 'field.is-date'],
    ['report-sales', { ...RANGE, groupBy: 'colour' }, 'parameters.groupBy', 'field.is-in'],
    ['report-sales', { ...RANGE, limit: 5 }, 'parameters.limit', 'field.unknown'],
    ['report-stock-cover', { salesDays: 0 }, 'parameters.salesDays', 'field.min'],
    ['report-cohorts', { ...RANGE, cohortBy: 'age' }, 'parameters.cohortBy', 'field.is-in'],
  ] as const)('report invalid parameters of %s: %j', async (kind, parameters, field, code) => {
    const refusal = (await request(kind, parameters).catch((error: unknown) => error)) as {
      code: string;
      parameters: { errors: object[] };
    };
    expect(refusal.code).toBe('request.invalid');
    expect(refusal.parameters.errors).toContainEqual(expect.objectContaining({ field, code }));
  });

  it.each([
    'report-sales',
    'report-waste',
    'report-active-shoppers',
    'report-dormant-shoppers',
    'report-cohorts',
  ] as const)('report a range of %s that ends before it begins', async (kind) => {
    await expect(request(kind, { from: '2026-06-02', to: '2026-06-01' })).rejects.toMatchObject({
      code: 'request.rule-broken',
      parameters: { errors: [{ field: 'parameters.to', code: 'reports.range-backwards' }] },
    });
  });

  it('require access to the report', async () => {
    const shopper = staffUser(owner.id, 'user');
    await expect(
      exportServices.request.run(shopper, { kind: 'report-sales', parameters: RANGE }),
    ).rejects.toMatchObject({ code: 'exports.not-allowed' });
  });
});
