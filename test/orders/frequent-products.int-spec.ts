import { frequentProductsStatement } from '../../src/orders/frequent-products.js';
import { newId } from '../../src/platform/common/id.js';
import { sql } from '../../src/platform/database/transaction.js';
import { insertOrderLines } from '../factories/bulk/orders.js';
import { openTestDatabase } from '../support/stores/database.js';
import { ENGINE } from '../support/stores/engine.js';

it('reads frequent products through the index of the shopper’s orders, however many orders exist', async () => {
  const database = await openTestDatabase();
  const regular = await insertOrderLines(database, 20_000);
  if (ENGINE === 'postgres') await database.write(sql`ANALYZE`);
  for (const userId of [regular, newId()]) {
    const statement = frequentProductsStatement(database.dialect, userId);
    const explain = ENGINE === 'sqlite' ? sql`EXPLAIN QUERY PLAN ${statement}` : sql`EXPLAIN ${statement}`;
    const rows = await database.read.rows<Record<string, unknown>>(explain);
    const plan = rows.map((row) => String(row['detail'] ?? row['QUERY PLAN'])).join('\n');
    expect(plan).toMatch(/orders_user_id_idx/);
    // PostgreSQL may scan small tables.
    if (ENGINE === 'sqlite')
      expect(plan.match(/(SCAN|SEARCH) (orders|i|p) .*/g)).toEqual([
        'SEARCH orders USING INDEX orders_user_id_idx (user_id=?)',
        'SEARCH i USING INDEX order_items_once_key (order_id=?)',
        'SEARCH p USING INDEX sqlite_autoindex_products_1 (id=?)',
      ]);
  }
});
