/** All types of exports. The module that owns the rows registers each of them with `ExportRegistry`. */
export const EXPORT_KINDS = [
  'products',
  'stock-movements',
  'price-history',
  'orders',
  'order-lines',
  'documents',
  'users',
  'report-sales',
  'report-low-stock',
  'report-sold-out',
  'report-stock-cover',
  'report-waste',
  'report-best-before',
  'report-never-sold',
  'report-active-shoppers',
  'report-dormant-shoppers',
  'report-cohorts',
  'tax-rates',
  'tax-hsn',
  'tax-documents',
] as const;

export type ExportKind = (typeof EXPORT_KINDS)[number];
