import type { UnitType } from '../../platform/common/money/unit-type.js';

/** One product of the demo store, as it is written by hand. */
export interface DemoProduct {
  /** Unique in the whole catalogue, 2 to 60 characters. */
  name: string;
  /** Made up; never a real company's. */
  brand?: string;
  description: string;
  unitType: UnitType;
  /** Paise per one unit. */
  rate: number;
  /** What can be ordered, in units. */
  step: number;
  /** Units at opening, a multiple of the step. */
  stock: number;
  lowStock: number;
  /** The name of an icon in @iconify-json/fluent-emoji-flat. */
  icon: string;
  /** manufactured_on, as days before the day on which the store is filled. */
  madeDaysAgo?: number;
  /** best_before, as days after manufactured_on. */
  goodForDays?: number;
}

export interface DemoSection {
  name: string;
  description: string;
  /** The pale background of the section's pictures, as #rrggbb. */
  tint: string;
  products: readonly DemoProduct[];
}

type Label = Pick<DemoProduct, 'name' | 'brand' | 'madeDaysAgo' | 'goodForDays'>;
type Shelf = Pick<DemoProduct, 'icon' | 'unitType' | 'rate' | 'step' | 'stock' | 'lowStock'>;

/** Puts a product together from three short lines, so that a section can be read like a price list. */
export function product(label: Label, shelf: Shelf, description: string): DemoProduct {
  return { ...label, ...shelf, description };
}
