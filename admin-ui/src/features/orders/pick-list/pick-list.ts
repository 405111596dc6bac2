import { toThousandths, type UnitType } from 'ui-common/quantity/quantity';
import { groupBy } from '../../../common/group-by';
import type { Order } from '../order-status';

/** A product to pick, for all orders together. */
export interface Pick {
  /** Distinguishes the pick from those of other products and of the product's other units. */
  readonly key: string;
  readonly name: string;
  readonly unitType: UnitType;
  /** Total quantity of all orders. */
  readonly thousandths: number;
  readonly shares: readonly { readonly number: string; readonly thousandths: number }[];
}

export interface PickSection {
  /** Undefined for products that are no longer in a section. */
  readonly name: string | undefined;
  readonly picks: readonly Pick[];
}

/** The part of an order that a pick list needs. */
type OrderToPick = Readonly<{ number: string; items: Order['items'] }>;

/** Returns the products to pick for the orders, sorted by the position of their section. */
export function pickListOf(orders: readonly OrderToPick[]): PickSection[] {
  const lines = orders.flatMap(({ number, items }) => items.map((line): LineToPick => ({ number, line })));
  return [...groupBy(lines, ({ line }) => line.section?.id)]
    .map(([, group]) => ({ section: group[0]?.line.section, picks: picksOf(group) }))
    .toSorted((a, b) => placeOf(a) - placeOf(b))
    .map(({ section, picks }) => ({
      name: section?.name,
      picks: picks.toSorted((a, b) => a.name.localeCompare(b.name)),
    }));
}

interface LineToPick {
  readonly number: string;
  readonly line: Order['items'][number];
}

/** Returns the sort position; products without a section come last. */
function placeOf({ section }: { readonly section: LineToPick['line']['section'] | undefined }): number {
  return section?.position ?? Number.MAX_SAFE_INTEGER;
}

function picksOf(lines: readonly LineToPick[]): Pick[] {
  // If a product's unit has changed between orders, each unit is a separate pick.
  const byProduct = groupBy(lines, ({ line }) => `${line.productId}-${line.unitType}`);
  return [...byProduct].flatMap(([key, group]) => {
    const [first] = group;
    if (first === undefined) return [];
    const { productName: name, unitType } = first.line;
    const shares = group.map(({ number, line }) => ({ number, thousandths: toThousandths(line.quantity) }));
    const thousandths = shares.reduce((sum, share) => sum + share.thousandths, 0);
    return [{ key, name, unitType, thousandths, shares }];
  });
}

/** Maximum number of orders per pick list: about one walk through the store. */
const MAX_ORDERS = 50;

/** Reads order IDs from the URL query: "a,b". */
export function idsOf(query: unknown): string[] {
  return typeof query === 'string' ? [...new Set(query.split(',').filter(Boolean))].slice(0, MAX_ORDERS) : [];
}
