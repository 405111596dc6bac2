import { useQuery } from '@pinia/colada';
import { responseBody, api } from 'ui-common/api/client';
import type { PaletteResult } from './palette';

/** Results per group; the full list has its own page. */
const MAX_RESULTS = 5;
/** Shorter queries match almost everything. */
export const MIN_QUERY_LENGTH = 2;

/** Finds orders, products and, for admins, users that match the query. A search that fails is left out. */
export function usePaletteSearch(typed: () => string, isAdmin: () => boolean) {
  return useQuery({
    key: () => ['palette', typed(), isAdmin()],
    query: async () => {
      const q = typed();
      const results = await Promise.all([
        findOrders(q),
        findProducts(q),
        isAdmin() ? findUsers(q) : Promise.resolve([]),
      ]);
      return results.flat();
    },
    enabled: () => typed().length >= MIN_QUERY_LENGTH,
    placeholderData: (previous) => previous,
  });
}

async function findOrders(q: string): Promise<PaletteResult[]> {
  const request = api.GET('/api/v1/admin/orders', { params: { query: { q, pageSize: MAX_RESULTS } } });
  const { items } = await responseBody(request).catch(() => NO_RESULTS);
  return items.map(({ id, number, customer }) => ({
    id: `order-${id}`,
    group: 'orders',
    title: number,
    text: customer.displayName,
    to: `/orders/${id}`,
  }));
}

async function findProducts(q: string): Promise<PaletteResult[]> {
  const request = api.GET('/api/v1/admin/products', { params: { query: { q, pageSize: MAX_RESULTS } } });
  const { items } = await responseBody(request).catch(() => NO_RESULTS);
  return items.map(({ id, name, sectionName }) => ({
    id: `product-${id}`,
    group: 'products',
    title: name,
    text: sectionName,
    to: `/products/${id}`,
  }));
}

async function findUsers(q: string): Promise<PaletteResult[]> {
  const request = api.GET('/api/v1/admin/users', { params: { query: { q, pageSize: MAX_RESULTS } } });
  const { items } = await responseBody(request).catch(() => NO_RESULTS);
  return items.map(({ id, displayName, username }) => ({
    id: `user-${id}`,
    group: 'users',
    title: displayName,
    text: username,
    to: `/users/${id}`,
  }));
}

const NO_RESULTS = { items: [] };
