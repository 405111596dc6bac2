import { useQuery } from '@pinia/colada';
import { responseBody, api } from 'ui-common/api/client';
import type { Order } from '../order-status';
import { pickListOf } from './pick-list';

/** Queries the orders to pick, and their products by current section. */
export function usePickList(ids: () => readonly string[]) {
  return useQuery({
    key: () => ['orders', 'pick-list', ids().join(',')],
    query: async () => {
      const orders = await ordersOf(ids());
      return { orders, sections: pickListOf(orders) };
    },
    enabled: () => ids().length > 0,
  });
}

function ordersOf(ids: readonly string[]): Promise<Order[]> {
  return Promise.all(
    ids.map((id) => responseBody(api.GET('/api/v1/admin/orders/{id}', { params: { path: { id } } }))),
  );
}
