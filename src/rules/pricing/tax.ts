import { dividedHalfUp } from './rounding.js';

/*
 * The tax on goods. Amounts are integers in the minor unit of the currency, rates integers in thousandths of a percent: 18 % is
 * 18000. The front ends compile this file too.
 */

/** A percentage in thousandths of a percent: 100 %. */
const FULL_RATE = 100_000n;

export const TAX_REGIMES = ['vat', 'gst_in'] as const;

/** How a rate is split: value added tax has one part, the Indian GST has two within a state and one beyond it. */
export type TaxRegime = (typeof TAX_REGIMES)[number];

export const TAX_SCHEMES = ['regular', 'composition', 'unregistered'] as const;

/** Whether a store is registered for the tax. `composition` is a scheme of the Indian GST: the store pays a part of its turnover. */
export type TaxScheme = (typeof TAX_SCHEMES)[number];

/** What a tax rate is split into. */
export type TaxSplit = 'vat' | 'intra_state' | 'inter_state';

export const TAX_COMPONENTS = ['vat', 'cgst', 'sgst', 'igst', 'cess'] as const;

export type TaxComponent = (typeof TAX_COMPONENTS)[number];

/** Rates of a tax class on a day. */
export interface TaxRate {
  readonly rate: number;
  /** Levied beside the rate in the Indian GST; 0 elsewhere. */
  readonly cess: number;
}

/** The rates of a tax class. */
export interface ClassRate extends TaxRate {
  readonly taxClassId: string;
}

/** How goods and charges are taxed on a day. */
export interface TaxTerms {
  readonly regime: TaxRegime;
  /** Class of goods that have none; null if they are not taxed. */
  readonly defaultClassId: string | null;
  /** Class of the charges; null if they are taxed like the goods with which they are charged. */
  readonly chargesClassId: string | null;
  /** A class without an entry is not taxed. */
  readonly rates: readonly ClassRate[];
}

/** A price that includes tax, and the class of what it is for; null for the default one. */
export interface TaxedAmount {
  readonly amount: number;
  readonly taxClassId: string | null;
}

export interface TaxPart {
  readonly component: TaxComponent;
  readonly amount: number;
}

/** A price that includes tax, with the rate of that tax. */
export interface RatedAmount {
  readonly amount: number;
  readonly rate: TaxRate;
  /** Class that the rate is of; null if it is of no single class. */
  readonly taxClassId: string | null;
}

const UNTAXED: TaxRate = { rate: 0, cess: 0 };

/**
 * Returns the tax that a price includes, one part for each component whose rate is not 0. Half of a GST rate goes to the state and
 * half to the union, each rounded by itself; so a sale within a state and one beyond it may differ by one minor unit.
 *
 * @param price 0 or more
 */
export function includedTaxes(price: number, { rate, cess }: TaxRate, split: TaxSplit): TaxPart[] {
  const all = FULL_RATE + BigInt(rate) + BigInt(cess);
  const part = (of: number, by: bigint): number => dividedHalfUp(BigInt(price) * BigInt(of), by);
  const half = part(rate, 2n * all);
  const parts: Readonly<Record<TaxSplit, TaxPart[]>> = {
    vat: [{ component: 'vat', amount: part(rate, FULL_RATE + BigInt(rate)) }],
    intra_state: [
      { component: 'cgst', amount: half },
      { component: 'sgst', amount: half },
    ],
    inter_state: [{ component: 'igst', amount: part(rate, all) }],
  };
  const extra: TaxPart[] =
    cess === 0 || split === 'vat' ? [] : [{ component: 'cess', amount: part(cess, all) }];
  return [...(rate === 0 ? [] : parts[split]), ...extra];
}

/** Returns how a rate is split where goods are delivered within the state of the store. */
export function localSplit(regime: TaxRegime): TaxSplit {
  return regime === 'vat' ? 'vat' : 'intra_state';
}

/**
 * Returns how a rate is split where goods are delivered to a state. One that is not known counts as that of the store.
 *
 * @param storeState GST code
 * @param placeOfSupply GST code of the state of the delivery
 */
export function splitBetween(
  regime: TaxRegime,
  storeState: string | null,
  placeOfSupply: string | null,
): TaxSplit {
  const isKnown = storeState !== null && placeOfSupply !== null;
  return regime === 'gst_in' && isKnown && storeState !== placeOfSupply ? 'inter_state' : localSplit(regime);
}

/**
 * Returns the tax that goods and charges include, for display: the sum of its parts for each line. GST is that of a delivery
 * within the state.
 */
export function includedTax(
  goods: readonly TaxedAmount[],
  charges: readonly number[],
  terms: TaxTerms,
): number {
  const split = localSplit(terms.regime);
  const rated = ratedGoods(goods, terms);
  const all = [...rated, ...charges.flatMap((charge) => ratedCharge(charge, rated, terms))];
  return all.reduce(
    (sum, { amount, rate }) =>
      includedTaxes(amount, rate, split).reduce((total, part) => total + part.amount, sum),
    0,
  );
}

/** Returns goods with the rates of their classes. */
export function ratedGoods(goods: readonly TaxedAmount[], terms: TaxTerms): RatedAmount[] {
  return goods.map(({ amount, taxClassId }) => {
    const id = taxClassId ?? terms.defaultClassId;
    return { amount, rate: rateOf(id, terms), taxClassId: id };
  });
}

/**
 * Splits a charge by its rates: that of its own class, or those of the goods, in proportion to what goods of each rate cost. The parts add
 * up to the charge.
 */
export function ratedCharge(charge: number, goods: readonly RatedAmount[], terms: TaxTerms): RatedAmount[] {
  const ofClass = (id: string | null): RatedAmount[] => [
    { amount: charge, rate: rateOf(id, terms), taxClassId: id },
  ];
  if (terms.chargesClassId !== null) return ofClass(terms.chargesClassId);
  const groups = amountsByRate(goods);
  if (groups.every(({ amount }) => amount === 0)) return ofClass(terms.defaultClassId);
  const shares = sharesOf(
    charge,
    groups.map(({ amount }) => amount),
  );
  return groups
    .map(({ rate }, i) => ({ amount: shares[i] ?? 0, rate, taxClassId: null }))
    .filter(({ amount }) => amount > 0);
}

function rateOf(taxClassId: string | null, { rates }: TaxTerms): TaxRate {
  return rates.find((rate) => rate.taxClassId === taxClassId) ?? UNTAXED;
}

/** Adds up amounts of equal rates, the lowest rate first. */
function amountsByRate(goods: readonly RatedAmount[]): { amount: number; readonly rate: TaxRate }[] {
  const groups = new Map<string, { amount: number; readonly rate: TaxRate }>();
  for (const { amount, rate } of goods) {
    const key = `${rate.rate} ${rate.cess}`;
    const group = groups.get(key) ?? { amount: 0, rate };
    group.amount += amount;
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => a.rate.rate - b.rate.rate || a.rate.cess - b.rate.cess);
}

/**
 * Splits an amount in proportion to weights. The shares add up to it, and none is more than its weight unless the amount is more
 * than all weights.
 *
 * @param weights 0 or more, and not all of them 0
 */
export function sharesOf(amount: number, weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  let running = 0n;
  let given = 0n;
  return weights.map((weight) => {
    running += BigInt(weight);
    const until = (BigInt(amount) * running) / total;
    const share = until - given;
    given = until;
    return Number(share);
  });
}
