import type { Schema } from 'ui-common/api/client';
import type { FieldError } from 'ui-common/forms/field-error';
import { fromThousandths, toThousandths, type UnitType } from 'ui-common/quantity/quantity';
import { readQuantity } from 'ui-common/quantity/typed-quantity';

export type MovementReason = Schema<'StockMovementBody'>['reason'];
export const MOVEMENT_REASONS: readonly MovementReason[] = ['delivery', 'correction', 'waste'];

/** A stock movement in the form. The fields are named like those in the API's errors. */
export interface MovementDraft {
  reason: MovementReason;
  /** Quantity received or written off. */
  delta: string;
  /** For a correction: the counted quantity. */
  counted: string;
  note: string;
  /** For a correction: less may be counted than is promised. */
  acceptShortage: boolean;
}

/** The stock of a product, in units, as the form shows it. */
export interface StockFigures {
  readonly quantityOnHand: number;
  readonly quantityPromised: number;
  readonly quantityAvailable: number;
}

/** A count of less than is promised, in thousandths. */
export interface CountShortage {
  readonly counted: number;
  readonly promised: number;
  readonly short: number;
}

/** Returns the field that the form shows for the reason. */
export function amountField(reason: MovementReason): 'delta' | 'counted' {
  return reason === 'correction' ? 'counted' : 'delta';
}

/** Returns the typed quantity in thousandths; undefined if it is unreadable. Only a count may be 0. */
export function typedAmount(draft: MovementDraft, unitType: UnitType): number | undefined {
  const typed = draft[amountField(draft.reason)];
  return draft.reason === 'correction' ? readCount(typed, unitType) : readQuantity(typed, unitType);
}

/** Returns a typed count in thousandths, which may be 0; undefined if it is unreadable. */
export function readCount(typed: string, unitType: UnitType): number | undefined {
  return isZero(typed) ? 0 : readQuantity(typed, unitType);
}

/** Returns the stock after the movement, in units; undefined if that is not known yet, or not allowed. */
export function stockAfter(
  draft: MovementDraft,
  unitType: UnitType,
  { quantityAvailable, quantityPromised }: StockFigures,
): StockFigures | undefined {
  const typed = typedAmount(draft, unitType);
  if (typed === undefined) return undefined;
  const [available, promised] = [quantityAvailable, quantityPromised].map(toThousandths) as [number, number];
  const after = {
    delivery: available + typed,
    waste: available - typed,
    correction: draft.acceptShortage ? Math.max(0, typed - promised) : typed - promised,
  }[draft.reason];
  if (after < 0) return undefined;
  return {
    quantityOnHand: fromThousandths(after + promised),
    quantityPromised,
    quantityAvailable: fromThousandths(after),
  };
}

/** Returns the shortage of a count of less than is promised; undefined if there is none. */
export function shortageOf(
  draft: MovementDraft,
  unitType: UnitType,
  { quantityPromised }: StockFigures,
): CountShortage | undefined {
  const counted = draft.reason === 'correction' ? typedAmount(draft, unitType) : undefined;
  const promised = toThousandths(quantityPromised);
  if (counted === undefined || counted >= promised) return undefined;
  return { counted, promised, short: promised - counted };
}

/** Returns the field errors that can be found without the server. */
export function validateMovement(
  draft: MovementDraft,
  unitType: UnitType,
  stock: StockFigures,
): FieldError[] {
  const field = amountField(draft.reason);
  if (draft[field].trim() === '') return [{ field, code: 'field.required' }];
  const typed = typedAmount(draft, unitType);
  if (typed === undefined) return [{ field, code: 'field.is-quantity' }];
  const isTooMuch = draft.reason === 'waste' && typed > toThousandths(stock.quantityAvailable);
  if (isTooMuch) return [{ field, code: 'catalog.stock-below-zero' }];
  const isShort = !draft.acceptShortage && shortageOf(draft, unitType, stock) !== undefined;
  return isShort ? [{ field, code: 'catalog.count-below-promised' }] : [];
}

/**
 * Returns the request body for a valid draft. A count is sent as what was counted, with what was on hand when the form was shown:
 * the server computes the difference on the figures of the moment.
 */
export function movementOf(
  draft: MovementDraft,
  unitType: UnitType,
  { quantityOnHand }: StockFigures,
): Schema<'StockMovementBody'> {
  const { reason } = draft;
  const note = draft.note.trim() || null;
  const typed = fromThousandths(typedAmount(draft, unitType) ?? 0);
  if (reason !== 'correction') return { reason, delta: reason === 'waste' ? 0 - typed : typed, note };
  const { acceptShortage } = draft;
  return { reason, counted: typed, seenOnHand: quantityOnHand, acceptShortage, note };
}

function isZero(typed: string): boolean {
  return /^\s*[0०]+(?:\.[0०]*)?\s*$/.test(typed);
}
