import type { MigrationInterface, QueryRunner } from 'typeorm';
import { bigint, id, KEY, OPTIONAL, table, text } from './columns.js';

const STATUSES = `('placed', 'packed', 'out_for_delivery', 'delivered', 'cancelled')`;

const TABLES = [
  table({
    name: 'cart_items',
    columns: [
      id('user_id', KEY),
      id('product_id', KEY),
      bigint('quantity'),
      bigint('rate_seen'),
      bigint('added_at'),
    ],
    references: { user_id: 'users.id', product_id: 'products.id' },
    checks: { cart_items_quantity_check: 'quantity > 0' },
    indices: { cart_items_product_id_idx: ['product_id'] },
  }),
  table({
    name: 'orders',
    columns: [
      id('id', KEY),
      text('number'),
      id('user_id'),
      text('status'),
      bigint('total'),
      text('currency'),
      text('address'),
      text('note', OPTIONAL),
      bigint('timestamp'),
    ],
    references: { user_id: 'users.id' },
    uniques: { orders_number_key: ['number'] },
    checks: { orders_status_check: `status IN ${STATUSES}`, orders_total_check: 'total >= 0' },
    indices: {
      orders_user_id_idx: ['user_id', 'timestamp', 'id'],
      orders_status_idx: ['status', 'timestamp', 'id'],
      orders_timestamp_idx: ['timestamp', 'id'],
    },
  }),
  table({
    name: 'order_items',
    columns: [
      id('id', KEY),
      id('order_id'),
      id('product_id'),
      text('product_name'),
      text('unit_type'),
      bigint('rate_per_unit'),
      bigint('quantity'),
      bigint('price'),
    ],
    references: { order_id: 'orders.id', product_id: 'products.id' },
    uniques: { order_items_order_product_key: ['order_id', 'product_id'] },
    checks: { order_items_quantity_check: 'quantity > 0', order_items_price_check: 'price >= 0' },
    indices: { order_items_product_id_idx: ['product_id'] },
  }),
  table({
    name: 'order_status_changes',
    columns: [
      id('id', KEY),
      id('order_id'),
      text('status'),
      bigint('at'),
      id('by_id'),
      text('note', OPTIONAL),
    ],
    references: { order_id: 'orders.id', by_id: 'users.id' },
    uniques: { order_status_changes_once_key: ['order_id', 'status'] },
    checks: { order_status_changes_status_check: `status IN ${STATUSES}` },
  }),
  table({
    name: 'idempotency_keys',
    columns: [id('user_id', KEY), text('key', KEY), text('body_hash'), text('answer'), bigint('created_at')],
    references: { user_id: 'users.id' },
    indices: { idempotency_keys_created_at_idx: ['created_at'] },
  }),
];

/**
 * Limits a cart to a hundred lines, also under concurrent inserts: on PostgreSQL, an insert waits for the other inserts of
 * the same user, and then sees their lines.
 */
const MOST_LINES = {
  'better-sqlite3': [
    `CREATE TRIGGER cart_items_most_check AFTER INSERT ON cart_items
     WHEN (SELECT count(*) FROM cart_items WHERE user_id = new.user_id) > 100
     BEGIN SELECT RAISE(ABORT, 'cart_items_most_check'); END`,
  ],
  postgres: [
    `CREATE FUNCTION refuse_full_cart() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
       PERFORM 1 FROM users WHERE id IN (SELECT user_id FROM added) ORDER BY id FOR NO KEY UPDATE;
       IF EXISTS (SELECT 1 FROM cart_items WHERE user_id IN (SELECT user_id FROM added)
                  GROUP BY user_id HAVING count(*) > 100) THEN
         RAISE check_violation USING MESSAGE = 'the cart is full', CONSTRAINT = 'cart_items_most_check';
       END IF;
       RETURN NULL;
     END $$`,
    `CREATE TRIGGER cart_items_most_check AFTER INSERT ON cart_items REFERENCING NEW TABLE AS added
     FOR EACH STATEMENT EXECUTE FUNCTION refuse_full_cart()`,
  ],
};

export class CartAndOrders1764000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const one of TABLES) await runner.createTable(one);
    const type = runner.dataSource.options.type as keyof typeof MOST_LINES;
    for (const statement of MOST_LINES[type]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const one of [...TABLES].reverse()) await runner.dropTable(one);
    if (runner.dataSource.options.type === 'postgres') await runner.query('DROP FUNCTION refuse_full_cart()');
  }
}
