import { useQuery } from '@pinia/colada';
import { answerOf, api } from 'ui-common/api/client';
import type { Goal } from './palette';

/** So many of each kind: who wants more opens the list. */
const MOST = 5;
/** Fewer letters than these fit everything. */
export const MIN_QUERY_LENGTH = 2;

/** Orders, products and, for admins, people that fit what is typed. What cannot be searched right now is left out. */
export function useFinds(typed: () => string, isAdmin: () => boolean) {
  return useQuery({
    key: () => ['palette', typed(), isAdmin()],
    query: async () => {
      const q = typed();
      const found = await Promise.all([
        findOrders(q),
        findProducts(q),
        isAdmin() ? findUsers(q) : Promise.resolve([]),
      ]);
      return found.flat();
    },
    enabled: () => typed().length >= MIN_QUERY_LENGTH,
    placeholderData: (before) => before,
  });
}

async function findOrders(q: string): Promise<Goal[]> {
  const asking = api.GET('/api/v1/admin/orders', { params: { query: { q, pageSize: MOST } } });
  const { items } = await answerOf(asking).catch(() => NOTHING);
  return items.map(({ id, number, customer }) => ({
    id: `order-${id}`,
    group: 'orders',
    title: number,
    text: customer.displayName,
    to: `/orders/${id}`,
  }));
}

async function findProducts(q: string): Promise<Goal[]> {
  const asking = api.GET('/api/v1/admin/products', { params: { query: { q, pageSize: MOST } } });
  const { items } = await answerOf(asking).catch(() => NOTHING);
  return items.map(({ id, name, sectionName }) => ({
    id: `product-${id}`,
    group: 'products',
    title: name,
    text: sectionName,
    to: `/products/${id}`,
  }));
}

async function findUsers(q: string): Promise<Goal[]> {
  const asking = api.GET('/api/v1/admin/users', { params: { query: { q, pageSize: MOST } } });
  const { items } = await answerOf(asking).catch(() => NOTHING);
  return items.map(({ id, displayName, username }) => ({
    id: `user-${id}`,
    group: 'users',
    title: displayName,
    text: username,
    to: `/users/${id}`,
  }));
}

const NOTHING = { items: [] };
