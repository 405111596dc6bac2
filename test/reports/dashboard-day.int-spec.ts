import type { BooksService } from '../../src/books/books.service.js';
import { DashboardService } from '../../src/dashboard/dashboard.service.js';
import { AdminOrderQuery } from '../../src/orders/admin/admin-orders.dto.js';
import { orderFilters, SORTS } from '../../src/orders/admin/order-filters.js';
import { newId } from '../../src/platform/common/id.js';
import type { Database } from '../../src/platform/database/database.js';
import { join, sql } from '../../src/platform/database/transaction.js';
import { insertOrder, insertProduct, insertUser } from '../factories/rows.js';
import { testConfig } from '../support/stores/config.js';
import { explain, openTestDatabase } from '../support/stores/database.js';
import { TestClock } from '../support/stores/test-clock.js';

const BOOKS = {
  recent: () => Promise.resolve({ balanced: true, checkedAt: '2026-06-10T00:00:00.000Z' }),
} as unknown as BooksService;

interface Day {
  readonly timeZone: string;
  /** Start of the day, and a time on it. */
  readonly start: string;
  readonly now: string;
}

/** The comment says why the day is in the list. */
const DAYS: readonly Day[] = [
  { timeZone: 'Asia/Kolkata', start: '2026-06-09T18:30:00Z', now: '2026-06-10T06:30:00Z' }, // half an hour from UTC
  { timeZone: 'Europe/Berlin', start: '2026-03-28T23:00:00Z', now: '2026-03-29T18:00:00Z' }, // of 23 hours
  { timeZone: 'America/St_Johns', start: '2026-11-01T02:30:00Z', now: '2026-11-02T03:00:00Z' }, // of 25 hours
  { timeZone: 'Pacific/Kiritimati', start: '2028-02-28T10:00:00Z', now: '2028-02-28T11:00:00Z' }, // a leap day
];

let database: Database;
let userId: string;
let productId: string;
beforeEach(async () => {
  database = await openTestDatabase();
  userId = await insertUser(database);
  productId = await insertProduct(database);
});

/** Inserts an order that was placed at a time, and reached its status at another. Returns the ID. */
async function newOrder(placed: number, status: string, reached: number): Promise<string> {
  const id = await insertOrder(database, { userId, productId, status, timestamp: placed });
  if (status !== 'placed')
    await database.write(sql`
      INSERT INTO order_status_changes (id, order_id, status, at, by_id)
      VALUES (${newId()}, ${id}, ${status}, ${reached}, ${userId})`);
  return id;
}

/** Returns the orders of a column of the board: those that reached the status today, latest first. */
async function column(status: 'delivered' | 'cancelled', since: number): Promise<string[]> {
  const query = { status, reachedFrom: new Date(since).toISOString() };
  const conditions = join(orderFilters(Object.assign(new AdminOrderQuery(), query)), ' AND ');
  const rows = await database.read.rows<{ id: string }>(
    sql`SELECT o.id FROM orders o WHERE ${conditions} ORDER BY ${SORTS.changed}`,
  );
  return rows.map(({ id }) => id);
}

it.each(DAYS)(
  'counts a step on its own day in $timeZone, and the board shows the same orders',
  async ({ timeZone, ...day }) => {
    const [start, now] = [Date.parse(day.start), Date.parse(day.now)];
    const early = await newOrder(start - 1, 'delivered', start);
    const late = await newOrder(start, 'delivered', now);
    await newOrder(start - 2, 'delivered', start - 1);
    const cancelled = await newOrder(start - 5_000_000, 'cancelled', now - 1);
    await newOrder(start - 3, 'cancelled', start - 1);
    await newOrder(start, 'packed', start - 1);
    await newOrder(now, 'placed', now);

    const clock = new TestClock(now);
    const dashboard = new DashboardService(testConfig({ STORE_TIME_ZONE: timeZone }), database, clock, BOOKS);
    const { today } = await dashboard.figures();
    expect(today).toEqual({
      since: new Date(start).toISOString(),
      orders: 3,
      revenue: 3 * 6250,
      cancelled: 1,
      delivered: 2,
    });
    expect(await column('delivered', start)).toEqual([late, early]);
    expect(await column('cancelled', start)).toEqual([cancelled]);
  },
);

it('does not count a delivery that is undone', async () => {
  const now = Date.parse('2026-06-10T06:30:00Z');
  const id = await newOrder(now - 1, 'delivered', now);
  await database.write(sql`DELETE FROM order_status_changes WHERE order_id = ${id}`);
  await database.write(sql`UPDATE orders SET status = 'out_for_delivery' WHERE id = ${id}`);
  const dashboard = new DashboardService(testConfig(), database, new TestClock(now), BOOKS);
  expect((await dashboard.figures()).today).toMatchObject({ orders: 1, delivered: 0 });
});

it('finds the steps of a day by their index', async () => {
  const conditions = join(
    orderFilters(Object.assign(new AdminOrderQuery(), { reachedFrom: '2026-06-10T00:00:00Z' })),
    ' AND ',
  );
  const plan = await explain(database, sql`SELECT o.id FROM orders o WHERE ${conditions}`);
  // PostgreSQL may scan small tables.
  if (database.dialect.name === 'sqlite') expect(plan).toContain('order_status_changes_at_idx');
});
