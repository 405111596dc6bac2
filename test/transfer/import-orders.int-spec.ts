import { setTimeout as sleep } from 'node:timers/promises';
import { SECOND_MS } from '../../src/platform/common/durations.js';
import { sql } from '../../src/platform/database/transaction.js';
import { insertUser } from '../factories/rows.js';
import { newWorkbook } from '../factories/workbook.js';
import { ImportStore } from '../support/actions/imports.js';

let store: ImportStore;
beforeAll(async () => {
  store = await ImportStore.open();
});
beforeEach(async () => {
  await insertUser(store.database, {
    username: 'meena',
    email: 'meena@example.com',
    displayName: 'Meena Iyer',
  });
  await store.importFile(
    [
      'section,name,unitType,price',
      'Fruits,Mangoes,kg,120',
      'Fruits,Bananas,dozen,60',
      'Dals & Pulses,Toor Dal 1 kg,pack,160',
    ].join('\n'),
  );
});
afterEach(async () => {
  expect(await store.findBookDiscrepancies()).toEqual([]);
  await store.clear();
});

const HEADER = 'Order,Date,Email,Item,Qty,Rate';

const check = (content: string | Buffer, reading = {}) =>
  store.importFile(content, { kind: 'orders', owner: store.admin, dryRun: true, reading });
const apply = (content: string | Buffer, reading = {}) =>
  store.importFile(content, { kind: 'orders', owner: store.admin, reading });

interface StoredOrder {
  readonly id: string;
  readonly reference: string;
  readonly status: string;
  readonly total: number;
  readonly address: string;
  readonly [column: string]: unknown;
}

const orders = (): Promise<StoredOrder[]> =>
  store.database.read.rows<StoredOrder>(sql`SELECT * FROM orders ORDER BY reference`);

/** Returns the lines of all orders as "reference product quantity unit rate price", the quantity in thousandths. */
async function lines(): Promise<string[]> {
  const rows = await store.database.read.rows<{ text: string }>(sql`
    SELECT o.reference || ' ' || i.product_name || ' ' || i.quantity || ' ' || i.unit_type || ' ' || i.rate_per_unit || ' ' || i.price
      AS text
    FROM orders o JOIN order_items i ON i.order_id = o.id ORDER BY o.reference, i.product_name`);
  return rows.map(({ text }) => text);
}

/** Returns errors as "line column code". */
async function faultsOf(content: string): Promise<string[]> {
  const view = await check(content);
  expect(view.status).toBe('invalid');
  return (await store.errorsOf(view)).map(
    ({ line, column, code }) => `${line} ${column ?? '-'} ${code.replace('imports.', '')}`,
  );
}

it('writes finished orders with their lines, dates and addresses, and neither stock nor mail', async () => {
  const file = [
    'Order No,Order date,Customer email,Status,Item,Quantity,Unit,Rate,Amount,Address,City,PIN,State,Mobile,Customer name',
    '1001,1/3/2024 18:05,MEENA@example.com,Delivered,Mangoes,1.5,Kg,120,180,1 Fort Road,Mysuru,570001,KA,9845012345,Meena',
    '1001,,,,Bananas,2,dozen,60,,,,,,,',
    '1002,15/03/2024,meena@example.com,Cancelled,Toor Dal 1 kg,1,pkt,,155.50,,,,,,',
  ].join('\n');
  const view = await apply(file);
  expect(view).toMatchObject({ kind: 'orders', status: 'done', rowsTotal: 3, added: 2, updated: 0 });
  const written = await orders();
  expect(written).toMatchObject([
    { reference: '1001', status: 'delivered', total: 30_000, timestamp: Date.parse('2024-03-01T12:35:00Z') },
    { reference: '1002', status: 'cancelled', total: 15_550, timestamp: Date.parse('2024-03-15T06:30:00Z') },
  ]);
  expect(JSON.parse(written[0]!.address)).toEqual({
    ...{ name: 'Meena', phone: '9845012345', line1: '1 Fort Road', city: 'Mysuru', postalCode: '570001' },
    state: '29',
  });
  // The second order has no address of its own: that of the first one is the latest that is known.
  expect(written[1]!.address).toBe(written[0]!.address);
  expect(await lines()).toEqual([
    '1001 Bananas 2000 dozen 6000 12000',
    '1001 Mangoes 1500 kg 12000 18000',
    '1002 Toor Dal 1 kg 1000 pack 15550 15550',
  ]);
  const events = await store.database.read.rows(
    sql`SELECT type FROM outbox_events WHERE type NOT LIKE 'imports.%'`,
  );
  expect(events).toEqual([]);
  const audit = await store.database.read.rows(
    sql`SELECT action, actor_id FROM audit_entries WHERE subject_id = ${view.id}`,
  );
  expect(audit).toEqual([{ action: 'orders.imported', actor_id: store.admin.id }]);
});

it('shows each order as it will be written, and changes nothing', async () => {
  const view = await check(`${HEADER}\n#7,2024-03-01,meena@example.com,Mangoes,2,120`);
  expect(view).toMatchObject({ status: 'done', added: 1 });
  const changes = await store.changesOf(view);
  expect(changes).toMatchObject([{ line: 2, subject: '#7', isNew: true }]);
  expect(Object.fromEntries(changes[0]!.changes.map(({ field, after }) => [field, after]))).toEqual({
    orderedAt: '1 Mar 2024, 12:00 pm',
    email: 'meena@example.com',
    lines: '1',
    total: '₹240.00',
    status: 'delivered',
  });
  expect(await orders()).toEqual([]);
});

it('leaves an order that it has already as it is, and refuses its number for another customer', async () => {
  await insertUser(store.database, { username: 'ravi', email: 'ravi@example.com' });
  const row = '7,2024-03-01,meena@example.com,Mangoes,2,120';
  await apply(`${HEADER}\n${row}`);
  const again = await apply(`${HEADER}\n${row}\n8,2024-03-02,meena@example.com,Mangoes,1,120`);
  expect(again).toMatchObject({ status: 'done', added: 1 });
  expect((await orders()).map(({ reference }) => reference)).toEqual(['7', '8']);
  expect(await faultsOf(`${HEADER}\n${row.replace('meena', 'ravi')}`)).toEqual(['2 order order-of-another']);
});

it('adds up lines of the same product, at the rate that they have together', async () => {
  const file = `${HEADER},Amount\n7,2024-03-01,meena@example.com,Mangoes,1,120,120\n7,,,mangoes,0.5,100,50`;
  await apply(file);
  expect(await lines()).toEqual(['7 Mangoes 1500 kg 11333 17000']);
});

it('reads lines that are far apart in a long file, and finds an order of which they are', async () => {
  const rows = Array.from(
    { length: 600 },
    (_, i) => `${1 + Math.floor(i / 7)},2024-03-01,meena@example.com,Mangoes,1,120`,
  );
  const view = await apply([HEADER, ...rows].join('\n'));
  expect(view).toMatchObject({ status: 'done', rowsTotal: 600, added: 86 });
  const totals = await store.database.read.rows<{ total: number; n: number }>(
    sql`SELECT total, count(*) AS n FROM orders GROUP BY total ORDER BY total`,
  );
  expect(totals).toEqual([
    { total: 5 * 12_000, n: 1 },
    { total: 7 * 12_000, n: 85 },
  ]);
});

it.each([
  [
    'a customer that the store does not have',
    '7,2024-03-01,none@example.com,Mangoes,1,1',
    'email customer-unknown',
  ],
  ['a customer who is staff', '7,2024-03-01,asha@example.com,Mangoes,1,1', 'email customer-is-staff'],
  ['no customer', '7,2024-03-01,,Mangoes,1,1', 'email order-without-customer'],
  ['no date', '7,,meena@example.com,Mangoes,1,1', 'orderedAt order-without-date'],
  ['a date that is none', '7,soon,meena@example.com,Mangoes,1,1', 'orderedAt field.is-instant'],
  ['a date in the future', '7,2199-01-01,meena@example.com,Mangoes,1,1', 'orderedAt order-in-future'],
  ['a date before reports', '7,1999-12-31,meena@example.com,Mangoes,1,1', 'orderedAt order-too-old'],
  ['an unknown product', '7,2024-03-01,meena@example.com,Durian,1,1', 'name product-unknown'],
  ['no quantity', '7,2024-03-01,meena@example.com,Mangoes,0,1', 'quantity quantity-not-positive'],
  ['a negative quantity', '7,2024-03-01,meena@example.com,Mangoes,-1,1', 'quantity quantity-not-positive'],
  ['no amount', '7,2024-03-01,meena@example.com,Mangoes,1,', 'price line-without-price'],
  ['an amount that is none', '7,2024-03-01,meena@example.com,Mangoes,1,cheap', 'price not-an-amount'],
  ['a huge amount', '7,2024-03-01,meena@example.com,Mangoes,1,99999999999', 'price field.max'],
])('refuses %s', async (_, row, fault) => {
  expect(await faultsOf(`${HEADER}\n${row}`)).toEqual([`2 ${fault}`]);
  expect(await orders()).toEqual([]);
});

it('refuses an order in parts, an open one, another currency, and a product in two units', async () => {
  const head = `${HEADER},Unit,Status,Currency`;
  const at = (order: string, rest: string) => `${order},2024-03-01,meena@example.com,${rest}`;
  expect(
    await faultsOf(
      [
        head,
        at('1', 'Mangoes,1,1,,,INR'),
        at('2', 'Mangoes,1,1,,pending,'),
        at('1', 'Mangoes,1,1,,,'),
        at('3', 'Mangoes,1,1,kg,,'),
        at('3', 'Mangoes,1,1,g,,'),
        at('4', 'Mangoes,1,1,,perhaps,'),
        at('5', 'Mangoes,1,1,,,USD'),
      ].join('\n'),
    ),
  ).toEqual([
    '3 status order-open',
    '4 order order-apart',
    '6 unitType two-units',
    '7 status field.is-in',
    '8 currency other-currency',
  ]);
});

it('has reports counted again', async () => {
  // What the products have changed is invalidated within a second.
  await sleep(1.5 * SECOND_MS);
  const report = () => store.services.cache.wrap('reports', 'orders', async () => (await orders()).length);
  expect(await report()).toBe(0);
  await apply(`${HEADER}\n7,2024-03-01,meena@example.com,Mangoes,2,120`);
  // Sooner than a cached value expires by itself.
  await sleep(1.5 * SECOND_MS);
  expect(await report()).toBe(1);
});

it('refuses an order that has no end', async () => {
  const rows = Array.from({ length: 1500 }, () => '7,2024-03-01,meena@example.com,Mangoes,1,120');
  expect(await faultsOf([HEADER, ...rows].join('\n'))).toEqual(['2 order too-many-lines']);
});

it('says which columns are missing', async () => {
  const view = await check('Item,Qty\nMangoes,1');
  const messages = (await store.errorsOf(view)).map(({ message }) => message);
  expect(messages).toEqual([
    'No column holds the number of the order.',
    'No column holds the date of the order.',
    'No column holds the e-mail address of the customer.',
    'No column holds the rate, or the total of the line.',
  ]);
});

it("reads the store's own export, by username and in the currency of its headings", async () => {
  const head =
    'orderId,orderNumber,timestamp,status,userId,username,id,productId,productName,unitType,ratePerUnit (INR),quantity,price (INR),currency';
  const [id] = await store.database.read.rows<{ id: string }>(
    sql`SELECT id FROM products WHERE name = 'Mangoes'`,
  );
  const row = (product: string, name: string) =>
    `019a52c1-7d30-7cc1-9f0e-3d1f6a2b4c5d,7K3M-92QX-4F,2026-03-01T09:30:00.000Z,delivered,019a52c1-7d30-7cc1-9f0e-3d1f6a2b4c5e,meena,019a52c1-7d30-7cc1-9f0e-3d1f6a2b4c5f,${product},${name},kg,40.00,1.25,50.00,INR`;
  const file = [
    head,
    row(id!.id, 'Mangoes as they were called'),
    row('019a52c1-7d30-7cc1-9f0e-3d1f6a2b4c50', 'Bananas'),
  ];
  expect(await apply(file.join('\n'))).toMatchObject({
    status: 'done',
    added: 1,
    reading: { source: 'guessed' },
  });
  expect(await lines()).toEqual([
    '7K3M-92QX-4F Bananas 1250 kg 4000 5000',
    '7K3M-92QX-4F Mangoes as they were called 1250 kg 4000 5000',
  ]);
});

it("reads Shopify's export, of which only the first line of an order says all", async () => {
  const file = [
    'Name,Email,Financial Status,Paid at,Fulfillment Status,Currency,Subtotal,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Shipping Name,Shipping Address1,Shipping City,Shipping Zip,Notes',
    "#1001,meena@example.com,paid,2024-03-01,fulfilled,INR,320.00,370.00,2024-03-01 10:15:00 +0530,1,Toor Dal - 1 kg,160.00,Meena Iyer,1 Fort Road,Mysuru,'570001,Ring twice",
    '#1001,meena@example.com,,,,,,,,2,Bananas,80.00,,,,,',
  ].join('\n');
  const checked = await check(file);
  expect(checked).toMatchObject({ status: 'done', added: 1, reading: { preset: 'Shopify' } });
  // Its other columns are left out, which a person has seen.
  expect(await apply(file, { columns: checked.reading!.columns })).toMatchObject({
    status: 'done',
    added: 1,
  });
  expect(await orders()).toMatchObject([
    { reference: '#1001', total: 32_000, note: 'Ring twice', timestamp: Date.parse('2024-03-01T04:45:00Z') },
  ]);
});

it('reads headings in German and Hindi, and workbooks', async () => {
  const german =
    'Bestellnummer;Datum;E-Mail-Adresse;Artikel;Menge;Einzelpreis\n7;1.3.2024;meena@example.com;Mangoes;1,5;12,50';
  await apply(german);
  const hindi = 'ऑर्डर नंबर,तारीख,ईमेल,सामान,मात्रा,राशि\n8,1/3/2024,meena@example.com,Bananas,२,120';
  await apply(hindi);
  await apply(
    newWorkbook({
      Orders: [
        ['Order', 'Date', 'Email', 'Item', 'Qty', 'Rate'],
        ['9', new Date('2024-03-01'), 'meena@example.com', 'Bananas', 1, 60],
      ],
    }),
  );
  expect(await lines()).toEqual([
    '7 Mangoes 1500 kg 1250 1875',
    '8 Bananas 2000 dozen 6000 12000',
    '9 Bananas 1000 dozen 6000 6000',
  ]);
});
