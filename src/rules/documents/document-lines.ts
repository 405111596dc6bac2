import { sum, type ChargeKind } from '../pricing/quote.js';
import {
  includedTaxes,
  ratedCharge,
  ratedGoods,
  sharesOf,
  type RatedAmount,
  type TaxComponent,
  type TaxPart,
  type TaxRate,
  type TaxSplit,
  type TaxTerms,
} from '../pricing/tax.js';

/* The lines of documents. Amounts are integers in the minor unit of the currency, rates integers in thousandths of a percent. */

/** A line of an order. */
export interface SoldItem {
  readonly itemId: string;
  readonly name: string;
  readonly hsn: string | null;
  readonly unitType: string;
  readonly ratePerUnit: number;
  /** Thousandths of the unit. */
  readonly quantity: number;
  readonly price: number;
  /** Sum of the item's discounts, which the price contains. */
  readonly discount: number;
  readonly taxClassId: string | null;
}

/** A charge of an order. */
export interface SoldCharge {
  readonly chargeId: string;
  readonly kind: ChargeKind;
  readonly amount: number;
}

/** A sale: what an order consists of. */
export interface Sale {
  /** By their IDs: by this order the discount is shared. */
  readonly items: readonly SoldItem[];
  readonly charges: readonly SoldCharge[];
  /** Sum of the order's discounts besides those of its items; at most the items' prices. */
  readonly discount: number;
}

/** A part of a tax on a line. */
export interface LineTax {
  readonly component: TaxComponent;
  /** Rate of the class, of which CGST and SGST levy half each; for `cess` its own rate. */
  readonly rate: number;
  readonly taxable: number;
  readonly amount: number;
}

/** Amounts of a line: `net = gross − discount = taxable + Σ taxes`. */
export interface LineAmounts {
  readonly gross: number;
  readonly discount: number;
  readonly net: number;
  readonly taxable: number;
  readonly taxes: readonly LineTax[];
}

/** A line of a document. Each has one tax rate, so a charge that is taxed like the goods may have several lines. */
export interface DocumentLine extends LineAmounts {
  readonly itemId: string | null;
  readonly chargeId: string | null;
  readonly charge: ChargeKind | null;
  readonly name: string;
  readonly hsn: string | null;
  readonly unitType: string | null;
  readonly ratePerUnit: number | null;
  readonly quantity: number | null;
  readonly taxClassId: string | null;
}

const CHARGE_NAMES: Readonly<Record<ChargeKind, string>> = { delivery: 'Delivery', packing: 'Packing' };

/**
 * Returns the lines that state a sale: the items, then the charges. The order's discount is shared over the items in proportion to their
 * prices, so that the nets add up to the prices and the charges, less the discount.
 *
 * @param terms null if the store states no tax
 */
export function documentLines(
  { items, charges, discount }: Sale,
  terms: TaxTerms | null,
  split: TaxSplit,
): DocumentLine[] {
  const shares = discountShares(items, discount);
  const goods = items.map(({ price, taxClassId }, i) => ({ amount: price - (shares[i] ?? 0), taxClassId }));
  const rated = terms === null ? goods.map(untaxed) : ratedGoods(goods, terms);
  const itemLines = items.map((item, i) => {
    const { itemId, name, hsn, unitType, ratePerUnit, quantity, price } = item;
    const { amount, taxClassId, rate } = rated[i] ?? untaxed({ amount: price });
    return {
      ...{ itemId, chargeId: null, charge: null, name, hsn, unitType, ratePerUnit, quantity, taxClassId },
      ...lineAmounts(amount, rate, split),
      gross: price + item.discount,
      discount: price + item.discount - amount,
    };
  });
  const chargeLines = charges.flatMap(({ chargeId, kind, amount }) => {
    const parts = terms === null ? [untaxed({ amount })] : ratedCharge(amount, rated, terms);
    return parts.map((part) => ({
      ...{ itemId: null, chargeId, charge: kind, name: CHARGE_NAMES[kind], hsn: null, unitType: null },
      ...{ ratePerUnit: null, quantity: null, taxClassId: part.taxClassId },
      ...lineAmounts(part.amount, part.rate, split),
    }));
  });
  return [...itemLines, ...chargeLines];
}

function discountShares(items: readonly SoldItem[], discount: number): number[] {
  if (discount === 0) return [];
  return sharesOf(
    discount,
    items.map(({ price }) => price),
  );
}

/** Returns true if a tax is levied on the line, even one that rounds to 0. */
export function isTaxed({ taxes }: LineAmounts): boolean {
  return taxes.length > 0;
}

/**
 * Returns the part of a line that a credit takes back: the difference between what the line contains before and after. All parts together
 * are the whole line, tax included.
 *
 * @param rest net that has not been credited yet
 * @param amount to credit; at most the rest
 * @param taxes of the whole line
 */
export function creditedAmounts(rest: number, amount: number, taxes: readonly LineTax[]): LineAmounts {
  const [rate, split] = rateAndSplit(taxes);
  const before = lineAmounts(rest, rate, split);
  const after = lineAmounts(rest - amount, rate, split);
  const taxable = before.taxable - after.taxable;
  return {
    ...{ gross: amount, discount: 0, net: amount, taxable },
    taxes: before.taxes.map((tax, i) => ({
      ...{ ...tax, taxable, amount: tax.amount - (after.taxes[i]?.amount ?? 0) },
    })),
  };
}

function lineAmounts(net: number, rate: TaxRate, split: TaxSplit): LineAmounts {
  const parts = includedTaxes(net, rate, split);
  const taxable = net - sum(parts.map(({ amount }) => amount));
  const taxes = parts.map(({ component, amount }: TaxPart) => ({
    ...{ component, rate: component === 'cess' ? rate.cess : rate.rate, taxable, amount },
  }));
  return { gross: net, discount: 0, net, taxable, taxes };
}

function untaxed({ amount }: { readonly amount: number }): RatedAmount {
  return { amount, rate: { rate: 0, cess: 0 }, taxClassId: null };
}

/** Returns the rates of a line from its taxes. */
function rateAndSplit(taxes: readonly LineTax[]): [TaxRate, TaxSplit] {
  const cess = taxes.find(({ component }) => component === 'cess')?.rate ?? 0;
  const main = taxes.find(({ component }) => component !== 'cess');
  const splits: Readonly<Record<TaxComponent, TaxSplit>> = {
    ...{ vat: 'vat', cgst: 'intra_state', sgst: 'intra_state', igst: 'inter_state', cess: 'inter_state' },
  };
  return [{ rate: main?.rate ?? 0, cess }, splits[main?.component ?? 'cess']];
}
