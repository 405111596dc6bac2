import { responseBody, api } from 'ui-common/api/client';
import { saveFile } from 'ui-common/browser/save-file';
import type { Order } from '../order-status';

/**
 * Downloads the confirmation of an order that has no invoice yet. It needs the access token, so it cannot be a plain link.
 *
 * @throws ApiProblem `orders.invoice-unavailable` and others
 */
export async function saveConfirmation({ id, number }: Pick<Order, 'id' | 'number'>): Promise<void> {
  const request = api.GET('/api/v1/admin/orders/{id}/invoice', { params: { path: { id } }, parseAs: 'blob' });
  const pdf = (await responseBody(request)) as unknown as Blob;
  saveFile(pdf, `${number}.pdf`);
}
