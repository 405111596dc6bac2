import { useQuery } from '@pinia/colada';
import { answerOf, api } from 'ui-common/api/client';
import { PLACES, type Place } from '../../layout/places';

/** Something that the palette leads to. */
export interface Goal {
  readonly id: string;
  readonly group: 'places' | 'orders' | 'products' | 'users';
  readonly title: string;
  readonly text?: string;
  readonly icon?: string;
  readonly to: string;
}

/** So many of each kind: who wants more opens the list. */
const MOST = 5;
/** Fewer letters than these fit everything. */
export const SHORTEST = 2;

/** The places that somebody of a role may go to and whose name fits what is typed: those that begin with it come first. */
export function placesFor(
  typed: string,
  isAdmin: boolean,
  nameOf: (place: Place) => string,
  places: readonly Place[] = PLACES,
): Goal[] {
  const wanted = typed.trim().toLocaleLowerCase();
  return places
    .filter(({ adminOnly }) => isAdmin || adminOnly !== true)
    .map((place) => ({ place, title: nameOf(place) }))
    .filter(({ title }) => title.toLocaleLowerCase().includes(wanted))
    .toSorted((a, b) => rank(a.title, wanted) - rank(b.title, wanted))
    .map(({ place, title }) => ({
      id: `place-${place.name}`,
      group: 'places',
      title,
      icon: place.icon,
      to: place.to,
    }));
}

function rank(title: string, wanted: string): number {
  return title.toLocaleLowerCase().startsWith(wanted) ? 0 : 1;
}

/** Where arrow keys lead in a list: round and round. */
export function indexAfter(index: number, key: string, length: number): number {
  if (length === 0) return -1;
  if (key === 'Home') return 0;
  if (key === 'End') return length - 1;
  const step = key === 'ArrowDown' ? 1 : -1;
  return (index + step + length) % length;
}

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
    enabled: () => typed().length >= SHORTEST,
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
