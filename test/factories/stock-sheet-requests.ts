import type { ValidRequest } from '../support/attacks/valid-request.js';
import { lineOf, newSheet, saveLines } from './stock-sheets.js';
import type { StoreFixture } from './store-fixture.js';

type SheetFactory = (fixture: StoreFixture) => Promise<ValidRequest> | ValidRequest;

const ofNewSheet: SheetFactory = async ({ server, users }) => ({
  path: { id: (await newSheet(server, users.manager)).id },
});

/** Factories of a valid request for each operation on stock sheets. */
export const STOCK_SHEET_REQUESTS: Readonly<Record<string, SheetFactory>> = {
  listStockSheets: () => ({}),
  createStockSheet: () => ({ json: { kind: 'delivery' } }),
  getStockSheet: ofNewSheet,
  saveStockSheet: async (fixture) => ({
    ...(await ofNewSheet(fixture)),
    json: { version: 1, supplier: '', note: '', lines: [lineOf(fixture.product, 2)] },
  }),
  getStockSheetOutcome: ofNewSheet,
  bookStockSheet: async ({ server, product, users }) => {
    const sheet = await newSheet(server, users.manager);
    const { id, version } = await saveLines(server, users.manager, sheet, [lineOf(product, 1)]);
    return { path: { id }, json: { version } };
  },
  discardStockSheet: async (fixture) => ({ ...(await ofNewSheet(fixture)), query: { version: 1 } }),
};
