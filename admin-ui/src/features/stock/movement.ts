import type { Schema } from 'ui-common/api/client';
import type { FieldError } from 'ui-common/forms/field-error';
import { fromThousandths, toThousandths, type UnitType } from 'ui-common/quantity/quantity';
import { readQuantity } from 'ui-common/quantity/typed-quantity';

export type MovementReason = Schema<'StockMovementBody'>['reason'];
export const MOVEMENT_REASONS: readonly MovementReason[] = ['delivery', 'correction', 'waste'];

/** A stock movement in the form. */
export interface MovementDraft {
  reason: MovementReason;
  /** Quantity received or written off; for a correction, the counted quantity. Named like the field in the API's errors. */
  delta: string;
  note: string;
}

interface Stocked {
  readonly quantityAvailable: number;
  readonly unitType: UnitType;
}

/** Returns the change of stock in thousandths; undefined if the input is not a quantity. */
export function deltaOf({ reason, delta }: MovementDraft, stocked: Stocked): number | undefined {
  const typed = readCount(delta, stocked.unitType);
  if (typed === undefined) return undefined;
  if (reason === 'correction') return typed - toThousandths(stocked.quantityAvailable);
  return reason === 'waste' ? 0 - typed : typed;
}

/** Returns the field errors that can be found without the server. */
export function validateMovement(draft: MovementDraft, stocked: Stocked): FieldError[] {
  const error = (code: string): FieldError[] => [{ field: 'delta', code }];
  if (draft.delta.trim() === '') return error('field.required');
  const delta = deltaOf(draft, stocked);
  if (delta === undefined) return error('field.is-quantity');
  if (delta === 0) return error(draft.reason === 'correction' ? 'stock.as-counted' : 'field.is-quantity');
  return toThousandths(stocked.quantityAvailable) + delta < 0 ? error('catalog.stock-below-zero') : [];
}

/** Returns the request body for a valid draft. */
export function movementOf(draft: MovementDraft, stocked: Stocked): Schema<'StockMovementBody'> {
  return {
    reason: draft.reason,
    delta: fromThousandths(deltaOf(draft, stocked) ?? 0),
    note: draft.note.trim() || null,
  };
}

/** Returns the stock level of a product: sold out, low or enough. */
export function stockLevelOf(product: {
  readonly quantityAvailable: number;
  readonly lowStockThreshold: number;
}): 'out' | 'low' | 'enough' {
  if (product.quantityAvailable === 0) return 'out';
  return product.quantityAvailable < product.lowStockThreshold ? 'low' : 'enough';
}

function readCount(typed: string, unitType: UnitType): number | undefined {
  return /^\s*[0०]+(?:\.[0०]*)?\s*$/.test(typed) ? 0 : readQuantity(typed, unitType);
}
