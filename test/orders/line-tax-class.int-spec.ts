import { chosenLines } from '../../src/cart/chosen-lines.js';
import { newId } from '../../src/platform/common/id.js';
import type { Database } from '../../src/platform/database/database.js';
import { sql } from '../../src/platform/database/transaction.js';
import { insertProduct, insertUser } from '../factories/rows.js';
import { openTestDatabase } from '../support/stores/database.js';
import { createStoreLocation, describeIf, ENGINE } from '../support/stores/engine.js';
import { createOrderServices } from '../support/stores/order-services.js';
import { TestClock } from '../support/stores/test-clock.js';

const ADDRESS = { name: 'A', phone: '+91 98450 12345', line1: '1', city: 'Bengaluru', postalCode: '560004' };

let database: Database;
let other: Database;
beforeAll(async () => {
  const location = await createStoreLocation();
  [database, other] = [await openTestDatabase(location), await openTestDatabase(location)];
});

// On SQLite nothing is written while a transaction of an order runs.
describeIf(ENGINE === 'postgres')('an order line', () => {
  it('has the class of its product when its stock is deducted, so that no class is deleted that a line has', async () => {
    const [former, current] = [newId(), newId()];
    const id = await insertUser(database);
    const productId = await insertProduct(database, { available: 5_000 });
    const retax = (taxClass: string, hsn: string) =>
      sql`UPDATE products SET tax_class_id = ${taxClass}, hsn = ${hsn} WHERE id = ${productId}`;
    await database.write(retax(former, '0702'));
    const { writer } = createOrderServices(database, new TestClock());
    const staff = { id, sessionId: '', requestId: '', username: 'maya', role: 'store_manager' } as const;

    await database.transaction(async (tx) => {
      const lines = await chosenLines(tx, [{ productId, quantity: 1 }]);
      await other.write(retax(current, '0902'));
      await writer.write(tx, staff, { customerId: id, lines, body: { address: ADDRESS } });
    });
    expect(await database.read.rows(sql`SELECT tax_class_id AS tax, hsn FROM order_items`)).toEqual([
      { tax: current, hsn: '0902' },
    ]);
  });
});
