import { responseBody, api } from 'ui-common/api/client';
import { saveFile } from 'ui-common/browser/save-file';
import type { Order } from '../order-status';

/**
 * Downloads the invoice of an own order. A plain link would not send the access token.
 *
 * @throws ApiProblem `orders.invoice-unavailable` and others
 */
export async function saveInvoice({ id, number }: Pick<Order, 'id' | 'number'>): Promise<void> {
  const request = api.GET('/api/v1/orders/{id}/invoice', { params: { path: { id } }, parseAs: 'blob' });
  const pdf = (await responseBody(request)) as unknown as Blob;
  saveFile(pdf, `INV-${number}.pdf`);
}
