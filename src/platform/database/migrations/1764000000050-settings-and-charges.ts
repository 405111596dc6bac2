import type { MigrationInterface, QueryRunner } from 'typeorm';
import { bigint, id, integer, KEY, OPTIONAL, table, text } from './columns.js';

const SETTINGS = table({
  name: 'settings',
  columns: [
    text('key', KEY),
    text('value'),
    integer('version'),
    bigint('changed_at'),
    id('changed_by', OPTIONAL),
  ],
  references: { changed_by: 'users.id' },
});

/* The amount is in the index, so that the books add up the charges from it alone. */
const ORDER_CHARGES = table({
  name: 'order_charges',
  columns: [id('id', KEY), id('order_id'), text('kind'), bigint('amount')],
  checks: {
    order_charges_kind_check: `kind IN ('delivery', 'packing')`,
    order_charges_amount_check: 'amount > 0',
  },
  uniques: { order_charges_order_kind_key: ['order_id', 'kind'] },
  indices: { order_charges_order_id_idx: ['order_id', 'amount'] },
  references: { order_id: 'orders.id' },
});

/** What admins set is a row for each kind of settings, and what an order costs besides its goods a row for each charge. */
export class SettingsAndCharges1764000000050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(SETTINGS);
    await runner.createTable(ORDER_CHARGES);
  }

  /**
   * An earlier release knows no charges: its books add up the items alone. So the charges of orders come off their totals.
   */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE orders SET total = total - (SELECT SUM(c.amount) FROM order_charges c WHERE c.order_id = orders.id)
      WHERE id IN (SELECT order_id FROM order_charges)`);
    await runner.dropTable('order_charges');
    await runner.dropTable('settings');
  }
}
