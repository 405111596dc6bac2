import {
  recomputeDocuments,
  type RecomputedRows,
  type Row,
} from '../../scripts/lib/verify/recompute-documents.mjs';
import { SeededRandom } from '../../src/demo/seeded-random.js';
import { DAY_MS } from '../../src/platform/common/durations.js';
import { raw, sql } from '../../src/platform/database/transaction.js';
import type { Settings } from '../../src/settings/settings.js';
import { BillingStore, type Sale } from '../support/stores/billing-store.js';

type Tax = Settings['tax'];

const ORDERS_PER_STORE = 200;

/** Orders with their latest documents, and the settings under which each document was issued. */
class Sales {
  private readonly all: { readonly orderId: string; documentId: string }[] = [];
  private readonly issued = new Map<unknown, Tax>();

  constructor(
    private readonly store: BillingStore,
    private readonly classes: readonly (string | null)[],
    private readonly random: SeededRandom,
  ) {}

  readonly taxOf = ({ id }: Row): Tax => {
    const tax = this.issued.get(id);
    if (tax === undefined) throw new Error(`The document ${String(id)} was not issued here.`);
    return tax;
  };

  /** Adds orders. Takes back some of all orders so far and issues them again, and credits some in parts. */
  async add(count: number, tax: Tax): Promise<void> {
    const { store, random, all, issued } = this;
    await store.register(tax);
    for (let i = 0; i < count; i++) {
      const { orderId, document } = await store.sell(this.newSale());
      all.push({ orderId, documentId: document.id });
      issued.set(document.id, tax);
      if (random.chance(0.15)) await creditParts(store, random.pick(all).documentId, random);
      if (random.chance(0.1)) {
        const sale = random.pick(all);
        sale.documentId = (await store.issueAgain(sale.orderId)).id;
        issued.set(sale.documentId, tax);
      }
    }
  }

  private newSale(): Sale {
    const { random, classes } = this;
    const goods = Array.from({ length: random.between(1, 6) }, () => ({
      ratePerUnit: random.chance(0.05) ? 0 : random.between(1, 250_000),
      quantity: random.between(1, 9_999),
      taxClassId: random.pick(classes),
      discountPercent: random.chance(0.2) ? random.between(1, 100) : 0,
    }));
    const delivery = random.chance(0.5) ? { delivery: random.between(1, 9_999) } : {};
    const packing = random.chance(0.2) ? { packing: random.between(1, 999) } : {};
    return {
      goods,
      charges: { ...delivery, ...packing },
      discountPercent: random.chance(0.3) ? random.between(1, 100) : 0,
      placeOfSupply: random.pick([null, '29', '27']),
    };
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
    discounts: await all('order_discounts', 'id'),
    rates: await all('tax_rates', 'tax_class_id, valid_from'),
    documents: await all('documents', 'order_id, ordinal'),
    lines: await all('document_lines', 'document_id, position'),
    taxes: await all('document_taxes', 'line_id, component'),
  };
}

/** Amounts by table, of which each is changed once. */
const AMOUNTS = [
  ['orders', 'total'],
  ['items', 'price'],
  ['charges', 'amount'],
  ['discounts', 'amount'],
  ['documents', 'total'],
  ['lines', 'net'],
  ['lines', 'discount'],
  ['lines', 'taxable'],
  ['taxes', 'amount'],
  ['taxes', 'taxable'],
] as const;

/** Changes one amount after the other by 1, and expects that documents of that order alone are named. */
function expectEachNamed(rows: RecomputedRows, taxOf: Sales['taxOf'], random: SeededRandom): void {
  for (const [table, column] of AMOUNTS) {
    if (rows[table].length === 0) continue;
    const chosen = random.pick(rows[table]);
    const changed = rows[table].map((row) =>
      row === chosen ? { ...row, [column]: Number(row[column]) + 1 } : row,
    );
    const { differences } = recomputeDocuments({ ...rows, [table]: changed }, taxOf);
    const numbers = rows.documents
      .filter((document) => document['order_id'] === orderOf(rows, chosen))
      .map((document) => String(document['number']));
    expect([table, column, differences]).not.toEqual([table, column, []]);
    expect(differences.filter((text) => !numbers.some((number) => text.startsWith(number)))).toEqual([]);
  }
}

/** Returns the ID of the order of a row of any table. */
function orderOf({ documents, lines }: RecomputedRows, row: Row): unknown {
  const line = lines.find(({ id }) => id === row['line_id']) ?? row;
  const document = documents.find(({ id }) => id === line['document_id']) ?? line;
  return document['order_id'] ?? document['id'];
}

async function classesOf(store: BillingStore): Promise<[string, string, string, string]> {
  return [
    await store.newTaxClass([]),
    await store.newTaxClass([['2020-01-01', 5_000, 0]]),
    await store.newTaxClass([
      ['2017-07-01', 28_000, 0],
      ['2020-01-01', 18_000, 0],
      ['2026-06-02', 12_000, 0],
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
])('finds no difference in 200 orders under %s, and each that is made', async (name, values, charges) => {
  const store = await BillingStore.open();
  const [exempt, five, eighteen, luxury] = await classesOf(store);
  const chargesClassId = charges === 'by a class' ? eighteen : null;
  const tax: Tax = {
    ...{ regime: 'gst_in', scheme: 'regular', state: '29', defaultClassId: five, chargesClassId },
    ...values,
  };
  const random = new SeededRandom(name.length);
  const sales = new Sales(store, [null, exempt, five, eighteen, luxury], random);
  await sales.add(ORDERS_PER_STORE, tax);

  const rows = await rowsOf(store);
  const { checked, differences } = recomputeDocuments(rows, sales.taxOf);
  expect(differences).toEqual([]);
  expect(checked).toBeGreaterThan(ORDERS_PER_STORE + 20);
  expectEachNamed(rows, sales.taxOf, random);
});

it('finds no difference while settings and rates change between the orders', async () => {
  const store = await BillingStore.open();
  const [exempt, five, eighteen, luxury] = await classesOf(store);
  const random = new SeededRandom(2_026);
  const sales = new Sales(store, [null, exempt, five, eighteen, luxury], random);
  for (let phase = 0; phase < 12; phase++) {
    const scheme = random.chance(0.6) ? 'regular' : random.pick(['composition', 'unregistered'] as const);
    const regime = random.pick(['gst_in', 'vat'] as const);
    const [defaultClassId, chargesClassId] = [
      random.pick([null, five]),
      random.pick([null, exempt, eighteen]),
    ];
    const state = regime === 'vat' ? null : '29';
    await sales.add(25, { regime, scheme, state, defaultClassId, chargesClassId });
    store.clock.advance(DAY_MS / 4);
  }
  const rows = await rowsOf(store);
  const { checked, differences } = recomputeDocuments(rows, sales.taxOf);
  expect(differences).toEqual([]);
  expect(checked).toBeGreaterThan(330);
  expectEachNamed(rows, sales.taxOf, random);
});
