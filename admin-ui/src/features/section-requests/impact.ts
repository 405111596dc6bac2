import type { Impact } from './section-requests';

/** Why approving cannot work as things are. */
export type Obstacle = 'section-gone' | 'name-taken' | 'target-gone' | 'products-stay' | 'names-clash';

/** What stands in the way of approving, the most fundamental first. */
export function obstaclesOf(impact: Impact): Obstacle[] {
  const { requestType, currentSectionName, nameTaken, products, productNamesClashing } = impact;
  const isAboutSection = requestType !== 'create';
  const isDeletion = requestType === 'delete';
  const found: readonly (readonly [Obstacle, boolean])[] = [
    ['section-gone', isAboutSection && currentSectionName === null],
    ['name-taken', !isDeletion && nameTaken],
    ['target-gone', isDeletion && impact.moveProductsTo !== null && impact.moveProductsToName === null],
    ['products-stay', isDeletion && impact.moveProductsTo === null && products > 0],
    ['names-clash', productNamesClashing.length > 0],
  ];
  return found.filter(([, holds]) => holds).map(([obstacle]) => obstacle);
}

/** A section as it is or would be; its name is null where there is none. */
interface Side {
  readonly name: string | null;
  /** How many products it has, or gets. Null where that is not known. */
  readonly products: number | null;
  /** Where its products are instead. */
  readonly movedTo?: string | null;
}

/** The section before and after an approval. */
export function beforeAndAfter(impact: Impact): { readonly before: Side; readonly after: Side } {
  const { requestType, sectionName, currentSectionName, products, moveProductsToName } = impact;
  const now: Side = { name: currentSectionName, products };
  switch (requestType) {
    case 'create':
      return { before: { name: null, products: null }, after: { name: sectionName, products: 0 } };
    case 'rename':
      return { before: now, after: { name: sectionName, products } };
    case 'delete':
      return {
        before: now,
        after: { name: null, products, movedTo: products > 0 ? moveProductsToName : null },
      };
  }
}
