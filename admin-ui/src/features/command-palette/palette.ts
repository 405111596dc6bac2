import { mdiPhonePlusOutline } from '@mdi/js';
import { PLACES, type Place } from '../../common/navigation';

/** A search result of the palette. */
export interface PaletteResult {
  readonly id: string;
  readonly group: 'places' | 'orders' | 'customers' | 'products' | 'users';
  readonly title: string;
  readonly text?: string;
  readonly icon?: string;
  readonly to: string;
}

/** Forms that are started more often than their pages are opened. */
const FORMS: readonly Place[] = [{ to: '/orders/new', name: 'new-order', icon: mdiPhonePlusOutline }];

/** Returns the pages open to the role whose title contains the query. Titles that start with it come first. */
export function placesFor(
  typed: string,
  isAdmin: boolean,
  nameOf: (place: Place) => string,
  places: readonly Place[] = [...PLACES, ...FORMS],
): PaletteResult[] {
  const query = typed.trim().toLocaleLowerCase();
  return places
    .filter(({ adminOnly }) => isAdmin || adminOnly !== true)
    .map((place) => ({ place, title: nameOf(place) }))
    .filter(({ title }) => title.toLocaleLowerCase().includes(query))
    .toSorted((a, b) => rank(a.title, query) - rank(b.title, query))
    .map(({ place, title }) => ({
      id: `place-${place.name}`,
      group: 'places',
      title,
      icon: place.icon,
      to: place.to,
    }));
}

function rank(title: string, query: string): number {
  return title.toLocaleLowerCase().startsWith(query) ? 0 : 1;
}
