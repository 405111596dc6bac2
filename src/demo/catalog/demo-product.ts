import { slugOf } from '../../catalog/search/text-normalization.js';
import type { UnitType } from '../../platform/common/money/unit-type.js';

/** A product of the demo store. */
export interface DemoProduct {
  /** Unique in the catalog, 2 to 60 characters. */
  name: string;
  /** Fictitious; never a real company. */
  brand?: string;
  description: string;
  unitType: UnitType;
  /** Paise per one unit. */
  rate: number;
  /** Smallest quantity that can be ordered, in units; orders are multiples of it. */
  step: number;
  /** Units at opening, a multiple of the step. */
  stock: number;
  lowStock: number;
  /** Name of its picture in the folder `pictures`. */
  picture: string;
  /** `manufactured_on` in days before the store is filled. */
  madeDaysAgo?: number;
  /** `best_before` in days after `manufactured_on`. */
  goodForDays?: number;
}

export interface DemoSection {
  name: string;
  description: string;
  products: readonly DemoProduct[];
}

type Label = Pick<DemoProduct, 'name' | 'brand' | 'madeDaysAgo' | 'goodForDays'>;
type Shelf = Pick<DemoProduct, 'unitType' | 'rate' | 'step' | 'stock' | 'lowStock'>;

/** Creates a product from three short lines, so that a section reads like a price list. */
export function product(label: Label, shelf: Shelf, description: string): DemoProduct {
  return { ...label, ...shelf, description, picture: slugOf(label.name) };
}
