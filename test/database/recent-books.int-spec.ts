import { BooksService } from '../../src/books/books.service.js';
import { DAY_MS, MINUTE_MS } from '../../src/platform/common/durations.js';
import { waitUntil } from '../support/servers/processes.js';
import type { BillingStore } from '../support/stores/billing-store.js';
import { BALANCED, newStoreWithDocuments } from '../support/stores/tampered-store.js';

let store: BillingStore;
beforeAll(async () => {
  store = await newStoreWithDocuments();
});

let books: BooksService;
beforeEach(() => {
  books = new BooksService(store.database, store.clock);
});

const checkedDocuments = async (): Promise<number> => (await books.recent()).documents.checked;

describe('the books for frequent callers', () => {
  it('are ready before the documents are checked, and name them soon after', async () => {
    expect(await checkedDocuments()).toBe(0);
    await waitUntil(async () => (await checkedDocuments()) === BALANCED.checked);
  });

  it('are the result of a check that began after theirs', async () => {
    // The refresh of the documents that this begins ends beside the check.
    const first = books.recent();
    const checked = books.check();
    await Promise.all([first, checked]);
    expect(await books.recent()).toBe(await checked);
  });

  it('are checked again after some minutes, with the last result of the documents for a day', async () => {
    const checked = await books.check();
    store.clock.advance(6 * MINUTE_MS);
    const later = await books.recent();
    expect(later.checkedAt > checked.checkedAt).toBe(true);
    expect(later.documents).toBe(checked.documents);
    store.clock.advance(DAY_MS);
    expect((await books.recent()).documents).toBe(checked.documents);
    await waitUntil(async () => (await books.recent()).documents !== checked.documents);
  });
});
