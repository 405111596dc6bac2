import { limitsOf, PRODUCT_COLUMNS, productView, type ProductRow } from '../catalog/product-row.js';
import { fromThousandths, isMultipleOf } from '../platform/common/money/quantity.js';
import type { UnitType } from '../platform/common/money/unit-type.js';
import { sql, type Sql } from '../platform/database/transaction.js';
import { maxQuantityOf } from '../rules/pricing/max-quantity.js';
import { roundsToZero, type OrderableProduct } from '../rules/pricing/check-quantity.js';
import { quote, type PricedLine, type PriceTerms, type Quote } from '../rules/pricing/quote.js';
import type { CartItemView, CartNotice, CartView, LeftOutLine } from './cart.dto.js';

/** A cart line with the current state of its product. Quantities in thousandths, rates in minor units. */
export interface CartLine extends ProductRow {
  readonly cart_quantity: number;
  readonly rate_seen: number;
  /** Unit in which the quantity was chosen; null for a line of an earlier release. */
  readonly unit_seen: UnitType | null;
  readonly added_at: number;
}

/** Returns the query for a user's cart lines, in the order in which they were added. */
export function cartLines(userId: string): Sql {
  return sql`
    SELECT c.quantity AS cart_quantity, c.rate_seen, c.unit_seen, c.added_at, ${PRODUCT_COLUMNS}
    FROM cart_items c JOIN products p ON p.id = c.product_id LEFT JOIN sections s ON s.id = p.section_id
    WHERE c.user_id = ${userId} ORDER BY c.added_at, c.product_id`;
}

/** A cart line with the rate and quantity to charge. */
export interface PricedCartLine extends PricedLine {
  readonly line: CartLine;
}

/** Prices a cart. Nothing is charged for lines that cannot be bought as they are. */
export function quoteCart(lines: readonly CartLine[], terms: PriceTerms): Quote<PricedCartLine> {
  const priced = lines.map((line) => ({
    line,
    ratePerUnit: line.rate_per_unit,
    quantity: isBuyable(line) ? line.cart_quantity : 0,
    taxClassId: line.tax_class_id,
  }));
  return quote(priced, terms);
}

/** What the view of a cart needs besides its lines. */
export interface CartTerms extends PriceTerms {
  /** ISO 4217. */
  readonly currency: string;
}

export function cartView(lines: readonly CartLine[], terms: CartTerms): CartView {
  const { lines: priced, charges, subtotal, total, includedTax } = quoteCart(lines, terms);
  return {
    items: priced.map(({ line, price }) => cartItemView(line, price)),
    subtotal,
    charges: [...charges],
    total,
    includedTax,
    notInTotal: lines.flatMap(leftOut),
    currency: terms.currency,
  };
}

function cartItemView(line: CartLine, price: number): CartItemView {
  return {
    product: productView(line),
    quantity: fromThousandths(line.cart_quantity),
    unitType: unitOf(line),
    price,
    isBuyable: isBuyable(line),
    notices: noticesOf(line),
  };
}

/** Returns the properties of a product that decide which quantities of it can be ordered. */
export function orderableProduct(product: ProductRow): OrderableProduct {
  return { name: product.name, ratePerUnit: product.rate_per_unit, ...limitsOf(product) };
}

/** Returns true if shoppers can no longer buy the product. */
export function isUnavailable(line: ProductRow): boolean {
  return !line.published;
}

/** Returns true if the unit of the product has changed since the quantity was chosen. */
export function hasOtherUnit(line: CartLine): boolean {
  return unitOf(line) !== line.unit_type;
}

/** Returns the unit in which the quantity was chosen. */
export function unitOf({ unit_seen, unit_type }: CartLine): UnitType {
  return unit_seen ?? unit_type;
}

/** Returns the notices to show before the line can be ordered. All except a changed price keep it from being bought. */
export function noticesOf(line: CartLine): CartNotice[] {
  if (isUnavailable(line)) return [{ code: 'cart.product-gone' }];
  if (hasOtherUnit(line))
    return [{ code: 'cart.unit-changed', unitWas: unitOf(line), unitNow: line.unit_type }];
  const notices: CartNotice[] = [];
  if (line.rate_per_unit !== line.rate_seen) {
    notices.push({ code: 'cart.price-changed', was: line.rate_seen, now: line.rate_per_unit });
  }
  return [...notices, ...quantityNotices(line)];
}

function quantityNotices(line: CartLine): CartNotice[] {
  const notices: CartNotice[] = [];
  const was = fromThousandths(line.cart_quantity);
  const maxQuantity = maxQuantityOf(limitsOf(line));
  if (line.quantity_available < line.cart_quantity) {
    notices.push({ code: 'cart.short-stock', was, now: fromThousandths(line.quantity_available) });
  }
  if (line.cart_quantity > maxQuantity) {
    notices.push({ code: 'cart.above-max-per-order', was, now: fromThousandths(maxQuantity) });
  }
  if (!isMultipleOf(line.quantity_step, line.cart_quantity)) {
    notices.push({ code: 'cart.quantity-step-changed', now: fromThousandths(line.quantity_step) });
  }
  if (roundsToZero(line.rate_per_unit, line.cart_quantity)) {
    notices.push({ code: 'cart.price-rounds-to-zero', was });
  }
  return notices;
}

/** Returns true if the line can be ordered as it is. */
function isBuyable(line: CartLine): boolean {
  return noticesOf(line).every(isHarmless);
}

function leftOut(line: CartLine): LeftOutLine[] {
  const reason = noticesOf(line).find((notice) => !isHarmless(notice));
  return reason === undefined ? [] : [{ productId: line.id, productName: line.name, reason: reason.code }];
}

function isHarmless({ code }: CartNotice): boolean {
  return code === 'cart.price-changed';
}
