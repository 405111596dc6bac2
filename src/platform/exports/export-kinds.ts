/** Every kind of export that there is. Each is registered with `ExportRegistry` by the module that knows its rows. */
export const EXPORT_KINDS = [
  'products',
  'stock-movements',
  'orders',
  'order-lines',
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
] as const;

export type ExportKind = (typeof EXPORT_KINDS)[number];
