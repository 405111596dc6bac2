import { mkdir, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { newId } from '../src/common/id.js';
import { Config } from '../src/config/config.js';
import { Environment } from '../src/config/environment.js';
import type { Database } from '../src/database/database.js';
import { join as commas, sql } from '../src/database/transaction.js';
import { InvoiceUnavailable } from '../src/orders/invoices/invoices.errors.js';
import { Invoices } from '../src/orders/invoices/invoices.js';
import { OrderNotFound } from '../src/orders/orders.errors.js';
import { openTestDatabase } from './setup/database.js';
import { newPlace } from './setup/engine.js';
import { readPdf, type Pdf } from './setup/pdf.js';
import { TestClock } from './setup/test-clock.js';

const PLACED = Date.parse('2026-05-31T20:00:00Z');
const ADDRESS = {
  name: 'Asha Rao',
  phone: '+91 98450 12345',
  line1: '14, Temple Street',
  line2: 'Behind the post office',
  city: 'Bengaluru',
  postalCode: '560004',
};

interface Line {
  readonly name: string;
  readonly unit?: string;
  readonly rate?: number;
  readonly quantity?: number;
}

let dataDir: string;
let database: Database;
let clock: TestClock;
let invoices: Invoices;
const [user, section] = [newId(), newId()];
let orders = 0;

beforeAll(async () => {
  const place = await newPlace();
  dataDir = place.dataDir;
  database = await openTestDatabase(place);
  await database.write(sql`
    INSERT INTO users (id, username, username_key, email, email_key, display_name, password_hash, role, status, locale, created_at)
    VALUES (${user}, 'asha', 'asha', 'a@example.com', 'a@example.com', 'Asha', '-', 'user', 'approved', 'en-IN', 0)`);
  await database.write(sql`
    INSERT INTO sections (id, name, name_key, slug, description, position, created_at)
    VALUES (${section}, 'S', 's', 's', '', 1, 0)`);
});

beforeEach(() => {
  clock = new TestClock();
  invoices = shop();
});

/** Invoices as another process on the same database and data folder has them. */
function shop(settings: NodeJS.ProcessEnv = {}): Invoices {
  const environment = {
    DATA_DIR: dataDir,
    JWT_SECRET: 'a secret of the tests with 32 characters',
    ...settings,
  };
  return new Invoices(new Config(Environment.parse(environment)), database, clock);
}

/** An order, written past the checkout. Gives its id and its number. */
async function newOrder(
  lines: readonly Line[],
  { currency = 'INR', address = ADDRESS }: { currency?: string; address?: object } = {},
): Promise<{ id: string; number: string }> {
  const id = newId();
  const number = `ORDER-${++orders}`;
  const items = lines.map(({ name, unit = 'kg', rate = 5000, quantity = 1250 }) => ({
    name,
    unit,
    rate,
    quantity,
    product: newId(),
    price: Math.floor((rate * quantity + 500) / 1000),
  }));
  const total = items.reduce((all, { price }) => all + price, 0);
  await database.transaction(async (tx) => {
    await tx.execute(sql`
      INSERT INTO products (id, section_id, name, name_key, slug, description, brand, unit_type, rate_per_unit, quantity_step, published, created_at)
      VALUES ${commas(items.map(({ product }) => sql`(${product}, ${section}, ${product}, ${product}, ${product}, '', '', 'kg', 1, 1, ${true}, 0)`))}`);
    await tx.execute(sql`
      INSERT INTO orders (id, number, user_id, status, total, currency, address, timestamp)
      VALUES (${id}, ${number}, ${user}, 'placed', ${total}, ${currency}, ${JSON.stringify(address)}, ${PLACED})`);
    await tx.execute(sql`
      INSERT INTO order_items (id, order_id, product_id, product_name, unit_type, rate_per_unit, quantity, price)
      VALUES ${commas(items.map((item) => sql`(${newId()}, ${id}, ${item.product}, ${item.name}, ${item.unit}, ${item.rate}, ${item.quantity}, ${item.price})`))}`);
  });
  return { id, number };
}

const pathOf = (id: string): string => join(dataDir, 'invoices', `${id}.pdf`);

async function invoiceOf(id: string, from = invoices): Promise<Pdf> {
  return readPdf(await readFile((await from.ensure(id)).path));
}

const linesOf = ({ pages }: Pdf): string[] =>
  pages.flatMap((page) => page.replace(/\u00a0/g, ' ').split('\n'));

async function rowsOf(
  id: string,
): Promise<{ number: string; bytes: number; sha256: string; madeAt: number }[]> {
  return database.read.rows(
    sql`SELECT number, bytes, sha256, made_at AS "madeAt" FROM invoices WHERE order_id = ${id}`,
  );
}

async function leftovers(): Promise<string[]> {
  return (await readdir(join(dataDir, 'invoices'))).filter((name) => !/^[0-9a-f-]{36}\.pdf$/.test(name));
}

describe('an invoice', () => {
  it('says who bought what, when, and for how much', async () => {
    const { id, number } = await newOrder([
      { name: 'Tomatoes' },
      { name: 'Eggs', unit: 'piece', rate: 700, quantity: 12_000 },
      { name: 'टमाटर', unit: 'bunch', rate: 12_345_600, quantity: 1000 },
    ]);

    const { path, filename } = await invoices.ensure(id);
    const pdf = readPdf(await readFile(path));

    expect(filename).toBe(`INV-${number}.pdf`);
    expect(pdf.info).toMatchObject({ Title: `Invoice INV-${number}`, Author: 'Green Basket' });
    expect(pdf.pages).toHaveLength(1);
    const lines = linesOf(pdf);
    const { name, line1, line2, phone } = ADDRESS;
    expect(lines).toEqual(expect.arrayContaining([name, line1, line2, 'Bengaluru 560004', phone]));
    expect(lines).toEqual(expect.arrayContaining(['Green Basket', 'Invoice', `INV-${number}`, number]));
    // The day in the store's time zone, where it is past midnight.
    expect(lines).toContain('1 June 2026');
    const tomatoes = lines.indexOf('Tomatoes');
    expect(lines.slice(tomatoes, tomatoes + 4)).toEqual(['Tomatoes', '1.25 kg', '₹50.00 / kg', '₹62.50']);
    const eggs = lines.indexOf('Eggs');
    expect(lines.slice(eggs, eggs + 4)).toEqual(['Eggs', '12 pieces', '₹7.00 / piece', '₹84.00']);
    expect(lines).toEqual(expect.arrayContaining(['1 bunch', '₹1,23,456.00 / bunch', '₹1,23,456.00']));
    expect(lines.slice(-4)).toEqual([
      '₹1,23,602.50',
      'This invoice shows the order as it was placed on 1 June 2026.',
      `Green Basket · Invoice INV-${number}`,
      '1 of 1',
    ]);
  });

  it.each([
    ['JPY', 'en-US', '¥62', '¥50 / kg'],
    ['KWD', 'en-US', 'KWD 6.250', 'KWD 5.000 / kg'],
    ['EUR', 'de-DE', '62,50 €', '50,00 € / kg'],
    ['KWD', 'ar-KW-u-nu-arab', 'KWD 6.250', 'KWD 5.000 / kg'],
  ])('writes %s as people do in %s', async (currency, locale, amount, rate) => {
    const { id } = await newOrder(
      [{ name: 'Rice', rate: currency === 'JPY' ? 50 : 5000, quantity: currency === 'JPY' ? 1240 : 1250 }],
      { currency },
    );
    const lines = linesOf(await invoiceOf(id, shop({ STORE_LOCALE: locale, STORE_CURRENCY: currency })));
    expect(lines).toEqual(expect.arrayContaining([amount, rate]));
  });

  it('goes on over as many pages as it takes, each with the titles of the columns and its number', async () => {
    const names = Array.from({ length: 200 }, (_, i) => `Product ${i + 1}`);
    const { id, number } = await newOrder(names.map((name) => ({ name })));

    const pdf = await invoiceOf(id);

    expect(pdf.pages.length).toBeGreaterThanOrEqual(6);
    for (const [i, page] of pdf.pages.entries()) {
      const lines = page.split('\n');
      expect(lines.at(-1)).toBe(`${i + 1} of ${pdf.pages.length}`);
      expect(lines.at(-2)).toBe(`Green Basket · Invoice INV-${number}`);
      expect(lines.filter((line) => line === 'Product')).toHaveLength(1);
    }
    expect(linesOf(pdf).filter((line) => line.startsWith('Product '))).toEqual(names);
  });

  it('breaks a long name, and one that has no spaces', async () => {
    const long = 'Unpolished toor dal from Akola that is stone-ground and packed by hand in paper bags';
    const { id } = await newOrder([{ name: long }, { name: 'x'.repeat(100) }]);
    const lines = linesOf(await invoiceOf(id));
    const pieces = lines.filter((line) => /^x+$/.test(line));
    expect(pieces.length).toBeGreaterThan(1);
    expect(pieces.join('')).toBe('x'.repeat(100));
    const start = lines.findIndex((line) => line.startsWith('Unpolished'));
    expect(lines.slice(start, lines.indexOf('1.25 kg')).join(' ')).toBe(long);
  });

  it.each([
    '<script>alert(1)</script>',
    ') Tj ET endstream endobj %%EOF',
    '\\(\\)\\\\ <0041> [1 2] TJ',
    '__proto__',
    '{{name}} ${7*7} %s',
    '<<hidden\u202e reversed',
    'tab\tand\nline',
    'க漢字😀 in letters that the font lacks',
  ])('takes %j for a text like any other', async (name) => {
    const { id } = await newOrder([{ name }], { address: { ...ADDRESS, name, line1: name, city: name } });
    const lines = linesOf(await invoiceOf(id));
    // What the font has no letter for is drawn as an empty box, whose text is NUL.
    const text = name
      .replace(/[\t\n]/g, ' ')
      .replace('\u202e', '')
      .replace(/[\u0b80-\u{1ffff}]/gu, '\0');
    expect(lines.join(' ')).toContain(text);
  });

  it('is one of the order as it was placed, also once it is cancelled', async () => {
    const { id } = await newOrder([{ name: 'Milk' }]);
    await database.write(sql`UPDATE orders SET status = 'cancelled' WHERE id = ${id}`);
    expect(linesOf(await invoiceOf(id))).toEqual(expect.arrayContaining(['Milk', '₹62.50']));
  });
});

describe('is kept', () => {
  it('once, for its owner’s eyes, with what the file must be', async () => {
    const { id, number } = await newOrder([{ name: 'Milk' }]);
    const first = await invoices.ensure(id);
    clock.advance(1000);
    expect(await invoices.ensure(id)).toEqual(first);

    const { mode, size } = await stat(first.path);
    expect(first.path).toBe(pathOf(id));
    expect(mode & 0o777).toBe(0o600);
    expect(await rowsOf(id)).toEqual([
      {
        number: `INV-${number}`,
        bytes: size,
        sha256: expect.any(String) as string,
        madeAt: clock.now() - 1000,
      },
    ]);
  });

  it('once where ten ask at once, in two processes', async () => {
    const { id } = await newOrder([{ name: 'Milk' }]);
    const other = shop();
    const files = await Promise.all(
      Array.from({ length: 10 }, (_, i) => (i % 2 === 0 ? invoices : other).ensure(id)),
    );

    expect(new Set(files.map(({ path, bytes }) => `${path} ${bytes}`)).size).toBe(1);
    expect(await rowsOf(id)).toHaveLength(1);
    expect((await invoiceOf(id)).pages).toHaveLength(1);
    expect(await leftovers()).toEqual([]);
  });

  it.each<[string, (path: string) => Promise<void>]>([
    ['lost', (path) => rm(path)],
    ['cut short', (path) => truncate(path, 1000)],
    ['overwritten', (path) => writeFile(path, 'something else')],
  ])('and made again, byte for byte, where its file is %s', async (_, spoil) => {
    const { id } = await newOrder([{ name: 'Milk' }, { name: 'दूध' }]);
    const { path } = await invoices.ensure(id);
    const [before, row] = [await readFile(path), await rowsOf(id)];

    await spoil(path);
    clock.advance(86_400_000);
    await shop().ensure(id);

    expect((await readFile(path)).equals(before)).toBe(true);
    expect(await rowsOf(id)).toEqual(row);
  });

  it('also where the process ended between the file and its row', async () => {
    const { id } = await newOrder([{ name: 'Milk' }]);
    const before = await readFile((await invoices.ensure(id)).path);
    await database.write(sql`DELETE FROM invoices WHERE order_id = ${id}`);

    await shop().ensure(id);

    expect((await readFile(pathOf(id))).equals(before)).toBe(true);
    expect(await rowsOf(id)).toHaveLength(1);
  });

  it('as what it became, where a lost one is made again by a store of another name', async () => {
    const { id } = await newOrder([{ name: 'Milk' }]);
    await rm((await invoices.ensure(id)).path);
    const renamed = shop({ STORE_NAME: 'Blue Basket' });

    const { path, bytes } = await renamed.ensure(id);

    expect(linesOf(readPdf(await readFile(path)))).toContain('Blue Basket');
    expect(await rowsOf(id)).toMatchObject([{ bytes }]);
    expect(await invoices.ensure(id)).toEqual(await renamed.ensure(id));
  });
});

describe('is refused', () => {
  it.each([newId(), 'nothing', '../../store.sqlite', ''])('for %j, which is no order', async (id) => {
    await expect(invoices.ensure(id)).rejects.toThrow(OrderNotFound);
    await expect(invoices.ofOwnOrder(user, id)).rejects.toThrow(OrderNotFound);
  });

  it('for another’s order', async () => {
    const { id } = await newOrder([{ name: 'Milk' }]);
    await expect(invoices.ofOwnOrder(newId(), id)).rejects.toThrow(OrderNotFound);
    expect(await invoices.ofOwnOrder(user, id)).toMatchObject({ path: pathOf(id) });
  });

  it('for now where there is no folder to keep it in, and made when there is', async () => {
    const { id } = await newOrder([{ name: 'Milk' }]);
    const blocked = (await newPlace()).dataDir;
    await writeFile(join(blocked, 'invoices'), 'in the way');
    const other = shop({ DATA_DIR: blocked });

    await expect(other.ensure(id)).rejects.toThrow(InvoiceUnavailable);
    expect(await rowsOf(id)).toEqual([]);

    await rm(join(blocked, 'invoices'));
    expect((await invoiceOf(id, other)).pages).toHaveLength(1);
  });

  it('for now where the file cannot be put in its place, and leaves neither half a file nor a row', async () => {
    const { id } = await newOrder([{ name: 'Milk' }]);
    await mkdir(join(pathOf(id), 'in the way'), { recursive: true });

    await expect(invoices.ensure(id)).rejects.toThrow(InvoiceUnavailable);

    expect(await rowsOf(id)).toEqual([]);
    expect(await leftovers()).toEqual([]);
    await rm(pathOf(id), { recursive: true });
  });
});
