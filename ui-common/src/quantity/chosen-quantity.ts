import type { Schema } from '../api/client.ts';
import { maxOrderable, toStep, toThousandths, type UnitType } from './quantity.ts';
import { readTypedQuantity, type TypedQuantity } from './typed-quantity.ts';
import { maxPerOrder, usualQuantity } from './max-quantity.ts';

/** Unit, step, stock and most per order of a product. Quantities in thousandths. */
export interface SaleTerms {
  readonly unitType: UnitType;
  readonly step: number;
  readonly available: number;
  readonly max: number;
}

export function saleTermsOf(product: Schema<'ProductView'>): SaleTerms {
  return {
    unitType: product.unitType,
    step: toThousandths(product.quantityStep),
    available: toThousandths(product.quantityAvailable),
    max: maxPerOrder(product),
  };
}

/**
 * What a typed text means. Quantities in thousandths.
 *
 * `steps` and `stock`: the quantity differs from the text. `pieces`: the text counts pieces of a dozen. The others are
 * questions: `max`: more than one order can have; `lot`: an unusual amount; `unclear`: the text has several meanings.
 */
export interface Chosen {
  /** 0 for none; undefined if the shopper must choose first. */
  readonly quantity?: number;
  readonly reason?: 'steps' | 'stock' | 'pieces' | 'max' | 'lot' | 'unclear';
  /** Quantities to offer instead. */
  readonly choices: readonly number[];
}

/** Returns the quantity for a typed text, or the question to ask; undefined if the text is unreadable. */
export function chosenQuantity(typed: string, terms: SaleTerms): Chosen | undefined {
  if (/^\s*[0०]+\s*$/.test(typed)) return { quantity: 0, choices: [] };
  const meanings = readTypedQuantity(typed, terms.unitType);
  if (meanings === undefined) return undefined;
  if (meanings.asPieces !== undefined) return piecesOrDozens(meanings.literal, meanings.asPieces, terms);
  return taken(meanings, terms);
}

/** "6" of eggs sold by the dozen is half a dozen, if that can be bought. */
function piecesOrDozens(dozens: number, pieces: number, terms: SaleTerms): Chosen {
  const choices = offered([dozens], terms);
  if (toOffer(pieces, terms) === pieces) return { quantity: pieces, reason: 'pieces', choices };
  return { reason: 'unclear', choices: offered([pieces, dozens], terms) };
}

function taken({ literal, withDecimalComma }: TypedQuantity, terms: SaleTerms): Chosen {
  const { step, available, max } = terms;
  const others = withDecimalComma === undefined ? [] : [withDecimalComma];
  if (literal > max) {
    return others.length > 0
      ? { reason: 'unclear', choices: offered(others, terms) }
      : { reason: 'max', choices: offered([max], terms) };
  }
  const quantity = toOffer(literal, terms);
  if (quantity > usualQuantity(step, max)) {
    const choices = offered([literal, ...others], terms);
    return { reason: others.length > 0 ? 'unclear' : 'lot', choices };
  }
  if (quantity === literal) return { quantity, choices: [] };
  return { quantity, reason: literal > maxOrderable(step, available) ? 'stock' : 'steps', choices: [] };
}

/** Returns what can be bought of each of several quantities, each once. */
function offered(quantities: readonly number[], terms: SaleTerms): number[] {
  const { max } = terms;
  return [...new Set(quantities.filter((quantity) => quantity <= max).map((one) => toOffer(one, terms)))];
}

function toOffer(quantity: number, { step, available, max }: SaleTerms): number {
  return toStep(quantity, step, Math.min(available, max));
}
