import { useQuery } from '@pinia/colada';
import { answerOf, api } from 'ui-common/api/client';
import type { Order } from './order-status';
import { pickListOf } from './pick-list';

/** The orders that are to be picked, and the sections of what is in them. */
export function usePickList(ids: () => readonly string[]) {
  return useQuery({
    key: () => ['orders', 'pick-list', ids().join(',')],
    query: async () => {
      const orders = await ordersOf(ids());
      const wanted = new Set(orders.flatMap(({ items }) => items.map(({ productId }) => productId)));
      const [{ items: sections }, found] = await Promise.all([
        answerOf(api.GET('/api/v1/sections')),
        sectionsOf(wanted),
      ]);
      const walk = sections.toSorted((a, b) => a.position - b.position).map(({ name }) => name);
      return { orders, sections: pickListOf(orders, found, walk) };
    },
    enabled: () => ids().length > 0,
  });
}

function ordersOf(ids: readonly string[]): Promise<Order[]> {
  return Promise.all(
    ids.map((id) => answerOf(api.GET('/api/v1/admin/orders/{id}', { params: { path: { id } } }))),
  );
}

/** The sections of products, by their ids: from the table of all products, as far as it takes to find them. */
async function sectionsOf(wanted: ReadonlySet<string>): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (let page = 1, pages = 1; page <= pages && found.size < wanted.size; page += 1) {
    const query = { page, pageSize: 100 };
    const { items, total } = await answerOf(api.GET('/api/v1/admin/products', { params: { query } }));
    pages = Math.ceil(total / query.pageSize);
    for (const { id, sectionName } of items) if (wanted.has(id)) found.set(id, sectionName);
  }
  return found;
}
