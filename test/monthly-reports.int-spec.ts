import { newId } from '../src/common/id.js';
import type { Config } from '../src/config/config.js';
import type { Database } from '../src/database/database.js';
import { join, sql } from '../src/database/transaction.js';
import { Outbox } from '../src/jobs/outbox.js';
import { Schedules } from '../src/jobs/schedules.js';
import { EngagementReport } from '../src/reports/engagement-report.js';
import { ActivityReport } from '../src/reports/monthly-figures.js';
import { PromiseMonthlyReports } from '../src/reports/promise-monthly-reports.js';
import { SalesReport } from '../src/reports/sales-report.js';
import { SendMonthlyReport } from '../src/reports/send-monthly-report.js';
import { StockReport } from '../src/reports/stock-report.js';
import { orderRow, productRow, userRow, type UserRow } from './factories/rows.js';
import { openTestDatabase } from './setup/database.js';
import { mailConfig, openMailOffice } from './setup/mail-office.js';
import { Mailbox, type ReceivedMail } from './setup/mailbox.js';
import { readPdf } from './setup/pdf.js';
import { TestClock } from './setup/test-clock.js';

const DUE = Date.parse('2026-06-01T07:00:00+05:30');

let database: Database;
let clock: TestClock;
let product: string;

beforeEach(async () => {
  database = await openTestDatabase();
  clock = new TestClock(DUE);
  product = await productRow(database, { name: 'Tomatoes' });
});

function promising(config: Config = mailConfig(), outbox = new Outbox(clock)): PromiseMonthlyReports {
  return new PromiseMonthlyReports(config, database, outbox, clock);
}

/** Somebody who ordered at these times; gives the id. */
async function buyer(times: readonly string[], more: UserRow & { orders?: string } = {}): Promise<string> {
  const userId = await userRow(database, more);
  for (const time of times) {
    await orderRow(database, {
      userId,
      productId: product,
      timestamp: Date.parse(time),
      status: more.orders ?? 'delivered',
    });
  }
  return userId;
}

/** As the events tell, and as the table does: they are the same. */
async function promisedOf(month: string): Promise<string[]> {
  const events = await database.read.rows<{ payload: string }>(
    sql`SELECT payload FROM outbox_events WHERE type = 'reports.monthly-due'`,
  );
  const told = events
    .map(({ payload }) => JSON.parse(payload) as { userId: string; month: string })
    .filter((event) => event.month === month)
    .map(({ userId }) => userId)
    .sort();
  const rows = await database.read.rows<{ id: string }>(
    sql`SELECT user_id AS id FROM monthly_reports WHERE month = ${month}`,
  );
  expect(told).toEqual(rows.map(({ id }) => id).sort());
  return told;
}

describe('a report of the past month is promised', () => {
  it('to each shopper who ordered in it, and to admins', async () => {
    const [shopper, admin] = [
      await buyer(['2026-05-12T10:00:00Z']),
      await userRow(database, { role: 'admin' }),
    ];
    expect(await promising().run(DUE)).toBe(2);
    expect(await promisedOf('2026-05')).toEqual([shopper, admin].sort());
  });

  it('to nobody who did not order, or had each order cancelled, or may not shop, or wants none', async () => {
    const may = ['2026-05-12T10:00:00Z'];
    await userRow(database);
    await buyer(['2026-04-30T18:00:00Z', '2026-06-01T00:00:00+05:30']);
    await buyer(may, { orders: 'cancelled' });
    await buyer(may, { status: 'suspended' });
    await buyer(may, { role: 'store_manager' });
    await userRow(database, { role: 'admin', status: 'suspended' });
    const optedOut = [await buyer(may), await userRow(database, { role: 'admin' })];
    await database.write(sql`UPDATE users SET monthly_report = ${false} WHERE id IN (${join(optedOut)})`);
    expect(await promising().run(DUE)).toBe(0);
    expect(await promisedOf('2026-05')).toEqual([]);
  });

  it.each([
    ['Asia/Kolkata', '2026-06-01T07:00:00+05:30', '2026-05-31T23:30:00+05:30', '2026-06-01T00:00:00+05:30'],
    // The night in which the clocks are put forward, and the one in which they are put back.
    ['Europe/Berlin', '2026-04-01T07:00:00+02:00', '2026-03-31T23:30:00+02:00', '2026-04-01T00:00:00+02:00'],
    ['America/Havana', '2026-12-01T07:00:00-05:00', '2026-11-01T00:30:00-04:00', '2026-10-31T23:59:59-04:00'],
    [
      'Pacific/Kiritimati',
      '2027-01-01T07:00:00+14:00',
      '2026-12-31T23:30:00+14:00',
      '2027-01-01T00:00:00+14:00',
    ],
  ])('by the clocks of %s, to the last minute', async (timeZone, dueAt, within, without) => {
    const shopper = await buyer([within]);
    await buyer([without]);
    const config = mailConfig({ STORE_TIME_ZONE: timeZone });
    await promising(config).run(Date.parse(dueAt));
    const rows = await database.read.rows<{ id: string }>(sql`SELECT user_id AS id FROM monthly_reports`);
    expect(rows).toEqual([{ id: shopper }]);
  });

  it('once, also where it is run three times at once and again', async () => {
    const shoppers = await Promise.all(Array.from({ length: 30 }, () => buyer(['2026-05-12T10:00:00Z'])));
    const counts = await Promise.all([1, 2, 3].map(() => promising().run(DUE)));
    expect(counts.reduce((sum, count) => sum + count)).toBe(30);
    expect(await promising().run(DUE)).toBe(0);
    expect(await promisedOf('2026-05')).toEqual([...shoppers].sort());
  });

  it('to everybody of many, also where it was broken off in the middle', async () => {
    await manyAdmins(900);
    class BreakingOutbox extends Outbox {
      private batches = 0;
      override add(...args: Parameters<Outbox['add']>): ReturnType<Outbox['add']> {
        this.batches += 1;
        if (this.batches === 3) throw new Error('the power is gone');
        return super.add(...args);
      }
    }
    const broken = promising(mailConfig(), new BreakingOutbox(clock));
    await expect(broken.run(DUE)).rejects.toThrow('the power is gone');
    expect(await promisedOf('2026-05')).toHaveLength(400);
    expect(await promising().run(DUE)).toBe(500);
    expect(new Set(await promisedOf('2026-05')).size).toBe(900);
  });

  it('on the first, and for each first that was missed', async () => {
    const shopper = await buyer(['2026-05-12T10:00:00Z', '2026-07-02T10:00:00Z']);
    const worker = (): Schedules => {
      const schedules = new Schedules(mailConfig(), database, clock, new Outbox(clock));
      schedules.register('monthly-report', async (dueAt) => {
        await promising().run(dueAt);
      });
      return schedules;
    };
    clock.set('2026-05-28T10:00:00+05:30');
    await worker().startDue();
    clock.set('2026-06-01T07:00:00+05:30');
    await worker().startDue();
    await doWhatIsDue(worker());
    expect(await promisedOf('2026-05')).toEqual([shopper]);

    clock.set('2026-08-09T12:00:00+05:30');
    await worker().startDue();
    await doWhatIsDue(worker());
    expect(await promisedOf('2026-05')).toEqual([shopper]);
    expect(await promisedOf('2026-06')).toEqual([]);
    expect(await promisedOf('2026-07')).toEqual([shopper]);
  });
});

/** Each event of the schedule twice, as a queue might deliver it. */
async function doWhatIsDue(schedules: Schedules): Promise<void> {
  const events = await database.read.rows<{ payload: string }>(
    sql`SELECT payload FROM outbox_events WHERE type = 'schedules.due'`,
  );
  for (const { payload } of [...events, ...events]) {
    const { schedule, dueAt } = JSON.parse(payload) as { schedule: string; dueAt: number };
    if (schedule === 'monthly-report') await schedules.actionOf(schedule)(dueAt);
  }
}

async function manyAdmins(count: number): Promise<void> {
  const rows = Array.from({ length: count }, () => {
    const id = newId();
    return sql`(${id}, ${id}, ${id}, ${id}, ${id}, ${id}, '-', 'admin', 'approved', 'en-IN', 0)`;
  });
  await database.write(sql`
    INSERT INTO users (id, username, username_key, email, email_key, display_name, password_hash, role, status, locale, created_at)
    VALUES ${join(rows)}`);
}

describe('a report', () => {
  let mailbox: Mailbox;
  let send: (userId: string, month?: string) => Promise<void>;

  beforeEach(async () => {
    mailbox = await Mailbox.open();
    const { config, mailer } = openMailOffice(database, mailbox.url);
    const sales = new SalesReport(database, config);
    const stock = new StockReport(database, clock, config);
    const engagement = new EngagementReport(database, clock, config);
    const activity = new ActivityReport(database, config, sales, stock, engagement);
    const action = new SendMonthlyReport(config, database, clock, activity, mailer);
    send = (userId, month = '2026-05') => action.run({ userId, month });
  });

  /** The one mail that came, with the lines of its one PDF. */
  function received(): { mail: ReceivedMail['parsed']; lines: string[]; title: string } {
    const [{ parsed: mail }, ...more] = mailbox.mails as [ReceivedMail];
    expect(more).toEqual([]);
    const [pdf, ...others] = mail.attachments;
    expect(others).toEqual([]);
    expect(pdf).toMatchObject({ filename: 'report-2026-05.pdf', contentType: 'application/pdf' });
    const { pages, info } = readPdf(pdf!.content);
    return { mail, lines: pages.join('\n').split('\n'), title: info['Title'] ?? '' };
  }

  /** The link of one click. */
  const unsubscribing = (mail: ReceivedMail['parsed']): string =>
    (mail.headers.get('list') as unknown as { unsubscribe: { url: string } }).unsubscribe.url;

  const after = (lines: readonly string[], line: string, count: number): string[] => {
    const at = lines.indexOf(line);
    expect(at).toBeGreaterThanOrEqual(0);
    return lines.slice(at + 1, at + 1 + count);
  };

  it('to a shopper has the figures of the own orders, as HTML, as text and as a PDF', async () => {
    const shopper = await buyer(['2026-05-01T00:00:00+05:30', '2026-05-31T23:30:00+05:30'], {
      email: 'asha@example.com',
    });
    await buyer(['2026-05-12T10:00:00Z']);
    for (const [status, time] of [
      ['cancelled', '2026-05-12T10:00:00Z'],
      ['placed', '2026-06-01T00:00:00+05:30'],
    ] as const)
      await orderRow(database, { userId: shopper, productId: product, status, timestamp: Date.parse(time) });
    const orders = await database.read.rows<{ number: string }>(sql`
      SELECT number FROM orders WHERE user_id = ${shopper} AND status = 'delivered' ORDER BY timestamp`);
    const section = await database.read.row<{ name: string }>(sql`SELECT name FROM sections`);

    await send(shopper);
    const { mail, lines, title } = received();
    expect(mailbox.mails[0]!.recipients).toEqual(['asha@example.com']);
    expect(mail.subject).toBe('Your May 2026 at Green Basket');
    for (const shown of [mail.html || '', mail.text ?? '']) {
      for (const figure of ['₹125.00', '2.5 kg', 'Tomatoes', section!.name]) expect(shown).toContain(figure);
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
    expect(unsubscribing(mail)).toMatch(/^https:\/\/shop\.example\.com\/api\/v1\/mail\/unsubscribe\?token=/);
  });

  it('is written in the language of its reader', async () => {
    await send(await buyer(['2026-05-12T10:00:00Z'], { locale: 'hi-IN' }));
    const { mail, lines } = received();
    expect(mail.subject).toBe('Green Basket पर आपका मई 2026');
    // Letters come as they are drawn, some before others that they follow when they are typed.
    expect(lines).toEqual(expect.arrayContaining(['मई', 'उत्पाद']));
    expect(lines.join(' ')).not.toMatch(/Monthly|Orders|Spent|Product|Section|Amount|kg|of 1/);
  });

  it('names what has lost its section, and each unit by which a product was sold', async () => {
    const shopper = await buyer(['2026-05-12T10:00:00Z', '2026-05-13T10:00:00Z']);
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

  it('to an admin has the figures of the store', async () => {
    await buyer(['2026-05-12T10:00:00Z', '2026-05-31T23:30:00+05:30'], {
      createdAt: Date.parse('2026-05-02'),
    });
    await buyer(['2026-05-12T10:00:00Z'], { orders: 'cancelled' });
    await productRow(database, { name: 'Quinoa', available: 2500, threshold: 4000 });
    await productRow(database, { name: 'Rye', available: 0 });
    const admin = await userRow(database, { role: 'admin', email: 'owner@example.com' });

    await send(admin);
    const { mail, lines } = received();
    expect(mailbox.mails[0]!.recipients).toEqual(['owner@example.com']);
    expect(mail.subject).toBe('Green Basket in May 2026');
    expect(mail.text).toContain('Sales: ₹125.00\nOrders: 2\nAverage order: ₹62.50\nCancelled: 1\n');
    expect(mail.text).toContain('- Tomatoes: 2.5 kg, ₹125.00');
    expect(mail.text).toContain('2 products on sale that nobody bought: Quinoa, Rye');
    // The order that was cancelled is a visit as well; 10 kg and 2.5 kg at ₹50 are on the shelves.
    expect(mail.text).toContain('Active: 2\nNew: 1\nDormant: 0\n');
    expect(mail.text).toContain('Value on the shelves: ₹625.00\nLow: 1\nSold out: 1\n');
    expect(mail.html).toContain('₹625.00');
    expect(after(lines, 'May 2026', 4)).toEqual(['Sales', '₹125.00', 'Orders', '2']);
    expect(after(lines, 'Shoppers who ordered', 1)).toEqual(['1']);
    expect(after(lines, 'Sold best', 6).slice(3)).toEqual(['Tomatoes', '2.5 kg', '₹125.00']);
    expect(after(lines, '2 products on sale that nobody bought', 4).at(-1)).toBe('Quinoa');
    expect(after(lines, 'Threshold', 3)).toEqual(['Quinoa', '2.5 kg', '4 kg']);
    expect(unsubscribing(mail)).toContain('?token=monthly-report.');
  });

  it('of a month without a sale says so to an admin', async () => {
    await send(await userRow(database, { role: 'admin' }));
    const { mail, lines } = received();
    expect(mail.text).toContain('Sales: ₹0.00\nOrders: 0\nAverage order: ₹0.00\nCancelled: 0\n');
    expect(mail.text).toContain('Nothing was sold.');
    expect(after(lines, 'Sold best', 4).at(-1)).toBe('None');
  });

  it('is one mail, however often and at the same time the event is delivered', async () => {
    const shopper = await buyer(['2026-05-12T10:00:00Z']);
    await Promise.allSettled(Array.from({ length: 10 }, () => send(shopper)));
    await send(shopper);
    received();
  });

  it('does not come to who has ordered nothing that holds, or wants none by now', async () => {
    const may = ['2026-05-12T10:00:00Z'];
    const optedOut = await buyer(may);
    await database.write(sql`UPDATE users SET monthly_report = ${false} WHERE id = ${optedOut}`);
    const cancelled = await buyer(may, { orders: 'cancelled' });
    const suspended = await buyer(may, { status: 'suspended' });
    const promoted = await buyer(may, { role: 'store_manager' });
    for (const userId of [optedOut, cancelled, suspended, promoted, newId()]) await send(userId);
    expect(mailbox.mails).toEqual([]);
  });
});
