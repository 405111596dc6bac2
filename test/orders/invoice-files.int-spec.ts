import { mkdir, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Invoices } from '../../src/orders/invoices/invoices.js';
import { DAY_MS, SECOND_MS } from '../../src/platform/common/durations.js';
import { newId } from '../../src/platform/common/id.js';
import { sql } from '../../src/platform/database/transaction.js';
import { invoiceOf, InvoiceStore } from '../support/actions/invoices.js';
import { linesOf, readPdf } from '../support/clients/pdf.js';
import { createStoreLocation } from '../support/stores/engine.js';

let store: InvoiceStore;
let invoices: Invoices;

beforeAll(async () => {
  store = await InvoiceStore.open();
});

beforeEach(() => {
  invoices = store.invoices();
});

async function rowsOf(
  id: string,
): Promise<{ number: string; bytes: number; sha256: string; madeAt: number }[]> {
  return store.database.read.rows(
    sql`SELECT number, bytes, sha256, made_at AS "madeAt" FROM invoices WHERE order_id = ${id}`,
  );
}

async function leftovers(): Promise<string[]> {
  return (await readdir(join(store.dataDir, 'invoices'))).filter(
    (name) => !/^[0-9a-f-]{36}\.pdf$/.test(name),
  );
}

describe('a stored confirmation', () => {
  it('is readable by its owner only and matches its row', async () => {
    const { id, number } = await store.newOrder([{ name: 'Milk' }]);
    const first = await invoices.ensure(id);
    store.clock.advance(SECOND_MS);
    expect(await invoices.ensure(id)).toEqual(first);

    const { mode, size } = await stat(first.path);
    expect(first.path).toBe(store.pathOf(id));
    expect(mode & 0o777).toBe(0o600);
    expect(await rowsOf(id)).toEqual([
      {
        number,
        bytes: size,
        sha256: expect.any(String) as string,
        madeAt: store.clock.now() - SECOND_MS,
      },
    ]);
  });

  it('is created once by ten concurrent requests in two processes', async () => {
    const { id } = await store.newOrder([{ name: 'Milk' }]);
    const other = store.invoices();
    const files = await Promise.all(
      Array.from({ length: 10 }, (_, i) => (i % 2 === 0 ? invoices : other).ensure(id)),
    );

    expect(new Set(files.map(({ path, bytes }) => `${path} ${bytes}`)).size).toBe(1);
    expect(await rowsOf(id)).toHaveLength(1);
    expect((await invoiceOf(id, invoices)).pages).toHaveLength(1);
    expect(await leftovers()).toEqual([]);
  });

  it.each<[string, (path: string) => Promise<void>]>([
    ['lost', (path) => rm(path)],
    ['cut short', (path) => truncate(path, 1000)],
    ['overwritten', (path) => writeFile(path, 'something else')],
  ])('is recreated byte for byte if its file is %s', async (_, damage) => {
    const { id } = await store.newOrder([{ name: 'Milk' }, { name: 'दूध' }]);
    const { path } = await invoices.ensure(id);
    const [before, row] = [await readFile(path), await rowsOf(id)];

    await damage(path);
    store.clock.advance(DAY_MS);
    await store.invoices().ensure(id);

    expect((await readFile(path)).equals(before)).toBe(true);
    expect(await rowsOf(id)).toEqual(row);
  });

  it('is recreated if the process ended between the file and its row', async () => {
    const { id } = await store.newOrder([{ name: 'Milk' }]);
    const before = await readFile((await invoices.ensure(id)).path);
    await store.database.write(sql`DELETE FROM invoices WHERE order_id = ${id}`);

    await store.invoices().ensure(id);

    expect((await readFile(store.pathOf(id))).equals(before)).toBe(true);
    expect(await rowsOf(id)).toHaveLength(1);
  });

  it('gets the new content if a lost file is recreated by a renamed store', async () => {
    const { id } = await store.newOrder([{ name: 'Milk' }]);
    await rm((await invoices.ensure(id)).path);
    const renamed = store.invoices({ STORE_NAME: 'Blue Basket' });

    const { path, bytes } = await renamed.ensure(id);

    expect(linesOf(readPdf(await readFile(path)))).toContain('Blue Basket');
    expect(await rowsOf(id)).toMatchObject([{ bytes }]);
    expect(await invoices.ensure(id)).toEqual(await renamed.ensure(id));
  });
});

describe('an invoice of an order before there were confirmations', () => {
  /** Stores the row of an invoice whose file is lost. */
  const insertFormer = async (orderId: string, number: string): Promise<void> => {
    await store.database.write(sql`
      INSERT INTO invoices (order_id, number, made_at, bytes, sha256)
      VALUES (${orderId}, ${`INV-${number}`}, 0, 1, 'lost')`);
  };

  it('comes back with its number and titles if its file is lost', async () => {
    const { id, number } = await store.newOrder([{ name: 'Milk' }]);
    await insertFormer(id, number);

    const { path, filename, bytes } = await invoices.ensure(id);
    const pdf = readPdf(await readFile(path));

    expect(filename).toBe(`INV-${number}.pdf`);
    expect(pdf.info).toMatchObject({ Title: `Invoice INV-${number}` });
    const lines = linesOf(pdf);
    expect(lines).toEqual(
      expect.arrayContaining([
        'Invoice',
        'Invoice number',
        `INV-${number}`,
        'Order number',
        number,
        'Billed to',
      ]),
    );
    expect(lines.slice(-3)).toEqual([
      'This invoice shows the order as it was placed on 1 June 2026.',
      `Green Basket · Invoice INV-${number}`,
      '1 of 1',
    ]);
    expect(lines).not.toContain('Order confirmation');
    expect(await rowsOf(id)).toMatchObject([{ number: `INV-${number}`, bytes, madeAt: 0 }]);
  });

  it('comes back with the same bytes each time', async () => {
    const { id, number } = await store.newOrder([{ name: 'Milk' }]);
    await insertFormer(id, number);
    const { path } = await invoices.ensure(id);
    const [before, row] = [await readFile(path), await rowsOf(id)];
    await rm(path);
    await store.invoices().ensure(id);
    expect((await readFile(path)).equals(before)).toBe(true);
    expect(await rowsOf(id)).toEqual(row);
  });
});

describe('a refused confirmation', () => {
  it.each([newId(), 'nothing', '../../store.sqlite', ''])(
    'refuses the unknown order %j with orders.not-found',
    async (id) => {
      await expect(invoices.ensure(id)).rejects.toMatchObject({ code: 'orders.not-found' });
      await expect(invoices.ofOwnOrder(store.user, id)).rejects.toMatchObject({ code: 'orders.not-found' });
    },
  );

  it('refuses another user’s order with orders.not-found', async () => {
    const { id } = await store.newOrder([{ name: 'Milk' }]);
    await expect(invoices.ofOwnOrder(newId(), id)).rejects.toMatchObject({ code: 'orders.not-found' });
    expect(await invoices.ofOwnOrder(store.user, id)).toMatchObject({ path: store.pathOf(id) });
  });

  it('is unavailable while its folder cannot be created, and is made later', async () => {
    const { id } = await store.newOrder([{ name: 'Milk' }]);
    const blocked = (await createStoreLocation()).dataDir;
    await writeFile(join(blocked, 'invoices'), 'in the way');
    const other = store.invoices({ DATA_DIR: blocked });

    await expect(other.ensure(id)).rejects.toMatchObject({ code: 'orders.invoice-unavailable' });
    expect(await rowsOf(id)).toEqual([]);

    await rm(join(blocked, 'invoices'));
    expect((await invoiceOf(id, other)).pages).toHaveLength(1);
  });

  it('is unavailable while its file cannot be moved, and leaves neither a partial file nor a row', async () => {
    const { id } = await store.newOrder([{ name: 'Milk' }]);
    await mkdir(join(store.pathOf(id), 'in the way'), { recursive: true });

    await expect(invoices.ensure(id)).rejects.toMatchObject({ code: 'orders.invoice-unavailable' });

    expect(await rowsOf(id)).toEqual([]);
    expect(await leftovers()).toEqual([]);
    await rm(store.pathOf(id), { recursive: true });
  });
});
