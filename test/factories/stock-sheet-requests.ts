import { withoutInput, type RequestFactory } from './request-factory.js';
import { lineOf, newSheet, saveLines } from './stock-sheets.js';

const ofNewSheet: RequestFactory = async ({ server, users }) => ({
  path: { id: (await newSheet(server, users.manager)).id },
});

/** Factories of a valid request for each operation on stock sheets. */
export const STOCK_SHEET_REQUESTS: Readonly<Record<string, RequestFactory>> = {
  listStockSheets: withoutInput,
  createStockSheet: () => ({ json: { kind: 'delivery' } }),
  getStockSheet: ofNewSheet,
  saveStockSheet: async (fixture, caller) => ({
    ...(await ofNewSheet(fixture, caller)),
    json: { version: 1, supplier: '', note: '', lines: [lineOf(fixture.product, 2)] },
  }),
  getStockSheetOutcome: ofNewSheet,
  bookStockSheet: async ({ server, product, users }) => {
    const sheet = await newSheet(server, users.manager);
    const { id, version } = await saveLines(server, users.manager, sheet, [lineOf(product, 1)]);
    return { path: { id }, json: { version } };
  },
  discardStockSheet: async (fixture, caller) => ({
    ...(await ofNewSheet(fixture, caller)),
    query: { version: 1 },
  }),
};
