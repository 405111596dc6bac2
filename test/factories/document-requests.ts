import { randomUUID } from 'node:crypto';
import type { ValidRequest } from '../support/attacks/valid-request.js';
import { newBilledOrder, type TestDocumentView } from './documents.js';
import type { TestOrder } from './orders.js';
import { withoutInput, type RequestFactory } from './request-factory.js';
import type { StoreFixture } from './store-fixture.js';

/** Creates an order of the owner with its document. */
function newDocument({
  server,
  product,
  users: { owner: shopper, manager: staff },
}: StoreFixture): Promise<{ order: TestOrder; document: TestDocumentView }> {
  return newBilledOrder(server, { shopper, staff }, { [product.id]: 1 });
}

async function ofNewOrderDocument(fixture: StoreFixture): Promise<ValidRequest> {
  const { order, document } = await newDocument(fixture);
  return { path: { id: order.id, documentId: document.id } };
}

/** Factories of a valid request for each operation on documents. */
export const DOCUMENT_REQUESTS: Readonly<Record<string, RequestFactory>> = {
  listDocuments: withoutInput,
  getDocument: async (fixture) => ({ path: { id: (await newDocument(fixture)).document.id } }),
  getOrderDocument: ofNewOrderDocument,
  getAdminOrderDocument: ofNewOrderDocument,
  creditDocument: async (fixture) => {
    const { id, lines } = (await newDocument(fixture)).document;
    const credits = lines.map(({ id: lineId }) => ({ lineId, amount: 100 }));
    return {
      headers: { 'idempotency-key': randomUUID() },
      path: { id },
      json: { lines: credits, reason: 'A pack was damaged.' },
    };
  },
};
