import type { Schema } from '../api/client.ts';

export type UnitType = Schema<'ProductView'>['unitType'];

/** 1.25 as 1250. The API's numbers have three decimals at most, so that nothing is lost. */
export function toThousandths(quantity: number): number {
  return Math.round(quantity * 1000);
}

/** 1250 as 1.25. */
export function fromThousandths(thousandths: number): number {
  return thousandths / 1000;
}

/** Whether a quantity can be ordered: positive, and a multiple of the product's step. All in thousandths. */
export function isMultipleOf(step: number, thousandths: number): boolean {
  return thousandths > 0 && thousandths % step === 0;
}

/** The most that can be ordered of what there is: whole steps of it, or 0. All in thousandths. */
export function mostOf(step: number, available: number): number {
  return Math.max(0, Math.floor(available / step) * step);
}

/** The nearest that can be ordered: a multiple of the step, at least one step and at most what there is. All in thousandths. */
export function toStep(thousandths: number, step: number, available: number): number {
  return Math.max(step, Math.min(Math.round(thousandths / step) * step, mostOf(step, available)));
}
