import { newId } from '../../src/platform/common/id.js';
import type { Database } from '../../src/platform/database/database.js';
import { sql, type Sql } from '../../src/platform/database/transaction.js';
import { openTestDatabase } from '../support/stores/database.js';
import { ENGINE, createEmptyStoreLocation } from '../support/stores/engine.js';

describe('database constraints', () => {
  let database: Database;
  const ids = {
    user: newId(),
    section: newId(),
    product: newId(),
    order: newId(),
    secondOrder: newId(),
    item: newId(),
    entry: newId(),
  };

  beforeAll(async () => {
    database = await openTestDatabase(await createEmptyStoreLocation());
    for (const statement of [
      userRow(ids.user, 'asha'),
      sectionRow(ids.section, 'vegetables'),
      productRow(ids.product, 'tomatoes'),
      orderRow(ids.order, 'A'),
      orderRow(ids.secondOrder, 'C'),
      invoiceRow(ids.order, 'INV-A'),
      itemRow(ids.item),
      mailRow('a'),
      reminderRow(ids.user, '2026-06-01'),
      reportRow(ids.user, '2026-06'),
      alertRow(ids.entry, ids.product),
      movementRow(1000, 'opening'),
      sql`INSERT INTO audit_entries (id, action, subject_type, at) VALUES (${ids.entry}, 'a', 'user', 1)`,
    ])
      await database.write(statement);
  });

  const userRow = (id: string, name: string, values = { role: 'user', status: 'approved' }): Sql => sql`
    INSERT INTO users (id, username, username_key, email, email_key, display_name, password_hash, role, status, locale, created_at)
    VALUES (${id}, ${name}, ${name}, ${name}, ${name}, ${name}, 'none', ${values.role}, ${values.status}, 'en-IN', 1)`;
  const sectionRow = (id: string, key: string, slug = key): Sql => sql`
    INSERT INTO sections (id, name, name_key, slug, description, position, created_at)
    VALUES (${id}, ${key}, ${key}, ${slug}, '', 1, 1)`;
  const productRow = (
    id: string,
    key: string,
    values: {
      rate?: number;
      stock?: number;
      step?: number;
      unit?: string;
      section?: string;
      slug?: string;
      made?: string;
      best?: string;
    } = {},
  ): Sql => sql`
    INSERT INTO products (id, section_id, name, name_key, slug, description, brand, unit_type, rate_per_unit,
      quantity_available, quantity_step, manufactured_on, best_before, published, created_at)
    VALUES (${id}, ${values.section ?? ids.section}, ${key}, ${key}, ${values.slug ?? id}, '', '', ${values.unit ?? 'kg'}, ${values.rate ?? 1},
      ${values.stock ?? 1000}, ${values.step ?? 1000}, ${values.made ?? null}, ${values.best ?? null}, ${true}, 1)`;
  const orderRow = (id: string, number: string, values = { status: 'placed', total: 1 }): Sql => sql`
    INSERT INTO orders (id, number, user_id, status, total, placed_total, currency, address, timestamp)
    VALUES (${id}, ${number}, ${ids.user}, ${values.status}, ${values.total}, ${values.total}, 'INR', '{}', 1)`;
  const invoiceRow = (order: string, number: string, bytes = 1): Sql => sql`
    INSERT INTO invoices (order_id, number, made_at, bytes, sha256) VALUES (${order}, ${number}, 1, ${bytes}, '')`;
  const itemRow = (
    id: string,
    values: { quantity?: number; price?: number; order?: string; product?: string } = {},
  ): Sql => sql`
    INSERT INTO order_items (id, order_id, product_id, product_name, unit_type, rate_per_unit, quantity, price,
            ordered_quantity, ordered_price)
    VALUES (${id}, ${values.order ?? ids.order}, ${values.product ?? ids.product}, 'a', 'kg', 1, ${values.quantity ?? 1}, ${values.price ?? 1}, 1, 1)`;
  const movementRow = (delta: number, reason: string, product = ids.product): Sql => sql`
    INSERT INTO stock_movements (id, product_id, delta, reason, at) VALUES (${newId()}, ${product}, ${delta}, ${reason}, 1)`;
  const cartRow = (quantity: number, product = ids.product): Sql => sql`
    INSERT INTO cart_items (user_id, product_id, quantity, rate_seen, added_at) VALUES (${ids.user}, ${product}, ${quantity}, 1, 1)`;
  const requestRow = (
    status: string,
    decidedAt: number | null,
    note: string | null,
    type = 'create',
  ): Sql => sql`
    INSERT INTO section_requests (id, request_type, section_name, reason, status, requested_by, created_at, decided_at, decision_note)
    VALUES (${newId()}, ${type}, 'a', 'a', ${status}, ${ids.user}, 1, ${decidedAt}, ${note})`;

  const exportRow = (status: string, bytes: number | null): Sql => sql`
    INSERT INTO exports (id, owner_id, kind, parameters, with_bom, status, bytes, created_at)
    VALUES (${newId()}, ${ids.user}, 'products', '{}', ${false}, ${status}, ${bytes}, 1)`;
  const importRow = (status: string, errors: number, percent = 0): Sql => sql`
    INSERT INTO imports (id, owner_id, file_name, bytes, sha256, dry_run, status, error_count, percent, created_at)
    VALUES (${newId()}, ${ids.user}, 'a', 1, '', ${false}, ${status}, ${errors}, ${percent}, 1)`;
  const mailRow = (
    key: string,
    values: { user?: string; attempts?: number; sentAt?: number; refusedAt?: number } = {},
  ): Sql => sql`
    INSERT INTO mails (id, key, kind, user_id, address, subject, message_id, created_at, sent_at, refused_at, attempts)
    VALUES (${newId()}, ${key}, 'low-stock', ${values.user ?? null}, 'a', 'a', 'a', 1, ${values.sentAt ?? null},
            ${values.refusedAt ?? null}, ${values.attempts ?? 1})`;
  const reminderRow = (user: string, day: string): Sql =>
    sql`INSERT INTO reminders (user_id, day, created_at) VALUES (${user}, ${day}, 1)`;
  const reportRow = (user: string, month: string): Sql =>
    sql`INSERT INTO monthly_reports (user_id, month, created_at) VALUES (${user}, ${month}, 1)`;
  const alertRow = (event: string, product: string): Sql => sql`
    INSERT INTO low_stock_alerts (event_id, product_id, fell_at, hour) VALUES (${event}, ${product}, 1, 1)`;

  it.each<[string, () => Sql]>([
    ['an export with an unknown status', () => exportRow('lost', null)],
    ['an export that is done without a size', () => exportRow('done', null)],
    ['an import with an unknown status', () => importRow('lost', 0)],
    ['an import that is invalid without an error', () => importRow('invalid', 0)],
    ['an import that is done with an error', () => importRow('done', 1)],
    ['an import beyond 100 percent', () => importRow('applying', 0, 101)],
    [
      'an update to negative stock',
      () => sql`UPDATE products SET quantity_available = -1 WHERE id = ${ids.product}`,
    ],
    ['a product with negative stock', () => productRow(newId(), 'a', { stock: -1 })],
    ['a negative rate', () => productRow(newId(), 'a', { rate: -1 })],
    ['a quantity step of zero', () => productRow(newId(), 'a', { step: 0 })],
    ['an unknown unit', () => productRow(newId(), 'a', { unit: 'ton' })],
    [
      'a product without a section',
      () => sql`UPDATE products SET section_id = NULL WHERE id = ${ids.product}`,
    ],
    ['a product of an unknown section', () => productRow(newId(), 'a', { section: newId() })],
    ['two products with one name in a section', () => productRow(newId(), 'tomatoes')],
    ['two products with one slug', () => productRow(newId(), 'b', { slug: ids.product })],
    [
      'a best-before day before the manufacturing day',
      () => productRow(newId(), 'a', { made: '2026-02-01', best: '2026-01-01' }),
    ],
    ['a second section with one name', () => sectionRow(newId(), 'vegetables', 'other')],
    ['a second section with one slug', () => sectionRow(newId(), 'other', 'vegetables')],
    ['the deletion of a section with products', () => sql`DELETE FROM sections WHERE id = ${ids.section}`],
    ['a second user with one username', () => userRow(newId(), 'asha')],
    ['an unknown role', () => userRow(newId(), 'b', { role: 'root', status: 'approved' })],
    ['an unknown account status', () => userRow(newId(), 'b', { role: 'user', status: 'deleted' })],
    ['the deletion of a user with orders', () => sql`DELETE FROM users WHERE id = ${ids.user}`],
    ['an unknown order status', () => orderRow(newId(), 'B', { status: 'lost', total: 1 })],
    ['a negative total', () => orderRow(newId(), 'B', { status: 'placed', total: -1 })],
    ['a second order with one number', () => orderRow(newId(), 'A')],
    ['an item with quantity zero', () => itemRow(newId(), { quantity: 0 })],
    ['an item with a negative price', () => itemRow(newId(), { price: -1 })],
    ['an item of an unknown order', () => itemRow(newId(), { order: newId() })],
    ['a product twice in an order', () => itemRow(newId())],
    ['a stock movement of zero', () => movementRow(0, 'waste')],
    ['a stock movement with an unknown reason', () => movementRow(1, 'magic')],
    ['a stock movement of an unknown product', () => movementRow(1, 'delivery', newId())],
    ['an invoice of an unknown order', () => invoiceRow(newId(), 'INV-B')],
    ['a second invoice of an order', () => invoiceRow(ids.order, 'INV-B')],
    ['a second invoice with one number', () => invoiceRow(ids.secondOrder, 'INV-A')],
    ['an invoice of zero bytes', () => invoiceRow(ids.secondOrder, 'INV-B', 0)],
    ['a cart item with quantity zero', () => cartRow(0)],
    ['a cart item of an unknown product', () => cartRow(1, newId())],
    ['a pending request with a decision time', () => requestRow('pending', 1, null)],
    ['an approved request without a decision time', () => requestRow('approved', null, null)],
    ['a rejection without a note', () => requestRow('rejected', 1, null)],
    ['a request of an unknown type', () => requestRow('pending', null, null, 'merge')],
    ['a second mail with one key', () => mailRow('a')],
    ['a mail to an unknown user', () => mailRow('b', { user: newId() })],
    ['a mail that is sent and refused', () => mailRow('b', { sentAt: 1, refusedAt: 1 })],
    ['a mail with negative attempts', () => mailRow('b', { attempts: -1 })],
    ['a second reminder for one day', () => reminderRow(ids.user, '2026-06-01')],
    ['a reminder for an unknown user', () => reminderRow(newId(), '2026-06-01')],
    ['a second report for one month', () => reportRow(ids.user, '2026-06')],
    ['a report for an unknown user', () => reportRow(newId(), '2026-06')],
    ['a second alert for one event', () => alertRow(ids.entry, ids.product)],
    ['an alert for an unknown product', () => alertRow(newId(), newId())],
    [
      'a user without a reminder preference',
      () => sql`UPDATE users SET daily_reminder = NULL WHERE id = ${ids.user}`,
    ],
    [
      'a user without a report preference',
      () => sql`UPDATE users SET monthly_report = NULL WHERE id = ${ids.user}`,
    ],
    ['an update of an audit entry', () => sql`UPDATE audit_entries SET action = 'b' WHERE id = ${ids.entry}`],
    ['the deletion of an audit entry', () => sql`DELETE FROM audit_entries WHERE id = ${ids.entry}`],
    ['the deletion of all audit entries', () => sql`DELETE FROM audit_entries`],
  ])('refuse %s', async (_, statement) => {
    await expect(database.write(statement())).rejects.toThrow();
  });

  it('refuse to replace or truncate audit entries', async () => {
    const replacement =
      ENGINE === 'sqlite'
        ? sql`INSERT OR REPLACE INTO audit_entries (id, action, subject_type, at) VALUES (${ids.entry}, 'b', 'user', 1)`
        : sql`TRUNCATE audit_entries`;
    await expect(database.write(replacement)).rejects.toThrow();
    const entry = await database.read.row(sql`SELECT action FROM audit_entries WHERE id = ${ids.entry}`);
    expect(entry).toEqual({ action: 'a' });
  });
});
