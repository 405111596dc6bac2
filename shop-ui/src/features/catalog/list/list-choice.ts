import type { LocationQuery, LocationQueryRaw, LocationQueryValue } from 'vue-router';
import * as limits from 'ui-common/api/limits';
import type { operations } from 'ui-common/api/schema';

export type ProductQuery = NonNullable<operations['listProducts']['parameters']['query']>;
export type Sort = NonNullable<ProductQuery['sort']>;

/** Sort orders to choose from. The default is by name, or by relevance for a search text. */
export const SORTS = ['name', '-name', 'rate', '-rate', 'newest'] as const satisfies readonly Sort[];

/** Filters and sort order of a product list, stored in the URL. */
export interface ListChoice {
  readonly inStock?: boolean;
  /** Minor units. */
  readonly minRate?: number;
  /** Minor units. */
  readonly maxRate?: number;
  /** A day: "2026-11-25". */
  readonly madeAfter?: string;
  readonly sort?: Sort;
}

/** Query parameters of a choice. */
const PARAMETERS: ReadonlySet<string> = new Set<keyof ListChoice>([
  'inStock',
  'minRate',
  'maxRate',
  'madeAfter',
  'sort',
]);
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Reads a choice from the URL query. Ignores invalid values, because the query is untrusted. */
export function readChoice(query: LocationQuery): ListChoice {
  const minRate = rateOf(query['minRate']);
  const maxRate = rateOf(query['maxRate']);
  const madeAfter = textOf(query['madeAfter']);
  const sort = SORTS.find((candidate) => candidate === query['sort']);
  return {
    ...(query['inStock'] === 'true' ? { inStock: true } : {}),
    ...(minRate === undefined ? {} : { minRate }),
    ...(maxRate === undefined ? {} : { maxRate }),
    ...(DAY.test(madeAfter) && !Number.isNaN(Date.parse(madeAfter)) ? { madeAfter } : {}),
    ...(sort === undefined ? {} : { sort }),
  };
}

/** Returns the URL query for a choice, with the other parameters kept. */
export function writeChoice(choice: ListChoice, others: LocationQuery = {}): LocationQueryRaw {
  const unrelated = Object.entries(others).filter(([name]) => !PARAMETERS.has(name));
  const active = Object.entries(choice).filter(([, value]) => value !== undefined && value !== false);
  return Object.fromEntries([...unrelated, ...active.map(([name, value]) => [name, String(value)] as const)]);
}

/** Returns the number of active filters. A price range counts as one. */
export function countFilters({ inStock, minRate, maxRate, madeAfter }: ListChoice): number {
  return [inStock === true, minRate !== undefined || maxRate !== undefined, madeAfter !== undefined].filter(
    Boolean,
  ).length;
}

/** Returns a query parameter as text; the first value if it is repeated. */
export function textOf(value: LocationQueryValue | LocationQueryValue[] | undefined): string {
  const first = Array.isArray(value) ? value[0] : value;
  return first ?? '';
}

function rateOf(value: LocationQueryValue | LocationQueryValue[] | undefined): number | undefined {
  const text = textOf(value);
  return /^\d+$/.test(text) && Number(text) <= limits.listProducts.maxRate.maximum ? Number(text) : undefined;
}
