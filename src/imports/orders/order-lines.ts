import { MAX_ORDER_PRODUCTS, type PastLine } from '../../orders/past/write-past-orders.js';
import { MAX_RATE } from '../../platform/common/money/max-rate.js';
import { linePrice } from '../../rules/pricing/quote.js';
import { rowError, type RowError } from '../rows/row-error.js';
import type { OrderGroup } from './order-groups.js';
import type { OrderLineRow } from './order-line-row.js';
import type { OrderedProduct, OrderLookup } from './order-lookup.js';

const THOUSAND = 1000;

/** Lines of an order, and what is wrong with its rows. */
interface OrderLines {
  readonly lines: readonly PastLine[];
  readonly errors: readonly RowError[];
}

/** Returns the lines of an order. Rows of the same product are one line. */
export function orderLines({ rows, isCut }: OrderGroup, lookup: OrderLookup): OrderLines {
  const lines = new Map<string, PastLine>();
  const errors: RowError[] = [];
  const refuse = (row: OrderLineRow, column: string, code: string, message: string): unknown =>
    errors.push(rowError(row, column, `imports.${code}`, message));
  for (const row of rows) {
    const product = lookup.productOf(row.said);
    if (product === undefined)
      refuse(row, 'name', 'product-unknown', 'The store has no such product. Import the products first.');
    else if (product === 'ambiguous')
      refuse(row, 'name', 'name-in-several-sections', 'Several sections have a product of this name.');
    else {
      const line = lineOf(row, product);
      const earlier = lines.get(product.id);
      if (earlier !== undefined && earlier.unitType !== line.unitType)
        refuse(
          row,
          'unitType',
          'two-units',
          'Another line of the order has the same product in another unit.',
        );
      else lines.set(product.id, earlier === undefined ? line : together(earlier, line));
    }
  }
  const [first] = rows;
  if (first !== undefined && (isCut || lines.size > MAX_ORDER_PRODUCTS))
    refuse(first, 'order', 'too-many-lines', `An order can have at most ${MAX_ORDER_PRODUCTS} products.`);
  return { lines: [...lines.values()], errors };
}

function lineOf({ said, quantity }: OrderLineRow, { id, unitType }: OrderedProduct): PastLine {
  const price = said.lineTotal ?? linePrice(said.price ?? 0, quantity);
  return {
    ...{ productId: id, productName: said.name, unitType: said.unitType ?? unitType, quantity, price },
    ratePerUnit: said.price ?? rateOf(quantity, price),
  };
}

/** Returns two lines of a product as one, at the rate that they have together. */
function together(first: PastLine, second: PastLine): PastLine {
  const [quantity, price] = [first.quantity + second.quantity, first.price + second.price];
  const isSameRate = first.ratePerUnit === second.ratePerUnit;
  return { ...first, quantity, price, ratePerUnit: isSameRate ? first.ratePerUnit : rateOf(quantity, price) };
}

/** Returns the rate at which a quantity in thousandths has a price. */
function rateOf(quantity: number, price: number): number {
  return Math.min(MAX_RATE, Math.round((price * THOUSAND) / quantity));
}
