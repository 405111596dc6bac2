import { BooksService } from '../../src/books/books.service.js';
import { Clock } from '../../src/platform/common/clock.js';
import { SECOND_MS } from '../../src/platform/common/durations.js';
import { sql } from '../../src/platform/database/transaction.js';
import { TextsByLanguage1764000000045 } from '../../src/platform/database/migrations/1764000000045-texts-by-language.js';
import { insertOrderLines, LINES_PER_ORDER } from '../factories/bulk/orders.js';
import { openTestDatabase } from '../support/stores/database.js';
import { createStoreLocation } from '../support/stores/engine.js';
import { MigratedSource } from '../support/stores/migrated-source.js';

const ORDERS = 100_000;
/** The store is closed while it is migrated. */
const MAX_MS = 30 * SECOND_MS;

it(`takes ${ORDERS} orders back to the state without names, prices and papers, and forward again, with true books`, async () => {
  const location = await createStoreLocation();
  const database = await openTestDatabase(location);
  await insertOrderLines(database, ORDERS * LINES_PER_ORDER);
  await database.write(sql`UPDATE orders SET status = 'delivered'`);
  const source = await MigratedSource.open(location);
  await source.back(TextsByLanguage1764000000045);
  await expect(source.query('SELECT product_names FROM order_items LIMIT 1')).rejects.toThrow(
    /product_names/,
  );

  const begin = performance.now();
  await source.forward();
  const milliseconds = performance.now() - begin;
  await source.close();
  expect(await new BooksService(database, new Clock()).check()).toMatchObject({
    orders: { checked: ORDERS, differing: 0 },
    products: { differing: 0 },
    documents: { checked: 0, differing: 0 },
  });
  expect(milliseconds).toBeLessThan(MAX_MS);
});
