import type {
  CohortView,
  DormantShopperView,
  EngagementPointView,
} from '../engagement/engagement-report.dto.js';
import type { SalesPointView } from '../sales/sales-report.dto.js';
import type {
  AgeingProductView,
  CoveredProductView,
  LowProductView,
  StockedProductView,
  UnsoldProductView,
  WastedProductView,
} from '../stock/stock-report.dto.js';

import type { TaxRowView } from '../tax/tax-report.dto.js';

/** Value of one column in a row. */
export type Cell = string | number | null;

/** Type of the cells of a column. Money is in minor units of the currency, a quantity in units of the product. */
export type CellKind = 'text' | 'number' | 'money' | 'quantity';

export interface Column {
  /** Name of the field in the report. */
  readonly name: string;
  readonly kind: CellKind;
}

/** A column with the function that returns its cells. */
export interface ColumnOf<Item> extends Column {
  readonly cell: (item: Item) => Cell;
}

/** Number of shoppers of a cohort who were active in one month. */
export interface CohortMonth extends Pick<CohortView, 'month' | 'size'> {
  /** Number of months after the cohort's own. */
  readonly after: number;
  readonly active: number;
}

function column<Item>(name: string, kind: CellKind, cell: (item: Item) => Cell): ColumnOf<Item> {
  return { name, kind, cell };
}

export const SALES_COLUMNS: readonly ColumnOf<SalesPointView>[] = [
  column('key', 'text', (point) => point.key),
  column('name', 'text', (point) => point.name),
  column('from', 'text', (point) => point.from),
  column('to', 'text', (point) => point.to),
  column('revenue', 'money', (point) => point.revenue),
  column('orders', 'number', (point) => point.orders),
  column('averageBasket', 'money', (point) => point.averageBasket),
  column('lines', 'number', (point) => point.lines),
  column('quantity', 'quantity', (point) => point.quantity),
  column('unitType', 'text', (point) => point.unitType),
];

export const STOCKED_COLUMNS: readonly ColumnOf<StockedProductView>[] = [
  column('productId', 'text', (product) => product.productId),
  column('name', 'text', (product) => product.name),
  column('sectionName', 'text', (product) => product.sectionName),
  column('unitType', 'text', (product) => product.unitType),
  column('quantityAvailable', 'quantity', (product) => product.quantityAvailable),
  column('quantityPromised', 'quantity', (product) => product.quantityPromised),
  column('quantityOnHand', 'quantity', (product) => product.quantityOnHand),
];

export const LOW_COLUMNS: readonly ColumnOf<LowProductView>[] = [
  ...STOCKED_COLUMNS,
  column('lowStockThreshold', 'quantity', (product) => product.lowStockThreshold),
];

export const COVER_COLUMNS: readonly ColumnOf<CoveredProductView>[] = [
  ...STOCKED_COLUMNS,
  column('quantitySold', 'quantity', (product) => product.quantitySold),
  column('daysOfCover', 'number', (product) => product.daysOfCover),
];

export const WASTE_COLUMNS: readonly ColumnOf<WastedProductView>[] = [
  ...STOCKED_COLUMNS,
  column('quantityWasted', 'quantity', (product) => product.quantityWasted),
  column('value', 'money', (product) => product.value),
  column('times', 'number', (product) => product.times),
];

export const BEST_BEFORE_COLUMNS: readonly ColumnOf<AgeingProductView>[] = [
  ...STOCKED_COLUMNS,
  column('bestBefore', 'text', (product) => product.bestBefore),
  column('daysLeft', 'number', (product) => product.daysLeft),
];

export const NEVER_SOLD_COLUMNS: readonly ColumnOf<UnsoldProductView>[] = [
  ...STOCKED_COLUMNS,
  column('createdAt', 'text', (product) => product.createdAt),
];

export const ACTIVITY_COLUMNS: readonly ColumnOf<EngagementPointView>[] = [
  column('day', 'text', (point) => point.day),
  column('daily', 'number', (point) => point.daily),
  column('weekly', 'number', (point) => point.weekly),
  column('monthly', 'number', (point) => point.monthly),
  column('registered', 'number', (point) => point.registered),
];

export const DORMANT_COLUMNS: readonly ColumnOf<DormantShopperView>[] = [
  column('userId', 'text', (shopper) => shopper.userId),
  column('username', 'text', (shopper) => shopper.username),
  column('displayName', 'text', (shopper) => shopper.displayName),
  column('lastActiveOn', 'text', (shopper) => shopper.lastActiveOn),
];

export const COHORT_COLUMNS: readonly ColumnOf<CohortMonth>[] = [
  column('month', 'text', (cohort) => cohort.month),
  column('size', 'number', (cohort) => cohort.size),
  column('after', 'number', (cohort) => cohort.after),
  column('active', 'number', (cohort) => cohort.active),
];

const TAX_AMOUNT_COLUMNS: readonly ColumnOf<TaxRowView>[] = [
  column('net', 'money', (row) => row.net),
  column('taxable', 'money', (row) => row.taxable),
  column('vat', 'money', (row) => row.vat),
  column('cgst', 'money', (row) => row.cgst),
  column('sgst', 'money', (row) => row.sgst),
  column('igst', 'money', (row) => row.igst),
  column('cess', 'money', (row) => row.cess),
];

export const TAX_RATE_COLUMNS: readonly ColumnOf<TaxRowView>[] = [
  column('percent', 'number', (row) => row.percent),
  column('cessPercent', 'number', (row) => row.cessPercent),
  ...TAX_AMOUNT_COLUMNS,
];

export const TAX_HSN_COLUMNS: readonly ColumnOf<TaxRowView>[] = [
  column('hsn', 'text', (row) => row.hsn),
  column('unitType', 'text', (row) => row.unitType),
  column('quantity', 'quantity', (row) => row.quantity),
  ...TAX_RATE_COLUMNS,
];

export const TAX_DOCUMENT_COLUMNS: readonly ColumnOf<TaxRowView>[] = [
  column('kind', 'text', (row) => row.kind),
  column('first', 'text', (row) => row.first),
  column('last', 'text', (row) => row.last),
  column('count', 'number', (row) => row.count),
  ...TAX_AMOUNT_COLUMNS,
];
