import type { Database } from '../../src/platform/database/database.js';
import { newId } from '../../src/platform/common/id.js';
import { sql } from '../../src/platform/database/transaction.js';
import { insertOrder, insertProduct, insertUser } from '../factories/rows.js';
import { sleep } from '../support/servers/processes.js';
import { openTestDatabase } from '../support/stores/database.js';
import { createStoreLocation, describeIf, ENGINE } from '../support/stores/engine.js';
import { createOrderServices } from '../support/stores/order-services.js';
import { TestClock } from '../support/stores/test-clock.js';

let database: Database;
let other: Database;
beforeAll(async () => {
  const location = await createStoreLocation();
  [database, other] = [await openTestDatabase(location), await openTestDatabase(location)];
});

// On SQLite a transaction waits for no row: it begins after the one before has ended.
describeIf(ENGINE === 'postgres')('an order that waits for a product', () => {
  it('promises stock of another that arrives meanwhile', async () => {
    const userId = await insertUser(database);
    const [first = '', second = ''] = [await insertProduct(database), await insertProduct(database)].sort();
    const available = (id: string, quantity: number) =>
      sql`UPDATE products SET quantity_available = ${quantity} WHERE id = ${id}`;
    await database.write(available(first, 5_000));
    await database.write(available(second, 0));
    const orderId = await insertOrder(database, { userId, productId: first, status: 'cancelled' });
    const { stock } = createOrderServices(database, new TestClock());

    const lines = [first, second].map((productId) => ({ productId, productName: 'Tea', quantity: 2_000 }));
    let promised: Promise<unknown> = Promise.resolve();
    await other.transaction(async (tx) => {
      await tx.rows(sql`SELECT id FROM products WHERE id = ${first} ${tx.forUpdate}`);
      promised = database.transaction((order) =>
        stock.deduct(order, { id: userId, requestId: newId() }, orderId, lines),
      );
      await sleep(300);
      await other.write(available(second, 5_000));
    });
    await promised;
    const rows = await database.read.rows<{ quantity: number }>(
      sql`SELECT quantity_available AS quantity FROM products WHERE id IN (${first}, ${second})`,
    );
    expect(rows.map(({ quantity }) => quantity)).toEqual([3_000, 3_000]);
  });
});
