import { toThousandths, type UnitType } from 'ui-common/quantity/quantity';
import { groupBy } from '../../../common/group-by';
import type { Order } from '../order-status';

type Line = Order['items'][number];

/** What is to be done with a line: fetch it, or nothing more, with the reason. */
export type LineState = 'to-fetch' | 'packed' | 'left' | 'cancelled';

/** The line of one order. */
export interface Share {
  readonly itemId: string;
  readonly number: string;
  readonly thousandths: number;
  readonly state: LineState;
  readonly isTicked: boolean;
  /** Name of the person who ticked it; undefined if it is not ticked, or not sent yet. */
  readonly by: string | undefined;
}

/** A product to pick, for all orders together. */
export interface Pick {
  /** Distinguishes the pick from those of other products and of the product's other units. */
  readonly key: string;
  readonly name: string;
  readonly unitType: UnitType;
  /** Quantity to fetch for all orders. */
  readonly thousandths: number;
  readonly shares: readonly Share[];
}

export interface PickSection {
  /** Undefined for products that are no longer in a section. */
  readonly name: string | undefined;
  readonly picks: readonly Pick[];
}

/** A fetched line of a cancelled order. */
export interface PutBack extends Share {
  readonly name: string;
  readonly unitType: UnitType;
}

/** Ticks that were set here and not sent yet, by line. */
export type UnsentTicks = ReadonlyMap<string, boolean>;

/** The part of an order that a pick list needs. */
export type OrderToPick = Readonly<{ number: string; status: Order['status']; items: Order['items'] }>;

const STATES = {
  placed: 'to-fetch',
  packed: 'packed',
  out_for_delivery: 'left',
  delivered: 'left',
  cancelled: 'cancelled',
} as const satisfies Record<Order['status'], LineState>;

/**
 * Returns the products to pick for the orders, sorted by the position of their section. Lines of orders that are cancelled, or
 * moved on, stay in the list.
 */
export function pickListOf(orders: readonly OrderToPick[], unsent: UnsentTicks = new Map()): PickSection[] {
  return [...groupBy(linesOf(orders, unsent), ({ line }) => line.section?.id)]
    .map(([, group]) => ({ section: group[0]?.line.section, picks: picksOf(group) }))
    .toSorted((a, b) => placeOf(a) - placeOf(b))
    .map(({ section, picks }) => ({
      name: section?.name,
      picks: picks.toSorted((a, b) => a.name.localeCompare(b.name)),
    }));
}

/** Returns the fetched lines of cancelled orders, which must be put back. */
export function putBackOf(orders: readonly OrderToPick[], unsent: UnsentTicks = new Map()): PutBack[] {
  return linesOf(orders, unsent).flatMap(({ line, share }) =>
    share.state === 'cancelled' && share.isTicked
      ? [{ ...share, name: line.productName, unitType: line.unitType }]
      : [],
  );
}

/** Returns the lines of a pick that are still to be fetched, or have just been. */
export function openShares({ shares }: Pick): Share[] {
  return shares.filter(({ state }) => state === 'to-fetch');
}

/** Returns the orders with the states of lines that the server has answered. */
export function withTicks<Item extends { readonly items: readonly Line[] }>(
  orders: readonly Item[],
  states: readonly { readonly itemId: string; readonly tick: Line['tick'] }[],
): Item[] {
  const ticks = new Map(states.map(({ itemId, tick }) => [itemId, tick]));
  return orders.map((order) => ({
    ...order,
    items: order.items.map((line) => {
      const tick = ticks.get(line.id);
      return tick === undefined ? line : { ...line, tick };
    }),
  }));
}

interface LineToPick {
  readonly line: Line;
  readonly share: Share;
}

function linesOf(orders: readonly OrderToPick[], unsent: UnsentTicks): LineToPick[] {
  return orders.flatMap(({ number, status, items }) =>
    items.map((line) => ({
      line,
      share: {
        itemId: line.id,
        number,
        thousandths: toThousandths(line.quantity),
        state: STATES[status],
        isTicked: unsent.get(line.id) ?? line.tick !== null,
        by: unsent.get(line.id) === undefined ? line.tick?.by : undefined,
      },
    })),
  );
}

/** Returns the sort position; products without a section come last. */
function placeOf({ section }: { readonly section: Line['section'] | undefined }): number {
  return section?.position ?? Number.MAX_SAFE_INTEGER;
}

function picksOf(lines: readonly LineToPick[]): Pick[] {
  // If a product's unit has changed between orders, each unit is a separate pick.
  const byProduct = groupBy(lines, ({ line }) => `${line.productId}-${line.unitType}`);
  return [...byProduct].flatMap(([key, group]) => {
    const [first] = group;
    if (first === undefined) return [];
    const { productName: name, unitType } = first.line;
    const shares = group.map(({ share }) => share);
    const toFetch = shares.filter(({ state }) => state === 'to-fetch');
    const thousandths = toFetch.reduce((sum, share) => sum + share.thousandths, 0);
    return [{ key, name, unitType, thousandths, shares }];
  });
}

/** Maximum number of orders per pick list: about one walk through the store. */
const MAX_ORDERS = 50;

/** Reads order IDs from the URL query: "a,b". */
export function idsOf(query: unknown): string[] {
  return typeof query === 'string' ? [...new Set(query.split(',').filter(Boolean))].slice(0, MAX_ORDERS) : [];
}
