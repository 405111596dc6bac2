import { useQuery } from '@pinia/colada';
import { responseBody, api } from 'ui-common/api/client';
import type { PaletteResult } from './palette';

/** Results per group; the full list has its own page. */
const MAX_RESULTS = 5;
/** Shorter queries match almost everything. */
export const MIN_QUERY_LENGTH = 2;

/** Finds orders, customers, products and, for admins, users that match the query. A search that fails is left out. */
export function usePaletteSearch(typed: () => string, isAdmin: () => boolean) {
  return useQuery({
    key: () => ['palette', typed(), isAdmin()],
    query: async () => {
      const q = typed();
      const [orders, customers, products, users] = await Promise.all([
        findOrders(q),
        findCustomers(q),
        findProducts(q),
        isAdmin() ? findUsers(q) : Promise.resolve([]),
      ]);
      return [...orders, ...customers, ...products, ...withoutCustomers(users, customers)];
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

async function findCustomers(q: string): Promise<PaletteResult[]> {
  const request = api.GET('/api/v1/admin/customers', { params: { query: { q, pageSize: MAX_RESULTS } } });
  const { items } = await responseBody(request).catch(() => NO_RESULTS);
  return items.map(({ id, displayName, username, phone, line1 }) => ({
    id: `customer-${id}`,
    group: 'customers',
    title: displayName,
    text: phone === null ? username : `${phone} · ${line1}`,
    to: `/customers/${id}`,
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

/** A shopper is shown once, as a customer: the card leads to the account. */
function withoutCustomers(
  users: readonly PaletteResult[],
  customers: readonly PaletteResult[],
): readonly PaletteResult[] {
  const known = new Set(customers.map(({ id }) => id.replace('customer-', 'user-')));
  return users.filter(({ id }) => !known.has(id));
}

const NO_RESULTS = { items: [] };
