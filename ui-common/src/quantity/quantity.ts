import type { Schema } from '../api/client.ts';

export type UnitType = Schema<'ProductView'>['unitType'];

/** Converts 1.25 to 1250. Lossless, because quantities of the API have at most three decimals. */
export function toThousandths(quantity: number): number {
  return Math.round(quantity * 1000);
}

/** Converts 1250 to 1.25. */
export function fromThousandths(thousandths: number): number {
  return thousandths / 1000;
}

/** Returns true if a quantity can be ordered: positive, and a multiple of the product's step. In thousandths. */
export function isMultipleOf(step: number, thousandths: number): boolean {
  return thousandths > 0 && thousandths % step === 0;
}

/** Returns the largest multiple of the step that is available, or 0. In thousandths. */
export function maxOrderable(step: number, available: number): number {
  return Math.max(0, Math.floor(available / step) * step);
}

/** Returns the nearest quantity that can be ordered: a multiple of the step, at least one step and at most {@link maxOrderable}. */
export function toStep(thousandths: number, step: number, available: number): number {
  return Math.max(step, Math.min(Math.round(thousandths / step) * step, maxOrderable(step, available)));
}
