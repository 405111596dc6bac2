import type { Impact } from './section-requests';

/** A reason why a request cannot be approved at present. */
export type Obstacle = 'section-gone' | 'name-taken' | 'target-gone' | 'products-stay' | 'names-clash';

/** Returns the obstacles to an approval, most fundamental first. */
export function obstaclesOf(impact: Impact): Obstacle[] {
  const { requestType, currentSectionName, nameTaken, products, productNamesClashing } = impact;
  const isAboutSection = requestType !== 'create';
  const isDeletion = requestType === 'delete';
  const checks: readonly (readonly [Obstacle, boolean])[] = [
    ['section-gone', isAboutSection && currentSectionName === null],
    ['name-taken', !isDeletion && nameTaken],
    ['target-gone', isDeletion && impact.moveProductsTo !== null && impact.moveProductsToName === null],
    ['products-stay', isDeletion && impact.moveProductsTo === null && products > 0],
    ['names-clash', productNamesClashing.length > 0],
  ];
  return checks.filter(([, isPresent]) => isPresent).map(([obstacle]) => obstacle);
}

/** A section before or after; its name is null if it does not exist. */
interface Side {
  readonly name: string | null;
  /** Number of its products; null if unknown. */
  readonly products: number | null;
  /** Section to which its products move. */
  readonly movedTo?: string | null;
}

/** Returns the section before and after an approval. */
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
