import { text } from 'node:stream/consumers';
import { parse } from 'csv-parse/sync';
import { MINUTE_MS } from '../../src/platform/common/durations.js';
import { createExportServices } from '../support/actions/exports.js';
import { ImportStore } from '../support/actions/imports.js';

let store: ImportStore;

beforeAll(async () => {
  store = await ImportStore.open();
});

afterEach(() => store.clear());

const START = '2026-06-01T08:00:00.000Z';
const LATER = '2026-06-01T09:00:00.000Z';

beforeEach(() => store.clock.set(START));

async function importRates(...rows: string[]): Promise<void> {
  const view = await store.importFile(
    ['section,name,sku,unitType,price (INR)', ...rows.map((row) => `Fruits,${row}`)].join('\n'),
  );
  expect(view.status).toBe('done');
}

/** Returns the rows of an export, as people read them. */
async function exported(parameters: Record<string, unknown> = {}): Promise<Record<string, string>[]> {
  const services = createExportServices(store.database, store.location.dataDir, store.clock);
  const id = await services.request.run(store.owner, { kind: 'price-history', parameters });
  await services.run.run(id);
  const view = await services.service.view(store.owner, id);
  const { stream } = await services.service.file(store.owner, id);
  const rows: Record<string, string>[] = parse(await text(stream), { columns: true });
  expect([view.status, view.rowsDone, view.rowsTotal]).toEqual(['done', rows.length, rows.length]);
  return rows;
}

const timesAndRates = (rows: readonly Record<string, string>[]): string[] =>
  rows.map((row) => `${row['productName']} ${row['at']} ${row['price (INR)']}`);

it('has the rates of an import, and nothing of the same file again', async () => {
  await importRates('Apple,A-1,kg,120', 'Pear,P-1,kg,90');
  store.clock.set(LATER);
  await importRates('Apple,A-1,kg,120', 'Pear,P-1,kg,95.50');
  const rows = await exported();
  expect(timesAndRates(rows)).toEqual([
    `Apple ${START} 120.00`,
    `Pear ${START} 90.00`,
    `Pear ${LATER} 95.50`,
  ]);
  expect(rows[0]).toEqual({
    at: START,
    productId: expect.any(String) as string,
    productName: 'Apple',
    sku: 'A-1',
    unitType: 'kg',
    'price (INR)': '120.00',
  });
});

it('is exported for the products of a search, and for a time', async () => {
  await importRates('Apple,A-1,kg,120', 'Pear,P-1,kg,90');
  store.clock.set(LATER);
  await importRates('Apple,A-1,kg,125', 'Pear,P-1,kg,95');
  expect(timesAndRates(await exported({ code: 'P-1' }))).toEqual([
    `Pear ${START} 90.00`,
    `Pear ${LATER} 95.00`,
  ]);
  expect(timesAndRates(await exported({ from: LATER, sort: '-name' }))).toEqual([
    `Pear ${LATER} 95.00`,
    `Apple ${LATER} 125.00`,
  ]);
  expect(timesAndRates(await exported({ to: LATER }))).toEqual([
    `Apple ${START} 120.00`,
    `Pear ${START} 90.00`,
  ]);
});

it('keeps the order of the changes when the clock was set back, and the last rate of one millisecond', async () => {
  await importRates('Apple,A-1,kg,120');
  store.clock.advance(-MINUTE_MS);
  await importRates('Apple,A-1,kg,125');
  store.clock.set('2026-06-01T08:00:00.001Z');
  await importRates('Apple,A-1,kg,130');
  expect(timesAndRates(await exported())).toEqual([
    `Apple ${START} 120.00`,
    'Apple 2026-06-01T08:00:00.001Z 130.00',
  ]);
});
