import { readFile, rm } from 'node:fs/promises';
import { DAY_MS } from '../../src/platform/common/durations.js';
import { sql } from '../../src/platform/database/transaction.js';
import { linesOf, readPdf } from '../support/clients/pdf.js';
import { BillingStore, LEGAL } from '../support/stores/billing-store.js';
import { documentOf, newStoreWithDocuments, numberOf } from '../support/stores/tampered-store.js';
import { TestClock } from '../support/stores/test-clock.js';

const OTHER_STORE = { STORE_NAME: 'Other', STORE_LOCALE: 'de-DE', STORE_TIME_ZONE: 'America/New_York' };

describe('the PDF of a document', () => {
  let store: BillingStore;
  beforeAll(async () => {
    store = await newStoreWithDocuments();
  });

  it.each(['INV 1', 'CN 1', 'CN 2'])(
    'has the same bytes in every process and at any time: %s',
    async (short) => {
      const { id } = await documentOf(store, short);
      const { path } = await store.services.files.ensure(id);
      const bytes = await readFile(path);
      await rm(path);
      await store.set('legal', { ...LEGAL, name: 'Another name', taxNumber: '' });
      const later = new TestClock(store.clock.now() + 400 * DAY_MS);
      const again = await store.process(later, OTHER_STORE).files.ensure(id);
      expect(again).toEqual({
        path,
        filename: `${numberOf(short).replaceAll('/', '-')}.pdf`,
        bytes: bytes.length,
      });
      expect((await readFile(path)).equals(bytes)).toBe(true);
    },
  );

  it('is printed without the buyer when this is removed', async () => {
    const { id } = await documentOf(store, 'INV 2');
    const { path } = await store.services.files.ensure(id);
    const before = linesOf(readPdf(await readFile(path)));
    await store.database.write(sql`UPDATE documents SET buyer = NULL WHERE id = ${id}`);
    await rm(path);
    await store.services.files.ensure(id);
    const after = linesOf(readPdf(await readFile(path)));
    const removed = before.filter((text) => !after.includes(text));
    const added = after.filter((text) => !before.includes(text));
    expect(removed.map((text) => text.replace(/\p{Cf}/gu, ''))).toEqual([
      'Asha Rao',
      '14, Temple Street',
      'Bengaluru 560004',
    ]);
    expect(added).toEqual(['No longer kept']);
  });
});

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

it('states no sale of an order whose lines do not add up to its total', async () => {
  const store = await BillingStore.open();
  await store.register();
  const goods = [{ ratePerUnit: 10_000, quantity: 1_000, taxClassId: null }];
  const sold = store.database.transaction(async (tx) => {
    const orderId = await store.insertSale(tx, { goods });
    await tx.execute(sql`UPDATE orders SET total = total + 1 WHERE id = ${orderId}`);
    return store.issue(tx, orderId);
  });
  await expect(sold).rejects.toMatchObject({ code: 'documents.total-differs', kind: 'rule' });
  expect(await store.database.read.rows(sql`SELECT * FROM document_series`)).toEqual([]);
});
