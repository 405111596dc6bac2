import { PRODUCT_COLUMNS, productView, type ProductRow } from '../catalog/product-row.js';
import { fromThousandths, isMultipleOf } from '../platform/common/money/quantity.js';
import { sql, type Sql } from '../platform/database/transaction.js';
import { quote, type OrderableProduct, type PricedLine, type Quote } from '../rules/pricing/pricing.js';
import type { CartItemView, CartNotice, CartView } from './cart.dto.js';

/** A cart line with the current state of its product. Quantities in thousandths, rates in minor units. */
export interface CartLine extends ProductRow {
  readonly cart_quantity: number;
  readonly rate_seen: number;
  readonly added_at: number;
}

/** Returns the query for a user's cart lines, in the order in which they were added. */
export function cartLines(userId: string): Sql {
  return sql`
    SELECT c.quantity AS cart_quantity, c.rate_seen, c.added_at, ${PRODUCT_COLUMNS}
    FROM cart_items c JOIN products p ON p.id = c.product_id LEFT JOIN sections s ON s.id = p.section_id
    WHERE c.user_id = ${userId} ORDER BY c.added_at, c.product_id`;
}

/** A cart line with the rate and quantity to charge. */
export interface PricedCartLine extends PricedLine {
  readonly line: CartLine;
}

/** Prices a cart. Nothing is charged for products that are no longer sold. */
export function quoteCart(lines: readonly CartLine[]): Quote<PricedCartLine> {
  return quote(
    lines.map((line) => ({
      line,
      ratePerUnit: line.rate_per_unit,
      quantity: isUnavailable(line) ? 0 : line.cart_quantity,
    })),
  );
}

export function cartView(lines: readonly CartLine[], currency: string): CartView {
  const { lines: priced, total } = quoteCart(lines);
  return { items: priced.map(({ line, price }) => cartItemView(line, price)), total, currency };
}

function cartItemView(line: CartLine, price: number): CartItemView {
  return {
    product: productView(line),
    quantity: fromThousandths(line.cart_quantity),
    price,
    notices: noticesOf(line),
  };
}

/** Returns the properties of a product that decide which quantities of it can be ordered. */
export function orderableProduct(product: ProductRow): OrderableProduct {
  return {
    name: product.name,
    unitType: product.unit_type,
    ratePerUnit: product.rate_per_unit,
    quantityStep: product.quantity_step,
  };
}

/** Returns true if shoppers can no longer buy the product. */
export function isUnavailable(line: ProductRow): boolean {
  return !line.published;
}

/** Returns the notices to show before the line can be ordered. */
export function noticesOf(line: CartLine): CartNotice[] {
  if (isUnavailable(line)) return [{ code: 'cart.product-gone' }];
  const notices: CartNotice[] = [];
  if (line.rate_per_unit !== line.rate_seen) {
    notices.push({ code: 'cart.price-changed', was: line.rate_seen, now: line.rate_per_unit });
  }
  if (line.quantity_available < line.cart_quantity) {
    notices.push({
      code: 'cart.short-stock',
      was: fromThousandths(line.cart_quantity),
      now: fromThousandths(line.quantity_available),
    });
  }
  if (!isMultipleOf(line.quantity_step, line.cart_quantity)) {
    notices.push({ code: 'cart.quantity-step-changed', now: fromThousandths(line.quantity_step) });
  }
  return notices;
}
