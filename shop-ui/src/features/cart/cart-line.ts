import type { Schema } from 'ui-common/api/client';
import { linePrice } from 'ui-common/money/quote';
import { fromThousandths, isMultipleOf, toThousandths, type UnitType } from 'ui-common/quantity/quantity';
import { maxPerOrder } from 'ui-common/quantity/max-quantity';

export type Product = Schema<'ProductView'>;
export type Notice = Schema<'CartNotice'>;

/** A cart line as shown on screen. */
export interface CartLine {
  readonly product: Product;
  /** Thousandths of {@link unitType}. */
  readonly quantity: number;
  /** Unit in which the quantity was chosen. It differs from the product's if that has changed since. */
  readonly unitType: UnitType;
  /** Minor units; 0 if the line cannot be bought. */
  readonly price: number;
  /** False if the line cannot be bought as it is. */
  readonly isBuyable: boolean;
  /** Changes since the product was added. */
  readonly notices: readonly Notice[];
}

/** Input for a line that the shop computes itself, before or without the server. */
export interface LineInput {
  readonly product: Product;
  /** Thousandths of {@link unitSeen}. */
  readonly quantity: number;
  /** Unit in which the quantity was chosen. Defaults to the current unit. */
  readonly unitSeen?: UnitType;
  /** Rate at which the product was added, in minor units. Defaults to the current rate. */
  readonly rateSeen?: number;
  /** True if the product is no longer sold. */
  readonly isUnavailable?: boolean;
}

/** Returns a line with the price and the notices that the server would return. */
export function lineOf(input: LineInput): CartLine {
  const { product, quantity, unitSeen: unitType = product.unitType } = input;
  const notices = noticesOf(input);
  const isBuyable = isWithoutObstacle(notices);
  const price = isBuyable ? linePrice(product.ratePerUnit, quantity) : 0;
  return { product, quantity, unitType, price, isBuyable, notices };
}

/** Returns true if none of the notices keeps a line from being bought. */
export function isWithoutObstacle(notices: readonly Notice[]): boolean {
  return notices.every(({ code }) => code === 'cart.price-changed');
}

function noticesOf({
  product,
  quantity,
  unitSeen = product.unitType,
  rateSeen = product.ratePerUnit,
  isUnavailable = false,
}: LineInput): Notice[] {
  if (isUnavailable) return [{ code: 'cart.product-gone' }];
  if (unitSeen !== product.unitType)
    return [{ code: 'cart.unit-changed', unitWas: unitSeen, unitNow: product.unitType }];
  const notices: Notice[] = [];
  if (product.ratePerUnit !== rateSeen) {
    notices.push({ code: 'cart.price-changed', was: rateSeen, now: product.ratePerUnit });
  }
  return [...notices, ...quantityNotices(product, quantity)];
}

function quantityNotices(product: Product, quantity: number): Notice[] {
  const notices: Notice[] = [];
  const was = fromThousandths(quantity);
  if (toThousandths(product.quantityAvailable) < quantity) {
    notices.push({ code: 'cart.short-stock', was, now: product.quantityAvailable });
  }
  if (quantity > maxPerOrder(product)) {
    notices.push({ code: 'cart.above-max-per-order', was, now: product.maxQuantity });
  }
  if (!isMultipleOf(toThousandths(product.quantityStep), quantity)) {
    notices.push({ code: 'cart.quantity-step-changed', now: product.quantityStep });
  }
  if (product.ratePerUnit > 0 && linePrice(product.ratePerUnit, quantity) === 0) {
    notices.push({ code: 'cart.price-rounds-to-zero', was });
  }
  return notices;
}

/** Converts a cart of the API to lines. */
export function linesOf(cart: Schema<'CartView'>): CartLine[] {
  return cart.items.map((item) => ({ ...item, quantity: toThousandths(item.quantity) }));
}

/** Returns true if the unit of the product has changed since the quantity was chosen. */
export function hasOtherUnit({ product, unitType }: CartLine): boolean {
  return unitType !== product.unitType;
}

/** Returns true if the product is no longer sold: the line has no price and blocks an order. */
export function isUnavailable(line: CartLine): boolean {
  return line.notices.some(({ code }) => code === 'cart.product-gone');
}
