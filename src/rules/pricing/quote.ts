import { includedTax, type TaxTerms } from './tax.js';

/*
 * The prices of carts and orders. The server and both front ends compile this file, so that they never differ by a paisa: it imports
 * nothing beyond the calculation of the tax. Amounts are integers in the minor unit of the currency.
 */

/** A quantity, in thousandths of a unit, at a rate in minor units per unit. */
export interface PricedLine {
  readonly ratePerUnit: number;
  readonly quantity: number;
  /** Tax class of the product; null for the default one. */
  readonly taxClassId: string | null;
}

/** What the store charges besides the goods. */
export interface Fees {
  /** For the delivery of an order; 0 if it is free. */
  readonly deliveryFee: number;
  /** Price of the goods from which the delivery is free; null if it never is. */
  readonly freeDeliveryFrom: number | null;
  /** For the packing of an order; 0 if it is free. */
  readonly packingFee: number;
}

/** What decides, besides the lines, what an order costs. */
export interface PriceTerms {
  readonly fees: Fees;
  /** Null if prices include no tax that the store states. */
  readonly taxes: TaxTerms | null;
}

export const CHARGE_KINDS = ['delivery', 'packing'] as const;

export type ChargeKind = (typeof CHARGE_KINDS)[number];

/** An amount that an order costs besides its goods. It is never 0. */
export interface Charge {
  readonly kind: ChargeKind;
  readonly amount: number;
}

/** The lines with their prices, the charges, and what is to be paid. */
export interface Quote<Line> {
  readonly lines: readonly (Line & { readonly price: number })[];
  /** In the order of {@link CHARGE_KINDS}. */
  readonly charges: readonly Charge[];
  /** Sum of the lines' prices. */
  readonly subtotal: number;
  /** Sum of the lines' prices and the charges. */
  readonly total: number;
  /** Tax that the total includes; null if the store states none. */
  readonly includedTax: number | null;
}

/**
 * Prices lines. The only calculation of what an order costs: the shop, the cart and the order made from it agree. Without a line
 * of a quantity above 0 nothing is charged.
 *
 * @throws RangeError as {@link linePrice}
 */
export function quote<Line extends PricedLine>(
  lines: readonly Line[],
  { fees, taxes }: PriceTerms,
): Quote<Line> {
  const priced = lines.map((line) => ({ ...line, price: linePrice(line.ratePerUnit, line.quantity) }));
  const subtotal = sum(priced.map(({ price }) => price));
  const charges = lines.some(({ quantity }) => quantity > 0) ? chargesFor(subtotal, fees) : [];
  const amounts = charges.map(({ amount }) => amount);
  const goods = priced.map(({ price, taxClassId }) => ({ amount: price, taxClassId }));
  return {
    lines: priced,
    charges,
    subtotal,
    total: subtotal + sum(amounts),
    includedTax: taxes === null ? null : includedTax(goods, amounts, taxes),
  };
}

function chargesFor(subtotal: number, { deliveryFee, freeDeliveryFrom, packingFee }: Fees): Charge[] {
  const isDeliveryFree = freeDeliveryFrom !== null && subtotal >= freeDeliveryFrom;
  const charges: Charge[] = [
    { kind: 'delivery', amount: isDeliveryFree ? 0 : deliveryFee },
    { kind: 'packing', amount: packingFee },
  ];
  return charges.filter(({ amount }) => amount > 0);
}

/**
 * Computes the price of a line: rate × quantity, rounded half up. floor((ratePerUnit × thousandths + 500) / 1000), in BigInt, so
 * that no float ever touches money.
 *
 * @param ratePerUnit minor units of the currency per unit of the product; a non-negative integer
 * @param thousandths quantity in thousandths of the unit; a non-negative integer
 * @throws RangeError if an argument is no such number, or if a JSON number cannot carry the price exactly
 */
export function linePrice(ratePerUnit: number, thousandths: number): number {
  if (
    !Number.isSafeInteger(ratePerUnit) ||
    !Number.isSafeInteger(thousandths) ||
    ratePerUnit < 0 ||
    thousandths < 0
  ) {
    throw new RangeError(`Invalid rate or quantity: ${ratePerUnit}, ${thousandths}`);
  }
  const price = Number((BigInt(ratePerUnit) * BigInt(thousandths) + 500n) / 1000n);
  if (!Number.isSafeInteger(price))
    throw new RangeError(`Price out of range: ${thousandths} thousandths at ${ratePerUnit}`);
  return price;
}

/** Adds up amounts in minor units. */
export function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
