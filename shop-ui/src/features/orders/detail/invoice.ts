import { answerOf, api } from 'ui-common/api/client';
import { saveFile } from 'ui-common/browser/save-file';
import type { Order } from '../order-status';

/**
 * Fetches the invoice of an own order, which needs the access token and so cannot be a plain link, and saves it.
 *
 * @throws ApiProblem `orders.invoice-unavailable` and others
 */
export async function saveInvoice({ id, number }: Pick<Order, 'id' | 'number'>): Promise<void> {
  const asking = api.GET('/api/v1/orders/{id}/invoice', { params: { path: { id } }, parseAs: 'blob' });
  const pdf = (await answerOf(asking)) as unknown as Blob;
  saveFile(pdf, `INV-${number}.pdf`);
}
