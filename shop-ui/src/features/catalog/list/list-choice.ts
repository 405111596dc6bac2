import type { LocationQuery, LocationQueryRaw, LocationQueryValue } from 'vue-router';
import type { operations } from 'ui-common/api/schema';

export type ProductQuery = NonNullable<operations['listProducts']['parameters']['query']>;
export type Sort = NonNullable<ProductQuery['sort']>;

/** The orders that a shopper may choose from. Without one it is by name, or by relevance where there are words. */
export const SORTS = ['name', '-name', 'rate', '-rate', 'newest'] as const satisfies readonly Sort[];

/** How a shopper wants to see a list of products. It lives in the address of the page. */
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

/** What a choice is called in the address. */
const NAMES: ReadonlySet<string> = new Set<keyof ListChoice>([
  'inStock',
  'minRate',
  'maxRate',
  'madeAfter',
  'sort',
]);
const MAX_RATE = 100_000_000;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What an address asks for. Anybody may have written it: what makes no sense is left out. */
export function readChoice(query: LocationQuery): ListChoice {
  const minRate = rateOf(query['minRate']);
  const maxRate = rateOf(query['maxRate']);
  const madeAfter = textOf(query['madeAfter']);
  const sort = SORTS.find((one) => one === query['sort']);
  return {
    ...(query['inStock'] === 'true' ? { inStock: true } : {}),
    ...(minRate === undefined ? {} : { minRate }),
    ...(maxRate === undefined ? {} : { maxRate }),
    ...(DAY.test(madeAfter) && !Number.isNaN(Date.parse(madeAfter)) ? { madeAfter } : {}),
    ...(sort === undefined ? {} : { sort }),
  };
}

/** The address that asks for a choice, beside what else stands in it. */
export function writeChoice(choice: ListChoice, others: LocationQuery = {}): LocationQueryRaw {
  const kept = Object.entries(others).filter(([name]) => !NAMES.has(name));
  const given = Object.entries(choice).filter(([, value]) => value !== undefined && value !== false);
  return Object.fromEntries([...kept, ...given.map(([name, value]) => [name, String(value)] as const)]);
}

/** How many filters are set: the two ends of a price range are one. */
export function countFilters({ inStock, minRate, maxRate, madeAfter }: ListChoice): number {
  return [inStock === true, minRate !== undefined || maxRate !== undefined, madeAfter !== undefined].filter(
    Boolean,
  ).length;
}

/** One word of an address; the first where it was given more often. */
export function textOf(value: LocationQueryValue | LocationQueryValue[] | undefined): string {
  const first = Array.isArray(value) ? value[0] : value;
  return first ?? '';
}

function rateOf(value: LocationQueryValue | LocationQueryValue[] | undefined): number | undefined {
  const text = textOf(value);
  return /^\d+$/.test(text) && Number(text) <= MAX_RATE ? Number(text) : undefined;
}
