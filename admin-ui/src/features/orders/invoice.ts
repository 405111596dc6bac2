import { answerOf, api } from 'ui-common/api/client';
import type { Order } from './order-status';

/** Long enough for a browser to take the file over. */
const TAKEN_OVER = 60_000;

/**
 * Fetches an order's invoice, which needs the access token and so cannot be a plain link, and saves it.
 *
 * @throws ApiProblem `orders.invoice-unavailable` and others
 */
export async function saveInvoice({ id, number }: Pick<Order, 'id' | 'number'>): Promise<void> {
  const asking = api.GET('/api/v1/admin/orders/{id}/invoice', { params: { path: { id } }, parseAs: 'blob' });
  const pdf = (await answerOf(asking)) as unknown as Blob;
  const address = URL.createObjectURL(pdf);
  const link = document.createElement('a');
  link.href = address;
  link.download = `INV-${number}.pdf`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), TAKEN_OVER);
}
