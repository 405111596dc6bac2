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

/** Returns the pages open to the role whose title contains the query. Titles that start with it come first. */
export function placesFor(
  typed: string,
  isAdmin: boolean,
  nameOf: (place: Place) => string,
  places: readonly Place[] = PLACES,
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

/** Returns the index that a key moves to. Arrow keys wrap around. */
export function indexAfter(index: number, key: string, length: number): number {
  if (length === 0) return -1;
  if (key === 'Home') return 0;
  if (key === 'End') return length - 1;
  const step = key === 'ArrowDown' ? 1 : -1;
  return (index + step + length) % length;
}
