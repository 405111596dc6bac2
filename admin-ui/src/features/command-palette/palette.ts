import { PLACES, type Place } from '../../layout/navigation';

/** Something that the palette leads to. */
export interface Goal {
  readonly id: string;
  readonly group: 'places' | 'orders' | 'products' | 'users';
  readonly title: string;
  readonly text?: string;
  readonly icon?: string;
  readonly to: string;
}

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
