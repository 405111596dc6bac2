import { SECOND_MS } from '../../src/platform/common/durations.js';
import type { TaxReportView } from '../../src/reports/tax/tax-report.dto.js';
import { createReports } from '../support/actions/reports.js';
import { testConfig } from '../support/stores/config.js';
import { BillingStore } from '../support/stores/billing-store.js';

const AMOUNTS = { vat: 0, igst: 0, cess: 0 };

/** Three sales of ₹105 at 5 % and ₹118 at 18 %, of which one is taken back and one credited. */
async function newStore(): Promise<(by: 'rate' | 'hsn' | 'document') => Promise<TaxReportView>> {
  const store = await BillingStore.open();
  const [five, eighteen] = [
    await store.newTaxClass([['2020-01-01', 5_000, 0]]),
    await store.newTaxClass([['2020-01-01', 18_000, 0]]),
  ];
  await store.register();
  const goods = [
    { ratePerUnit: 10_500, quantity: 1_000, taxClassId: five },
    { ratePerUnit: 11_800, quantity: 1_000, taxClassId: eighteen },
  ];
  const [kept, reversed] = [await store.sell({ goods }), await store.sell({ goods })];
  await store.sell({ goods: [{ ratePerUnit: 4_000, quantity: 500, taxClassId: null }] });
  await store.issueAgain(reversed.orderId);
  const { lines } = await store.services.documents.get(kept.document.id);
  await store.credit(kept.document.id, [{ lineId: lines[0]?.id ?? '', amount: 10_500 }]);
  const { taxes } = createReports(store.database, testConfig(), store.clock);
  const today = new Date(store.clock.now() + SECOND_MS).toISOString().slice(0, 10);
  return (by) => taxes.read({ from: today, to: today, by });
}

let report: Awaited<ReturnType<typeof newStore>>;
beforeAll(async () => {
  report = await newStore();
});

it('adds up documents by rate, and subtracts credit notes', async () => {
  const { rows, totals, rowsTotal } = await report('rate');
  expect(rowsTotal).toBe(3);
  expect(rows).toMatchObject([
    { percent: 0, net: 2_000, taxable: 2_000, cgst: 0, sgst: 0, ...AMOUNTS },
    { percent: 5, net: 10_500, taxable: 10_000, cgst: 250, sgst: 250, ...AMOUNTS },
    { percent: 18, net: 23_600, taxable: 20_000, cgst: 1_800, sgst: 1_800, ...AMOUNTS },
  ]);
  expect(totals).toEqual({ net: 36_100, taxable: 32_000, cgst: 2_050, sgst: 2_050, ...AMOUNTS });
});

it('counts what has left by HSN code: goods that never left do not count, and credits of amounts do not change it', async () => {
  const { rows } = await report('hsn');
  expect(
    rows.map(({ hsn, unitType, quantity, percent, net }) => [hsn, unitType, quantity, percent, net]),
  ).toEqual([
    ['1101', 'kg', 0.5, 0, 2_000],
    ['1101', 'kg', 2, 5, 10_500],
    ['1101', 'kg', 2, 18, 23_600],
  ]);
});

it('counts no goods of a document that was credited before it was taken back', async () => {
  const store = await BillingStore.open();
  const five = await store.newTaxClass([['2020-01-01', 5_000, 0]]);
  await store.register();
  const goods = [
    { ratePerUnit: 10_500, quantity: 1_000, taxClassId: five },
    { ratePerUnit: 10_500, quantity: 3_000, taxClassId: five },
  ];
  const { orderId, document } = await store.sell({ goods });
  const [first, second] = (await store.services.documents.get(document.id)).lines;
  // The whole of the first line, and a part of the second.
  await store.credit(document.id, [{ lineId: first?.id ?? '', amount: 10_500 }]);
  await store.credit(document.id, [{ lineId: second?.id ?? '', amount: 1_000 }]);
  await store.issueAgain(orderId);
  const { taxes } = createReports(store.database, testConfig(), store.clock);
  const today = new Date(store.clock.now() + SECOND_MS).toISOString().slice(0, 10);
  const read = async (by: 'hsn' | 'document'): Promise<TaxReportView['rows']> =>
    (await taxes.read({ from: today, to: today, by })).rows;
  expect(await read('hsn')).toMatchObject([
    { hsn: '1101', quantity: 4, percent: 5, net: 42_000, taxable: 40_000, cgst: 1_000, sgst: 1_000 },
  ]);
  expect(await read('document')).toMatchObject([
    { kind: 'credit_note', count: 3, net: -42_000, taxable: -40_000, cgst: -1_000, sgst: -1_000 },
    { kind: 'tax_invoice', count: 2, net: 84_000, taxable: 80_000, cgst: 2_000, sgst: 2_000 },
  ]);
});

it('has the first and the last number of each series', async () => {
  const { rows } = await report('document');
  const [bill, credit, invoice] = rows;
  expect(rows).toHaveLength(3);
  expect(bill).toMatchObject({ kind: 'bill_of_supply', count: 1, net: 2_000 });
  expect(credit).toMatchObject({ kind: 'credit_note', count: 2, net: -32_800, cgst: -1_400 });
  expect(invoice).toMatchObject({ kind: 'tax_invoice', count: 3, net: 66_900 });
  expect([invoice?.first, invoice?.last].map((number) => number?.slice(-6))).toEqual(['000001', '000003']);
});
