import type { Schema } from 'ui-common/api/client';

/** What a sheet needs of a product. Not what is in stock: a count is blind. */
export type FoundProduct = Pick<Schema<'AdminProductView'>, 'id' | 'name' | 'sectionName' | 'unitType'>;

/** Products that the list offers. */
const MAX_SHOWN = 8;

/** Returns the likeliest products for a typed name: the name itself, then names that begin with it, then the others. */
export function rankedByName(products: readonly FoundProduct[], typed: string): FoundProduct[] {
  const wanted = plain(typed);
  const rank = (name: string): number => (name === wanted ? 0 : name.startsWith(wanted) ? 1 : 2);
  return products.toSorted((a, b) => rank(plain(a.name)) - rank(plain(b.name))).slice(0, MAX_SHOWN);
}

function plain(text: string): string {
  return text.trim().toLocaleLowerCase().replace(/\s+/g, ' ');
}
