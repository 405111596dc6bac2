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

/** The nearest that can be ordered: a multiple of the step, at least one step and at most what there is. All in thousandths. */
export function toStep(thousandths: number, step: number, most: number): number {
  const highest = Math.floor(most / step) * step;
  return Math.max(step, Math.min(Math.round(thousandths / step) * step, highest));
}
