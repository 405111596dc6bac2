import { newId } from '../../src/platform/common/id.js';
import type { Database } from '../../src/platform/database/database.js';
import { sql } from '../../src/platform/database/transaction.js';
import { SendMonthlyReport } from '../../src/reports/monthly/send-monthly-report.js';
import { insertBuyer, insertOrder, insertProduct, insertUser } from '../factories/rows.js';
import { createReports } from '../support/actions/reports.js';
import { createMailServices } from '../support/clients/mail-services.js';
import { Mailbox, type ReceivedMail } from '../support/clients/mailbox.js';
import { readPdf } from '../support/clients/pdf.js';
import { openTestDatabase } from '../support/stores/database.js';
import { TestClock } from '../support/stores/test-clock.js';

const DUE = Date.parse('2026-06-01T07:00:00+05:30');

let database: Database;
let clock: TestClock;
let product: string;

beforeEach(async () => {
  database = await openTestDatabase();
  clock = new TestClock(DUE);
  product = await insertProduct(database, { name: 'Tomatoes' });
});

describe('SendMonthlyReport', () => {
  let mailbox: Mailbox;
  let send: (userId: string, month?: string) => Promise<void>;

  beforeEach(async () => {
    mailbox = await Mailbox.open();
    const { config, mailer } = createMailServices(database, mailbox.url);
    const { monthly } = createReports(database, config, clock);
    const action = new SendMonthlyReport(config, database, clock, monthly, mailer);
    send = (userId, month = '2026-05') => action.run({ userId, month });
  });

  /** Returns the only received mail, with the lines of its only PDF. */
  function received(): { mail: ReceivedMail['parsed']; lines: string[]; title: string } {
    const [{ parsed: mail }, ...otherMails] = mailbox.mails as [ReceivedMail];
    expect(otherMails).toEqual([]);
    const [pdf, ...others] = mail.attachments;
    expect(others).toEqual([]);
    expect(pdf).toMatchObject({ filename: 'report-2026-05.pdf', contentType: 'application/pdf' });
    const { pages, info } = readPdf(pdf!.content);
    return { mail, lines: pages.join('\n').split('\n'), title: info['Title'] ?? '' };
  }

  /** Returns the one-click unsubscribe URL. */
  const unsubscribeUrl = (mail: ReceivedMail['parsed']): string =>
    (mail.headers.get('list') as unknown as { unsubscribe: { url: string } }).unsubscribe.url;

  const after = (lines: readonly string[], line: string, count: number): string[] => {
    const at = lines.indexOf(line);
    expect(at).toBeGreaterThanOrEqual(0);
    return lines.slice(at + 1, at + 1 + count);
  };

  it('sends a shopper the amounts of their own orders as HTML, text and PDF', async () => {
    const shopper = await insertBuyer(
      database,
      product,
      ['2026-05-01T00:00:00+05:30', '2026-05-31T23:30:00+05:30'],
      { email: 'asha@example.com' },
    );
    await insertBuyer(database, product, ['2026-05-12T10:00:00Z']);
    for (const [status, time] of [
      ['cancelled', '2026-05-12T10:00:00Z'],
      ['placed', '2026-06-01T00:00:00+05:30'],
    ] as const)
      await insertOrder(database, {
        userId: shopper,
        productId: product,
        status,
        timestamp: Date.parse(time),
      });
    const orders = await database.read.rows<{ number: string }>(sql`
      SELECT number FROM orders WHERE user_id = ${shopper} AND status = 'delivered' ORDER BY timestamp`);
    const section = await database.read.row<{ name: string }>(sql`SELECT name FROM sections`);

    await send(shopper);
    const { mail, lines, title } = received();
    expect(mailbox.mails[0]!.recipients).toEqual(['asha@example.com']);
    expect(mail.subject).toBe('Your May 2026 at Green Basket');
    for (const content of [mail.html || '', mail.text ?? '']) {
      for (const value of ['₹125.00', '2.5 kg', 'Tomatoes', section!.name]) expect(content).toContain(value);
    }
    expect(mail.text).toContain('Orders: 2\nSpent: ₹125.00\n');
    expect(title).toContain('May 2026');
    expect(after(lines, 'May 2026', 6)).toEqual([
      'Orders',
      '2',
      'Spent',
      '₹125.00',
      'Average order',
      '₹62.50',
    ]);
    expect(after(lines, 'Day', 7)).toEqual([
      'Amount',
      ...[orders[0]!.number, '1 May 2026', '₹62.50'],
      ...[orders[1]!.number, '31 May 2026', '₹62.50'],
    ]);
    expect(after(lines, 'By section', 4)).toEqual(['Section', 'Amount', section!.name, '₹125.00']);
    expect(after(lines, 'Bought most often', 6)).toEqual([
      ...['Product', 'Quantity', 'Amount'],
      ...['Tomatoes', '2.5 kg', '₹125.00'],
    ]);
    expect(unsubscribeUrl(mail)).toMatch(/^https:\/\/shop\.example\.com\/api\/v1\/mail\/unsubscribe\?token=/);
  });

  it('writes the report in the recipient’s language, with the names of products and sections', async () => {
    await database.write(sql`UPDATE products SET texts = '{"hi":{"name":"टमाटर"}}' WHERE id = ${product}`);
    await database.write(sql`UPDATE sections SET texts = '{"hi":{"name":"सब्ज़ियाँ"}}'`);
    await send(await insertBuyer(database, product, ['2026-05-12T10:00:00Z'], { locale: 'hi-IN' }));
    const { mail, lines } = received();
    expect(mail.subject).toBe('Green Basket पर आपका मई 2026');
    expect(lines).toEqual(expect.arrayContaining(['मासिक रिपोर्ट', 'मई 2026', 'उत्पाद']));
    expect(mail.text).toContain('- टमाटर');
    expect(mail.text).toContain('- सब्ज़ियाँ');
    expect(lines.join(' ')).not.toContain('Tomatoes');
    expect(lines.join(' ')).not.toMatch(/Monthly|Orders|Spent|Product|Section|Amount|kg|of 1/);
  });

  it('names products without a section, and each unit by which a product was sold', async () => {
    const shopper = await insertBuyer(database, product, ['2026-05-12T10:00:00Z', '2026-05-13T10:00:00Z']);
    await database.write(sql`
      UPDATE order_items SET unit_type = 'piece', quantity = 3000
      WHERE order_id = (SELECT id FROM orders ORDER BY timestamp DESC LIMIT 1)`);
    await database.write(
      sql`UPDATE products SET section_id = NULL, deleted_at = 1, published = ${false} WHERE id = ${product}`,
    );
    await send(shopper);
    const { mail, lines } = received();
    expect(mail.text).toContain('- Without a section: ₹125.00');
    expect(after(lines, 'Bought most often', 9).slice(3)).toEqual([
      ...['Tomatoes', '3 pieces', '₹62.50'],
      ...['Tomatoes', '1.25 kg', '₹62.50'],
    ]);
  });

  it('sends an admin the numbers of the store', async () => {
    await insertBuyer(database, product, ['2026-05-12T10:00:00Z', '2026-05-31T23:30:00+05:30'], {
      createdAt: Date.parse('2026-05-02'),
    });
    await insertBuyer(database, product, ['2026-05-12T10:00:00Z'], { orders: 'cancelled' });
    await insertProduct(database, { name: 'Quinoa', available: 2500, threshold: 4000 });
    await insertProduct(database, { name: 'Rye', available: 0 });
    const admin = await insertUser(database, { role: 'admin', email: 'owner@example.com' });

    await send(admin);
    const { mail, lines } = received();
    expect(mailbox.mails[0]!.recipients).toEqual(['owner@example.com']);
    expect(mail.subject).toBe('Green Basket in May 2026');
    expect(mail.text).toContain('Sales: ₹125.00\nOrders: 2\nAverage order: ₹62.50\nCancelled: 1\n');
    expect(mail.text).toContain('- Tomatoes: 2.5 kg, ₹125.00');
    expect(mail.text).toContain('2 products on sale that no one bought: Quinoa, Rye');
    // The cancelled order counts as a visit as well. The stock is 10 kg and 2.5 kg at ₹50.
    expect(mail.text).toContain('Active: 2\nNew: 1\nDormant: 0\n');
    expect(mail.text).toContain('Value on the shelves: ₹625.00\nLow: 1\nSold out: 1\n');
    expect(mail.html).toContain('₹625.00');
    expect(after(lines, 'May 2026', 4)).toEqual(['Sales', '₹125.00', 'Orders', '2']);
    expect(after(lines, 'Shoppers who ordered', 1)).toEqual(['1']);
    expect(after(lines, 'Sold best', 6).slice(3)).toEqual(['Tomatoes', '2.5 kg', '₹125.00']);
    expect(after(lines, '2 products on sale that no one bought', 4).at(-1)).toBe('Quinoa');
    expect(after(lines, 'Threshold', 4)).toEqual(['Quinoa', '2.5 kg', '0 kg', '4 kg']);
    expect(unsubscribeUrl(mail)).toContain('?token=monthly-report.');
  });

  it('reports a month without sales to an admin', async () => {
    await send(await insertUser(database, { role: 'admin' }));
    const { mail, lines } = received();
    expect(mail.text).toContain('Sales: ₹0.00\nOrders: 0\nAverage order: ₹0.00\nCancelled: 0\n');
    expect(mail.text).toContain('Nothing was sold.');
    expect(after(lines, 'Sold best', 4).at(-1)).toBe('None');
  });

  it('sends one mail, however often and concurrently the event is delivered', async () => {
    const shopper = await insertBuyer(database, product, ['2026-05-12T10:00:00Z']);
    await Promise.allSettled(Array.from({ length: 10 }, () => send(shopper)));
    await send(shopper);
    received();
  });

  it('skips users without valid orders or who have opted out', async () => {
    const inMay = ['2026-05-12T10:00:00Z'];
    const optedOut = await insertBuyer(database, product, inMay);
    await database.write(sql`UPDATE users SET monthly_report = ${false} WHERE id = ${optedOut}`);
    const cancelled = await insertBuyer(database, product, inMay, { orders: 'cancelled' });
    const suspended = await insertBuyer(database, product, inMay, { status: 'suspended' });
    const promoted = await insertBuyer(database, product, inMay, { role: 'store_manager' });
    for (const userId of [optedOut, cancelled, suspended, promoted, newId()]) await send(userId);
    expect(mailbox.mails).toEqual([]);
  });
});
