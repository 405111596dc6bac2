import { DataSource } from 'typeorm';
import { productListStatement } from '../src/catalog/product-list.js';
import { ProductQuery } from '../src/catalog/catalog.dto.js';
import { newId } from '../src/common/id.js';
import type { Database } from '../src/database/database.js';
import { postgresOptions, sqliteOptions } from '../src/database/open-database.js';
import { join, sql, type Sql } from '../src/database/transaction.js';
import { ENTITIES } from '../src/entities.js';
import { openTestDatabase } from './setup/database.js';
import { ENGINE, newPlace } from './setup/engine.js';

it('go up, all the way down, and up again', async () => {
  const { dataDir, databaseUrl } = await newPlace();
  const options =
    databaseUrl === undefined ? sqliteOptions(dataDir, ENTITIES) : postgresOptions(databaseUrl, ENTITIES);
  const source = await new DataSource(options).initialize();
  try {
    const up = async (): Promise<string[]> => {
      await source.runMigrations({ transaction: 'each' });
      return tablesIn(source);
    };
    const made = await up();
    expect(made).toEqual(
      expect.arrayContaining(['audit_entries', 'cart_items', 'invoices', 'orders', 'products', 'users']),
    );
    expect(source.migrations.length).toBeGreaterThanOrEqual(6);
    for (const _ of source.migrations) await source.undoLastMigration({ transaction: 'each' });
    expect(await tablesIn(source)).toEqual([]);
    expect(await up()).toEqual(made);
    expect(await source.showMigrations()).toBe(false);
  } finally {
    await source.destroy();
  }
});

async function tablesIn(source: DataSource): Promise<string[]> {
  const rows: { name: string }[] = await source.query(
    ENGINE === 'sqlite'
      ? `SELECT name FROM sqlite_master WHERE type IN ('table', 'view', 'trigger', 'index') AND name NOT LIKE 'sqlite_%'`
      : `SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'public'
           AND c.relkind IN ('r', 'v', 'i', 'S')
         UNION ALL SELECT proname FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
         WHERE n.nspname = 'public' AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')`,
  );
  return rows
    .map(({ name }) => name)
    .filter((name) => !/^(migrations|PK_)/.test(name))
    .sort();
}

describe('the schema', () => {
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
    database = await openTestDatabase();
    for (const statement of [
      userRow(ids.user, 'asha'),
      sectionRow(ids.section, 'vegetables'),
      productRow(ids.product, 'tomatoes'),
      orderRow(ids.order, 'A'),
      orderRow(ids.secondOrder, 'C'),
      invoiceRow(ids.order, 'INV-A'),
    ])
      await database.write(statement);
    for (const statement of [
      itemRow(ids.item),
      mailRow('a'),
      reminderRow(ids.user, '2026-06-01'),
      reportRow(ids.user, '2026-06'),
      alertRow(ids.entry, ids.product),
    ])
      await database.write(statement);
    await database.write(
      sql`INSERT INTO audit_entries (id, action, subject_type, at) VALUES (${ids.entry}, 'a', 'user', 1)`,
    );
    await database.write(sql`
      INSERT INTO stock_movements (id, product_id, delta, reason, at) VALUES (${newId()}, ${ids.product}, 1000, 'opening', 1)`);
  });

  const userRow = (id: string, name: string, more = { role: 'user', status: 'approved' }): Sql => sql`
    INSERT INTO users (id, username, username_key, email, email_key, display_name, password_hash, role, status, locale, created_at)
    VALUES (${id}, ${name}, ${name}, ${name}, ${name}, ${name}, 'none', ${more.role}, ${more.status}, 'en-IN', 1)`;
  const sectionRow = (id: string, key: string, slug = key): Sql => sql`
    INSERT INTO sections (id, name, name_key, slug, description, position, created_at)
    VALUES (${id}, ${key}, ${key}, ${slug}, '', 1, 1)`;
  const productRow = (
    id: string,
    key: string,
    more: {
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
    VALUES (${id}, ${more.section ?? ids.section}, ${key}, ${key}, ${more.slug ?? id}, '', '', ${more.unit ?? 'kg'}, ${more.rate ?? 1},
      ${more.stock ?? 1000}, ${more.step ?? 1000}, ${more.made ?? null}, ${more.best ?? null}, ${true}, 1)`;
  const orderRow = (id: string, number: string, more = { status: 'placed', total: 1 }): Sql => sql`
    INSERT INTO orders (id, number, user_id, status, total, currency, address, timestamp)
    VALUES (${id}, ${number}, ${ids.user}, ${more.status}, ${more.total}, 'INR', '{}', 1)`;
  const invoiceRow = (order: string, number: string, bytes = 1): Sql => sql`
    INSERT INTO invoices (order_id, number, made_at, bytes, sha256) VALUES (${order}, ${number}, 1, ${bytes}, '')`;
  const itemRow = (
    id: string,
    more: { quantity?: number; price?: number; order?: string; product?: string } = {},
  ): Sql => sql`
    INSERT INTO order_items (id, order_id, product_id, product_name, unit_type, rate_per_unit, quantity, price)
    VALUES (${id}, ${more.order ?? ids.order}, ${more.product ?? ids.product}, 'a', 'kg', 1, ${more.quantity ?? 1}, ${more.price ?? 1})`;
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
    more: { user?: string; attempts?: number; sentAt?: number; refusedAt?: number } = {},
  ): Sql => sql`
    INSERT INTO mails (id, key, kind, user_id, address, subject, message_id, created_at, sent_at, refused_at, attempts)
    VALUES (${newId()}, ${key}, 'low-stock', ${more.user ?? null}, 'a', 'a', 'a', 1, ${more.sentAt ?? null},
            ${more.refusedAt ?? null}, ${more.attempts ?? 1})`;
  const reminderRow = (user: string, day: string): Sql =>
    sql`INSERT INTO reminders (user_id, day, created_at) VALUES (${user}, ${day}, 1)`;
  const reportRow = (user: string, month: string): Sql =>
    sql`INSERT INTO monthly_reports (user_id, month, created_at) VALUES (${user}, ${month}, 1)`;
  const alertRow = (event: string, product: string): Sql => sql`
    INSERT INTO low_stock_alerts (event_id, product_id, fell_at, hour) VALUES (${event}, ${product}, 1, 1)`;

  it.each<[string, () => Sql]>([
    ['an export of a status that is none', () => exportRow('lost', null)],
    ['an export that is done without a size', () => exportRow('done', null)],
    ['an import of a status that is none', () => importRow('lost', 0)],
    ['an import that is invalid without an error', () => importRow('invalid', 0)],
    ['an import that is done with an error', () => importRow('done', 1)],
    ['an import that is more than done', () => importRow('applying', 0, 101)],
    [
      'less than nothing in stock',
      () => sql`UPDATE products SET quantity_available = -1 WHERE id = ${ids.product}`,
    ],
    ['a product with less than nothing', () => productRow(newId(), 'a', { stock: -1 })],
    ['a negative rate', () => productRow(newId(), 'a', { rate: -1 })],
    ['a step of nothing', () => productRow(newId(), 'a', { step: 0 })],
    ['a unit that is none', () => productRow(newId(), 'a', { unit: 'ton' })],
    ['a product of no section', () => sql`UPDATE products SET section_id = NULL WHERE id = ${ids.product}`],
    ['a product of a section that is none', () => productRow(newId(), 'a', { section: newId() })],
    ['two products of one name in a section', () => productRow(newId(), 'tomatoes')],
    ['two products of one address', () => productRow(newId(), 'b', { slug: ids.product })],
    ['best before it was made', () => productRow(newId(), 'a', { made: '2026-02-01', best: '2026-01-01' })],
    ['a second section of one name', () => sectionRow(newId(), 'vegetables', 'other')],
    ['a second section of one address', () => sectionRow(newId(), 'other', 'vegetables')],
    ['a section that goes with products in it', () => sql`DELETE FROM sections WHERE id = ${ids.section}`],
    ['a second user of one name', () => userRow(newId(), 'asha')],
    ['a role that is none', () => userRow(newId(), 'b', { role: 'root', status: 'approved' })],
    ['a status that is none', () => userRow(newId(), 'b', { role: 'user', status: 'deleted' })],
    ['a user who goes with orders', () => sql`DELETE FROM users WHERE id = ${ids.user}`],
    ['an order status that is none', () => orderRow(newId(), 'B', { status: 'lost', total: 1 })],
    ['a negative total', () => orderRow(newId(), 'B', { status: 'placed', total: -1 })],
    ['a second order of one number', () => orderRow(newId(), 'A')],
    ['an item of nothing', () => itemRow(newId(), { quantity: 0 })],
    ['an item with a negative price', () => itemRow(newId(), { price: -1 })],
    ['an item of an order that is none', () => itemRow(newId(), { order: newId() })],
    ['a product twice in an order', () => itemRow(newId())],
    ['a movement of nothing', () => movementRow(0, 'waste')],
    ['a movement for no reason', () => movementRow(1, 'magic')],
    ['a movement of a product that is none', () => movementRow(1, 'delivery', newId())],
    ['an invoice of an order that is none', () => invoiceRow(newId(), 'INV-B')],
    ['a second invoice of an order', () => invoiceRow(ids.order, 'INV-B')],
    ['a second invoice of one number', () => invoiceRow(ids.secondOrder, 'INV-A')],
    ['an invoice of nothing', () => invoiceRow(ids.secondOrder, 'INV-B', 0)],
    ['nothing in a cart', () => cartRow(0)],
    ['a product that is none in a cart', () => cartRow(1, newId())],
    ['a request that is decided and pending', () => requestRow('pending', 1, null)],
    ['a request that is approved and undecided', () => requestRow('approved', null, null)],
    ['a rejection without a note', () => requestRow('rejected', 1, null)],
    ['a request of a kind that is none', () => requestRow('pending', null, null, 'merge')],
    ['a second mail of one key', () => mailRow('a')],
    ['a mail to a user who is none', () => mailRow('b', { user: newId() })],
    ['a mail that is sent and refused', () => mailRow('b', { sentAt: 1, refusedAt: 1 })],
    ['a mail tried less than never', () => mailRow('b', { attempts: -1 })],
    ['a second reminder of one day', () => reminderRow(ids.user, '2026-06-01')],
    ['a reminder of nobody', () => reminderRow(newId(), '2026-06-01')],
    ['a second report of one month', () => reportRow(ids.user, '2026-06')],
    ['a report of nobody', () => reportRow(newId(), '2026-06')],
    ['a second alert of one event', () => alertRow(ids.entry, ids.product)],
    ['an alert of a product that is none', () => alertRow(newId(), newId())],
    [
      'a user without a wish about reminders',
      () => sql`UPDATE users SET daily_reminder = NULL WHERE id = ${ids.user}`,
    ],
    [
      'a user without a wish about reports',
      () => sql`UPDATE users SET monthly_report = NULL WHERE id = ${ids.user}`,
    ],
    ['a change of an audit entry', () => sql`UPDATE audit_entries SET action = 'b' WHERE id = ${ids.entry}`],
    ['an audit entry that goes', () => sql`DELETE FROM audit_entries WHERE id = ${ids.entry}`],
    ['all audit entries going', () => sql`DELETE FROM audit_entries`],
  ])('refuses %s', async (_, statement) => {
    await expect(database.write(statement())).rejects.toThrow();
  });

  it('refuses to replace an audit entry by another', async () => {
    const replacing =
      ENGINE === 'sqlite'
        ? sql`INSERT OR REPLACE INTO audit_entries (id, action, subject_type, at) VALUES (${ids.entry}, 'b', 'user', 1)`
        : sql`TRUNCATE audit_entries`;
    await expect(database.write(replacing)).rejects.toThrow();
    const entry = await database.read.row(sql`SELECT action FROM audit_entries WHERE id = ${ids.entry}`);
    expect(entry).toEqual({ action: 'a' });
  });
});

describe('the main lists are read by an index', () => {
  let database: Database;
  const user = newId();
  const product = newId();

  beforeAll(async () => {
    database = await openTestDatabase();
    const section = newId();
    await database.transaction(async (tx) => {
      await tx.execute(sql`
        INSERT INTO users (id, username, username_key, email, email_key, display_name, password_hash, role, status, locale, created_at)
        VALUES ${join(
          Array.from(
            { length: 50 },
            (_, i) =>
              sql`(${i === 0 ? user : newId()}, ${`u${i}`}, ${`u${i}`}, ${`u${i}`}, ${`u${i}`}, 'a', 'none', 'user', 'approved', 'en', 1)`,
          ),
        )}`);
      await tx.execute(sql`
        INSERT INTO sections (id, name, name_key, slug, description, position, created_at) VALUES (${section}, 'a', 'a', 'a', '', 1, 1)`);
      for (let start = 0; start < 4000; start += 200) {
        const numbers = Array.from({ length: 200 }, (_, i) => start + i);
        await tx.execute(sql`
          INSERT INTO products (id, section_id, name, name_key, slug, description, brand, unit_type, rate_per_unit, quantity_step, published, created_at)
          VALUES ${join(numbers.map((n) => sql`(${n === 0 ? product : newId()}, ${section}, ${`p${n}`}, ${`p${n}`}, ${`p${n}`}, '', '', 'kg', ${n}, 1000, ${true}, ${n})`))}`);
        await tx.execute(sql`
          INSERT INTO orders (id, number, user_id, status, total, currency, address, timestamp)
          VALUES ${join(numbers.map((n) => sql`(${newId()}, ${`n${n}`}, (SELECT id FROM users WHERE username = ${`u${n % 50}`}), 'placed', 1, 'INR', '{}', ${n})`))}`);
        await tx.execute(sql`
          INSERT INTO stock_movements (id, product_id, delta, reason, at)
          VALUES ${join(numbers.map((n) => sql`(${newId()}, (SELECT id FROM products WHERE slug = ${`p${n % 150}`}), 1, 'delivery', ${n})`))}`);
      }
      await tx.execute(sql`ANALYZE`);
    });
  });

  const listBy = (sort: ProductQuery['sort']): Sql =>
    productListStatement(database.dialect, Object.assign(new ProductQuery(), { sort, limit: 20 }), undefined);

  it.each<[string, RegExp, () => Sql]>([
    ['products by name', /products_name_idx/, () => listBy('name')],
    ['products by name, backwards', /products_name_idx/, () => listBy('-name')],
    ['products by rate', /products_rate_idx/, () => listBy('rate')],
    ['products by age', /products_created_at_idx/, () => listBy('newest')],
    [
      'the orders of a shopper',
      /orders_user_id_idx/,
      () =>
        sql`SELECT * FROM orders o WHERE o.user_id = ${user} ORDER BY o.timestamp DESC, o.id DESC LIMIT 21`,
    ],
    [
      'all orders',
      /orders_timestamp_idx/,
      () => sql`SELECT * FROM orders o ORDER BY o.timestamp DESC, o.id DESC LIMIT 25`,
    ],
    [
      'what the orders of a time come to',
      // Until it is vacuumed, PostgreSQL looks into the table as well.
      /(COVERING INDEX|Index Only Scan using|Index Scan on) orders_timestamp_idx/,
      () =>
        sql`SELECT sum(o.total), count(*), count(o.user_id) FROM orders o
            WHERE o.timestamp >= 100 AND o.timestamp < 200 AND o.status <> 'cancelled'`,
    ],
    [
      'what was wasted in a time',
      /(COVERING INDEX|Index Only Scan using) stock_movements_waste_idx/,
      () =>
        sql`SELECT m.product_id, m.delta FROM stock_movements m
            WHERE m.reason = 'waste' AND m.at >= 100 AND m.at < 200`,
    ],
    [
      'the ledger of a product',
      /stock_movements_product_id_idx/,
      () =>
        sql`SELECT * FROM stock_movements m WHERE m.product_id = ${product} ORDER BY m.at DESC, m.id DESC LIMIT 25`,
    ],
  ])('%s', async (_, index, statement) => {
    const explained = await explain(database, statement());
    expect(explained).toMatch(index);
    // SQLite tells so where it would have to sort; PostgreSQL may sort what is few.
    expect(explained).not.toMatch(/TEMP B-TREE|Seq Scan on (products|orders|stock_movements)/);
  });
});

async function explain(database: Database, statement: Sql): Promise<string> {
  const how = ENGINE === 'sqlite' ? sql`EXPLAIN QUERY PLAN ${statement}` : sql`EXPLAIN ${statement}`;
  const rows = await database.read.rows<Record<string, unknown>>(how);
  return rows.map((row) => String(row['detail'] ?? row['QUERY PLAN'])).join('\n');
}
