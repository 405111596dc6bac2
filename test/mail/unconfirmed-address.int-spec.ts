import { SendOrderConfirmation } from '../../src/orders/mail/send-order-confirmation.js';
import { SendOrderStatus } from '../../src/orders/mail/send-order-status.js';
import { newId } from '../../src/platform/common/id.js';
import { sql } from '../../src/platform/database/transaction.js';
import { insertOrder, insertProduct, insertUser } from '../factories/rows.js';
import { createMailServices } from '../support/clients/mail-services.js';
import { Mailbox } from '../support/clients/mailbox.js';
import { testConfig } from '../support/stores/config.js';
import { openTestDatabase } from '../support/stores/database.js';
import { createDocumentServices } from '../support/stores/document-services.js';
import { createStoreLocation } from '../support/stores/engine.js';

it('mails no order by telephone to an address that no one has confirmed, and each to a confirmed one', async () => {
  const location = await createStoreLocation();
  const database = await openTestDatabase(location);
  const mailbox = await Mailbox.open(() => ({}));
  const services = createMailServices(database, mailbox.url, testConfig({ DATA_DIR: location.dataDir }));
  const { invoices } = createDocumentServices(database, services.clock, services.config);
  const confirmation = new SendOrderConfirmation(database, services.mailer, invoices);
  const manager = await insertUser(database);
  const productId = await insertProduct(database);
  const take = async (userId: string): Promise<void> => {
    const id = await insertOrder(database, { userId, productId, timestamp: 1 });
    await database.write(sql`UPDATE orders SET taken_by = ${manager} WHERE id = ${id}`);
    await confirmation.run(id, newId());
  };
  await take(await insertUser(database, { emailConfirmedAt: null }));
  expect(mailbox.mails).toHaveLength(0);
  await take(await insertUser(database));
  expect(mailbox.mails).toHaveLength(1);
});

it('mails only the first three orders to an address that no one has confirmed', async () => {
  const location = await createStoreLocation();
  const database = await openTestDatabase(location);
  const mailbox = await Mailbox.open(() => ({}));
  const services = createMailServices(database, mailbox.url, testConfig({ DATA_DIR: location.dataDir }));
  const { invoices } = createDocumentServices(database, services.clock, services.config);
  const confirmation = new SendOrderConfirmation(database, services.mailer, invoices);
  const status = new SendOrderStatus(database, services.mailer, invoices);
  const userId = await insertUser(database, { emailConfirmedAt: null });
  const productId = await insertProduct(database);
  const place = (timestamp: number): Promise<string> =>
    insertOrder(database, { userId, productId, timestamp });
  const heldReasons = async (): Promise<(string | null)[]> =>
    (
      await database.read.rows<{ reason: string | null }>(
        sql`SELECT held_reason AS reason FROM mails WHERE user_id = ${userId} ORDER BY id`,
      )
    ).map(({ reason }) => reason);

  // Orders of another system were not mailed by this one.
  for (const reference of ['1', '2', '3'])
    await insertOrder(database, { userId, productId, timestamp: 0, status: 'delivered', reference });
  const orders = [await place(1), await place(2), await place(3), await place(4)];
  for (const id of orders) await confirmation.run(id, newId());
  expect(mailbox.mails).toHaveLength(3);
  expect(await heldReasons()).toEqual([null, null, null, 'unconfirmed-address']);

  await database.write(sql`
    INSERT INTO order_status_changes (id, order_id, status, at, by_id)
    VALUES (${newId()}, ${orders[3]}, 'out_for_delivery', 5, ${userId})`);
  await status.run(orders[3] ?? '', 'out_for_delivery', newId());
  expect(mailbox.mails).toHaveLength(3);

  await database.write(sql`UPDATE users SET email_confirmed_at = 6 WHERE id = ${userId}`);
  await confirmation.run(await place(7), newId());
  expect(mailbox.mails).toHaveLength(4);
});
