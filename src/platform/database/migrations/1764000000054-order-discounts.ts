import { Table, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { bigint, id, KEY, OPTIONAL, table, text } from './columns.js';

const ORDER_DISCOUNTS = table({
  name: 'order_discounts',
  columns: [
    id('id', KEY),
    id('order_id'),
    id('item_id', OPTIONAL),
    text('reason'),
    text('label'),
    bigint('amount'),
  ],
  checks: {
    order_discounts_reason_check: `reason IN ('staff')`,
    order_discounts_amount_check: 'amount > 0',
  },
  indices: { order_discounts_order_id_idx: ['order_id'], order_discounts_item_id_idx: ['item_id'] },
  references: { order_id: 'orders.id', item_id: 'order_items.id' },
});

const ITEM_COLUMNS = [
  id('id', KEY),
  id('order_id'),
  id('product_id'),
  text('product_name'),
  text('product_names', { default: `'{}'` }),
  text('unit_type'),
  bigint('rate_per_unit'),
  bigint('quantity'),
  id('tax_class_id', OPTIONAL),
  text('hsn', OPTIONAL),
  bigint('mrp', OPTIONAL),
  bigint('price'),
];
const ITEM_REFERENCES = { order_id: 'orders.id', product_id: 'products.id' };

const ORDER_ITEMS = table({
  name: 'order_items',
  columns: [...ITEM_COLUMNS, bigint('ordered_quantity'), bigint('ordered_price')],
  checks: { order_items_quantity_check: 'quantity >= 0', order_items_price_check: 'price >= 0' },
  references: ITEM_REFERENCES,
});

const EARLIER_ORDER_ITEMS = table({
  name: 'order_items',
  columns: ITEM_COLUMNS,
  checks: { order_items_quantity_check: 'quantity > 0', order_items_price_check: 'price >= 0' },
  uniques: { order_items_order_product_key: ['order_id', 'product_id'] },
  references: ITEM_REFERENCES,
});

const ONCE = new TableIndex({
  name: 'order_items_once_key',
  columnNames: ['order_id', 'product_id'],
  isUnique: true,
});
const OF_PRODUCT = new TableIndex({ name: 'order_items_product_id_idx', columnNames: ['product_id'] });

/**
 * Rebuilds the items in another form: SQLite cannot drop a UNIQUE constraint. The ticks of pick lists are kept aside meanwhile. With
 * foreign keys on, as for a step back, they would be deleted with the items.
 */
async function rebuildItems(
  runner: QueryRunner,
  form: Table,
  values: Readonly<Record<string, string>>,
): Promise<void> {
  const columns = form.columns.map(({ name }) => name);
  await runner.query('CREATE TABLE kept_ticks AS SELECT * FROM pick_ticks');
  await runner.query('DELETE FROM pick_ticks');
  await runner.createTable(new Table({ ...form, name: 'rebuilt_items' }));
  await runner.query(`
    INSERT INTO rebuilt_items (${columns.join(', ')})
    SELECT ${columns.map((name) => values[name] ?? name).join(', ')} FROM order_items ORDER BY rowid`);
  await runner.query('DROP TABLE order_items');
  await runner.query('ALTER TABLE rebuilt_items RENAME TO order_items');
  await runner.query('INSERT INTO pick_ticks SELECT * FROM kept_ticks');
  await runner.query('DROP TABLE kept_ticks');
  await runner.createIndex('order_items', OF_PRODUCT);
}

/* One rewrite of a table is several times as fast as an UPDATE of all its rows, and leaves no dead ones. */
const UP_ON_POSTGRES = [
  'ALTER TABLE orders ADD COLUMN placed_total bigint',
  `ALTER TABLE orders
     ALTER COLUMN placed_total TYPE bigint USING total,
     ALTER COLUMN placed_total SET NOT NULL`,
  `ALTER TABLE order_items
     ADD COLUMN ordered_quantity bigint,
     ADD COLUMN ordered_price bigint,
     DROP CONSTRAINT order_items_order_product_key,
     DROP CONSTRAINT order_items_quantity_check`,
  `ALTER TABLE order_items
     ALTER COLUMN ordered_quantity TYPE bigint USING quantity,
     ALTER COLUMN ordered_price TYPE bigint USING price,
     ALTER COLUMN ordered_quantity SET NOT NULL,
     ALTER COLUMN ordered_price SET NOT NULL,
     ADD CONSTRAINT order_items_quantity_check CHECK (quantity >= 0)`,
];

const UP_ON_SQLITE = [
  'ALTER TABLE orders ADD COLUMN placed_total bigint',
  'UPDATE orders SET placed_total = total',
  'ALTER TABLE orders ALTER COLUMN placed_total SET NOT NULL',
];

const DOWN_ON_POSTGRES = [
  `ALTER TABLE order_items
     DROP COLUMN ordered_quantity,
     DROP COLUMN ordered_price,
     ADD CONSTRAINT order_items_order_product_key UNIQUE (order_id, product_id),
     DROP CONSTRAINT order_items_quantity_check,
     ADD CONSTRAINT order_items_quantity_check CHECK (quantity > 0)`,
];

/** Orders have discounts, and know what was ordered: the total of the order and the quantity and price of each item. */
export class OrderDiscounts1764000000054 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    if (runner.dataSource.options.type === 'postgres')
      for (const statement of UP_ON_POSTGRES) await runner.query(statement);
    else {
      for (const statement of UP_ON_SQLITE) await runner.query(statement);
      await rebuildItems(runner, ORDER_ITEMS, { ordered_quantity: 'quantity', ordered_price: 'price' });
    }
    await runner.createIndex('order_items', ONCE);
    await runner.createTable(ORDER_DISCOUNTS);
  }

  /**
   * An earlier release knows no discounts: its books add up items and charges alone. So the discounts come back to the totals.
   *
   * @throws Error if a document states a discounted sale: it does not change, and would no longer be that of its order
   */
  async down(runner: QueryRunner): Promise<void> {
    const issued: unknown = await runner.query(`
      SELECT d.id FROM documents d JOIN order_discounts x ON x.order_id = d.order_id AND x.item_id IS NULL LIMIT 1`);
    if (Array.isArray(issued) && issued.length > 0)
      throw new Error(
        'Documents state discounts, which an earlier release does not know. Restore a backup instead.',
      );
    await runner.query(`
      UPDATE orders SET total = total + (
        SELECT SUM(d.amount) FROM order_discounts d WHERE d.order_id = orders.id AND d.item_id IS NULL)
      WHERE id IN (SELECT order_id FROM order_discounts WHERE item_id IS NULL)`);
    await runner.dropTable('order_discounts');
    await runner.dropIndex('order_items', ONCE);
    if (runner.dataSource.options.type === 'postgres')
      for (const statement of DOWN_ON_POSTGRES) await runner.query(statement);
    else await rebuildItems(runner, EARLIER_ORDER_ITEMS, {});
    await runner.query('ALTER TABLE orders DROP COLUMN placed_total');
  }
}
