import { readFile } from 'node:fs/promises';
import type { Invoices } from '../../src/orders/invoices/invoices.js';
import { sql } from '../../src/platform/database/transaction.js';
import { ADDRESS, invoiceOf, InvoiceStore } from '../support/actions/invoices.js';
import { linesOf, readPdf } from '../support/clients/pdf.js';

let store: InvoiceStore;
let invoices: Invoices;

beforeAll(async () => {
  store = await InvoiceStore.open();
});

beforeEach(() => {
  invoices = store.invoices();
});

describe('a confirmation', () => {
  it('states the buyer, the lines, the date and the amounts', async () => {
    const { id, number } = await store.newOrder([
      { name: 'Tomatoes' },
      { name: 'Eggs', unit: 'piece', rate: 700, quantity: 12_000 },
      { name: 'टमाटर', unit: 'bunch', rate: 12_345_600, quantity: 1000 },
    ]);

    const { path, filename } = await invoices.ensure(id);
    const pdf = readPdf(await readFile(path));

    expect(filename).toBe(`${number}.pdf`);
    expect(pdf.info).toMatchObject({ Title: `Order confirmation ${number}`, Author: 'Green Basket' });
    expect(pdf.pages).toHaveLength(1);
    const lines = linesOf(pdf);
    const { name, line1, line2, phone } = ADDRESS;
    expect(lines).toEqual(
      expect.arrayContaining(['Deliver to', name, line1, line2, 'Bengaluru 560004', phone]),
    );
    expect(lines).toEqual(expect.arrayContaining(['Green Basket', 'Order confirmation', number]));
    expect(lines).not.toContain('Invoice number');
    // The day in the store's time zone, where it is past midnight.
    expect(lines).toContain('1 June 2026');
    const tomatoes = lines.indexOf('Tomatoes');
    expect(lines.slice(tomatoes, tomatoes + 4)).toEqual(['Tomatoes', '1.25 kg', '₹50.00 / kg', '₹62.50']);
    const eggs = lines.indexOf('Eggs');
    expect(lines.slice(eggs, eggs + 4)).toEqual(['Eggs', '12 pieces', '₹7.00 / piece', '₹84.00']);
    expect(lines).toEqual(expect.arrayContaining(['1 bunch', '₹1,23,456.00 / bunch', '₹1,23,456.00']));
    expect(lines.slice(-4)).toEqual([
      '₹1,23,602.50',
      'This confirmation shows the order as it was placed on 1 June 2026.',
      `Green Basket · Order confirmation ${number}`,
      '1 of 1',
    ]);
  });

  it.each([
    ['JPY', 'en-US', '¥62', '¥50 / kg'],
    ['KWD', 'en-US', 'KWD 6.250', 'KWD 5.000 / kg'],
    ['EUR', 'de-DE', '62,50 €', '50,00 € / kg'],
  ])('formats %s in the locale %s', async (currency, locale, amount, rate) => {
    const { id } = await store.newOrder(
      [{ name: 'Rice', rate: currency === 'JPY' ? 50 : 5000, quantity: currency === 'JPY' ? 1240 : 1250 }],
      { currency },
    );
    const lines = linesOf(
      await invoiceOf(id, store.invoices({ STORE_LOCALE: locale, STORE_CURRENCY: currency })),
    );
    expect(lines).toEqual(expect.arrayContaining([amount, rate]));
  });

  it('continues on as many pages as needed, each with column titles and its number', async () => {
    const names = Array.from({ length: 200 }, (_, i) => `Product ${i + 1}`);
    const { id, number } = await store.newOrder(names.map((name) => ({ name })));

    const pdf = await invoiceOf(id, invoices);

    expect(pdf.pages.length).toBeGreaterThanOrEqual(6);
    for (const [i, page] of pdf.pages.entries()) {
      const lines = page.split('\n');
      expect(lines.at(-1)).toBe(`${i + 1} of ${pdf.pages.length}`);
      expect(lines.at(-2)).toBe(`Green Basket · Order confirmation ${number}`);
      expect(lines.filter((line) => line === 'Product')).toHaveLength(1);
    }
    expect(linesOf(pdf).filter((line) => line.startsWith('Product '))).toEqual(names);
  });

  it('breaks long names, with and without spaces', async () => {
    const long = 'Unpolished toor dal from Akola that is stone-ground and packed by hand in paper bags';
    const { id } = await store.newOrder([{ name: long }, { name: 'x'.repeat(100) }]);
    const lines = linesOf(await invoiceOf(id, invoices));
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
    'க漢字😀 in letters of further fonts',
  ])('prints %j as plain text', async (name) => {
    const { id } = await store.newOrder([{ name }], {
      address: { ...ADDRESS, name, line1: name, city: name },
    });
    const lines = linesOf(await invoiceOf(id, invoices));
    expect(lines.join(' ')).toContain(name.replace(/[\t\n]/g, ' ').replace('\u202e', ''));
  });

  it('shows the order as it was placed, also after a cancellation', async () => {
    const { id } = await store.newOrder([{ name: 'Milk' }]);
    await store.database.write(sql`UPDATE orders SET status = 'cancelled' WHERE id = ${id}`);
    expect(linesOf(await invoiceOf(id, invoices))).toEqual(expect.arrayContaining(['Milk', '₹62.50']));
  });
});
