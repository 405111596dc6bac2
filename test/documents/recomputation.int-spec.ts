import {
  recomputeDocuments,
  type RecomputedRows,
  type Row,
} from '../../scripts/lib/verify/recompute-documents.mjs';
import { SeededRandom } from '../../src/demo/seeded-random.js';
import { raw, sql } from '../../src/platform/database/transaction.js';
import type { Settings } from '../../src/settings/settings.js';
import { BillingStore, type Goods } from '../support/stores/billing-store.js';

type Tax = Settings['tax'];

const ORDERS_PER_STORE = 200;

/** Fills a store with orders of which some are taken back, and some credited in parts. */
async function fill(store: BillingStore, classes: readonly (string | null)[], seed: number): Promise<void> {
  const random = new SeededRandom(seed);
  const goodsOf = (): Goods[] =>
    Array.from({ length: random.between(1, 6) }, () => ({
      ratePerUnit: random.chance(0.05) ? 0 : random.between(1, 250_000),
      quantity: random.between(1, 9_999),
      taxClassId: random.pick(classes),
    }));
  for (let i = 0; i < ORDERS_PER_STORE; i++) {
    const charges = random.chance(0.5) ? { delivery: random.between(1, 9_999) } : {};
    const packing = random.chance(0.2) ? { packing: random.between(1, 999) } : {};
    const { orderId, document } = await store.sell({ goods: goodsOf(), charges: { ...charges, ...packing } });
    if (random.chance(0.15)) await creditParts(store, document.id, random);
    if (random.chance(0.1)) await store.issueAgain(orderId);
  }
}

async function creditParts(store: BillingStore, documentId: string, random: SeededRandom): Promise<void> {
  for (let part = 0; part < 2; part++) {
    const { lines } = await store.services.documents.get(documentId);
    const line = random.pick(lines);
    if (line.rest < 100) continue;
    await store.credit(documentId, [{ lineId: line.id, amount: random.between(100, line.rest) }]);
  }
}

async function rowsOf({ database }: BillingStore): Promise<RecomputedRows> {
  const all = (table: string, order: string): Promise<Row[]> =>
    database.read.rows<Row>(sql`SELECT * FROM ${raw(table)} ORDER BY ${raw(order)}`);
  return {
    orders: await all('orders', 'id'),
    items: await all('order_items', 'id'),
    charges: await all('order_charges', 'id'),
    rates: await all('tax_rates', 'tax_class_id, valid_from'),
    documents: await all('documents', 'order_id, ordinal'),
    lines: await all('document_lines', 'document_id, position'),
    taxes: await all('document_taxes', 'line_id, component'),
  };
}

async function classesOf(store: BillingStore): Promise<[string, string, string, string]> {
  return [
    await store.newTaxClass([]),
    await store.newTaxClass([['2020-01-01', 5_000, 0]]),
    await store.newTaxClass([
      ['2017-07-01', 28_000, 0],
      ['2020-01-01', 18_000, 0],
      ['2099-01-01', 1_000, 0],
    ]),
    await store.newTaxClass([['2020-01-01', 28_000, 12_000]]),
  ];
}

it.each<[string, Partial<Tax>, charges: 'like the goods' | 'by a class']>([
  ['GST with charges like the goods', {}, 'like the goods'],
  ['GST with a class of charges', {}, 'by a class'],
  ['VAT', { regime: 'vat' }, 'like the goods'],
  ['GST under composition', { scheme: 'composition' }, 'like the goods'],
  ['no registration', { scheme: 'unregistered' }, 'by a class'],
])('finds no difference in 200 orders under %s, and one that is made', async (name, values, charges) => {
  const store = await BillingStore.open();
  const [exempt, five, eighteen, luxury] = await classesOf(store);
  const chargesClassId = charges === 'by a class' ? eighteen : null;
  const tax: Tax = { regime: 'gst_in', scheme: 'regular', defaultClassId: five, chargesClassId, ...values };
  await store.register(tax);
  await fill(store, [null, exempt, five, eighteen, luxury], name.length);

  const rows = await rowsOf(store);
  const { checked, differences } = recomputeDocuments(rows, tax);
  expect(differences).toEqual([]);
  expect(checked).toBeGreaterThan(ORDERS_PER_STORE + 20);

  const changed = rows.lines.map((line, i) =>
    i === 7 ? { ...line, taxable: Number(line['taxable']) - 1 } : line,
  );
  expect(recomputeDocuments({ ...rows, lines: changed }, tax).differences).toHaveLength(1);
});
