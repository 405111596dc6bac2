import type { Schema } from 'ui-common/api/client';
import { SECOND_MS } from 'ui-common/dates/durations';
import { fromThousandths, toThousandths, type UnitType } from 'ui-common/quantity/quantity';
import type { FoundProduct } from '../entry/ranked-products';
import type { StockSheet } from '../stock-sheets';

/** Longest time that the server lets a count wait, in seconds. */
const MAX_SECONDS_AGO = 86_400;

/** A line of a draft. */
export interface DraftLine {
  readonly productId: string;
  readonly productName: string;
  readonly unitType: UnitType;
  /** In thousandths of the unit; null until it is typed. */
  readonly quantity: number | null;
  /** When it was typed, by this device's clock, if that is not saved yet. */
  readonly typedAt?: number;
}

/** What of a sheet people write. */
export interface SheetDraft {
  readonly supplier: string;
  readonly note: string;
  readonly lines: readonly DraftLine[];
}

/** Returns the draft in a saved sheet. */
export function draftOf({ supplier, note, lines }: StockSheet): SheetDraft {
  return {
    ...{ supplier, note },
    lines: lines.map(({ productId, productName, unitType, quantity }) => ({
      ...{ productId, productName, unitType },
      quantity: quantity === null ? null : toThousandths(quantity),
    })),
  };
}

/** Returns the draft with a quantity of a product added: to its line if it has one, or on a new line at the end. */
export function withAdded(
  draft: SheetDraft,
  { id: productId, name: productName, unitType }: FoundProduct,
  quantity: number,
  now: number,
): SheetDraft {
  const former = lineFor(draft, productId);
  if (former !== undefined) return withQuantity(draft, productId, (former.quantity ?? 0) + quantity, now);
  const line = { productId, productName, unitType, quantity, typedAt: now };
  return { ...draft, lines: [...draft.lines, line] };
}

/** Returns the draft with another quantity on a product's line. */
export function withQuantity(
  draft: SheetDraft,
  productId: string,
  quantity: number | null,
  now: number,
): SheetDraft {
  const lines = draft.lines.map((line) =>
    line.productId === productId ? { ...line, quantity, typedAt: now } : line,
  );
  return { ...draft, lines };
}

/** Returns the draft without a product's line. */
export function withoutLine(draft: SheetDraft, productId: string): SheetDraft {
  return { ...draft, lines: draft.lines.filter((line) => line.productId !== productId) };
}

/** Returns the line of a product; undefined if it has none. */
export function lineFor({ lines }: SheetDraft, productId: string): DraftLine | undefined {
  return lines.find((line) => line.productId === productId);
}

/** Returns the draft after it was saved: lines that have not changed since need not be sent as typed again. */
export function afterSaving(draft: SheetDraft, saved: SheetDraft): SheetDraft {
  const sent = new Set(saved.lines);
  const settled = ({ productId, productName, unitType, quantity }: DraftLine): DraftLine => {
    return { productId, productName, unitType, quantity };
  };
  return { ...draft, lines: draft.lines.map((line) => (sent.has(line) ? settled(line) : line)) };
}

/** Returns the request that saves a draft. @param now milliseconds since 1970 */
export function bodyOf(
  { supplier, note, lines }: SheetDraft,
  version: number,
  now: number,
): Schema<'SaveStockSheetBody'> {
  return {
    ...{ version, supplier, note },
    lines: lines.map(({ productId, unitType, quantity, typedAt }) => ({
      ...{ productId, unitType },
      quantity: quantity === null ? null : fromThousandths(quantity),
      ...(typedAt !== undefined && quantity !== null && { countedSecondsAgo: secondsSince(typedAt, now) }),
    })),
  };
}

function secondsSince(then: number, now: number): number {
  return Math.min(MAX_SECONDS_AGO, Math.max(0, Math.round((now - then) / SECOND_MS)));
}

/** Returns the sums of the quantities by unit, in the order in which the units appear. In thousandths. */
export function totalsOf({ lines }: SheetDraft): Map<UnitType, number> {
  const totals = new Map<UnitType, number>();
  for (const { unitType, quantity } of lines)
    if (quantity !== null) totals.set(unitType, (totals.get(unitType) ?? 0) + quantity);
  return totals;
}
