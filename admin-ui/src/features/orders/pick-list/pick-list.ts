import { toThousandths, type UnitType } from 'ui-common/quantity/quantity';
import { grouped } from '../../../common/group-by';
import type { Order } from '../order-status';

/** A product to be fetched from its shelf, for all orders at once. */
export interface Pick {
  readonly productId: string;
  readonly name: string;
  readonly unitType: UnitType;
  /** Of all orders together. */
  readonly thousandths: number;
  readonly shares: readonly { readonly number: string; readonly thousandths: number }[];
}

export interface PickSection {
  /** undefined for products that are no longer in any section. */
  readonly name: string | undefined;
  readonly picks: readonly Pick[];
}

/** What a pick list needs to know of an order. */
type OrderToPick = Readonly<{ number: string; items: Order['items'] }>;

/** What is to be fetched for some orders, in the order in which one walks through the store. */
export function pickListOf(orders: readonly OrderToPick[]): PickSection[] {
  const lines = orders.flatMap(({ number, items }) => items.map((line): LineToPick => ({ number, line })));
  return [...grouped(lines, ({ line }) => line.section?.id)]
    .map(([, those]) => ({ section: those[0]?.line.section, picks: picksOf(those) }))
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

/** What is in no section any more has to be looked for last. */
function placeOf({ section }: { readonly section: LineToPick['line']['section'] | undefined }): number {
  return section?.position ?? Number.MAX_SAFE_INTEGER;
}

function picksOf(lines: readonly LineToPick[]): Pick[] {
  // A product that was sold in another unit since is another pick.
  const byProduct = grouped(lines, ({ line }) => `${line.productId} ${line.unitType}`);
  return [...byProduct.values()].flatMap((those) => {
    const [first] = those;
    if (first === undefined) return [];
    const { productId, productName: name, unitType } = first.line;
    const shares = those.map(({ number, line }) => ({ number, thousandths: toThousandths(line.quantity) }));
    const thousandths = shares.reduce((sum, share) => sum + share.thousandths, 0);
    return [{ productId, name, unitType, thousandths, shares }];
  });
}

/** More than this is more than one walk. */
const MAX_ORDERS = 50;

/** The orders of an address: "a,b". */
export function idsOf(query: unknown): string[] {
  return typeof query === 'string' ? [...new Set(query.split(',').filter(Boolean))].slice(0, MAX_ORDERS) : [];
}
