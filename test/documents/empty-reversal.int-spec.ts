import { readFile } from 'node:fs/promises';
import { sql } from '../../src/platform/database/transaction.js';
import { linesOf, readPdf } from '../support/clients/pdf.js';
import { BillingStore } from '../support/stores/billing-store.js';

it('prints a reversal that has nothing left to take back', async () => {
  const store = await BillingStore.open();
  await store.register();
  const { orderId, document } = await store.sell({
    goods: [{ ratePerUnit: 10_000, quantity: 1_000, taxClassId: null }],
  });
  const { lines } = await store.services.documents.get(document.id);
  await store.credit(document.id, [{ lineId: lines[0]!.id, amount: 10_000 }]);
  await store.issueAgain(orderId);
  const reversal = await store.database.read.row<{ id: string; number: string }>(
    sql`SELECT id, number FROM documents WHERE credits_id = ${document.id} AND reversal`,
  );
  const { path } = await store.services.files.ensure(reversal!.id);
  expect(linesOf(readPdf(await readFile(path)))).toEqual(
    expect.arrayContaining([reversal!.number, document.number, '₹0.00']),
  );
});
