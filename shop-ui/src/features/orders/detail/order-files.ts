import { responseBody, api } from 'ui-common/api/client';
import { saveFile } from 'ui-common/browser/save-file';
import type { Order } from '../order-status';

export type OrderDocument = Order['documents'][number];

/**
 * Downloads the confirmation of an own order that has no invoice yet. A plain link would not send the access token.
 *
 * @throws ApiProblem `orders.invoice-unavailable` and others
 */
export async function saveConfirmation({ id, number }: Pick<Order, 'id' | 'number'>): Promise<void> {
  const request = api.GET('/api/v1/orders/{id}/invoice', { params: { path: { id } }, parseAs: 'blob' });
  saveFile((await responseBody(request)) as unknown as Blob, `${number}.pdf`);
}

/** Downloads an invoice, a bill or a credit note. @throws ApiProblem `documents.file-unavailable` and others */
export async function saveDocument(
  { id }: Pick<Order, 'id'>,
  { id: documentId, number }: Pick<OrderDocument, 'id' | 'number'>,
): Promise<void> {
  const request = api.GET('/api/v1/orders/{id}/documents/{documentId}/file', {
    params: { path: { id, documentId } },
    parseAs: 'blob',
  });
  // The number has slashes, which no file name can have.
  saveFile((await responseBody(request)) as unknown as Blob, `${number.replaceAll('/', '-')}.pdf`);
}
