import type { CohortView, DormantShopperView, EngagementPointView } from './engagement-report.dto.js';
import type { SalesPointView } from './sales-report.dto.js';
import type {
  AgeingProductView,
  CoveredProductView,
  LowProductView,
  StockedProductView,
  UnsoldProductView,
  WastedProductView,
} from './stock-report.dto.js';

/** A value of a row. */
export type Cell = string | number | null;

/** What the cells of a column are: money is minor units of the currency, a quantity units of the product. */
export type CellKind = 'text' | 'number' | 'money' | 'quantity';

export interface Column {
  readonly title: string;
  readonly kind: CellKind;
}

/** A column, and where its cells come from. */
export interface ColumnOf<Item> extends Column {
  readonly cell: (item: Item) => Cell;
}

/** How many of a cohort came in one month. */
export interface CohortMonth extends Pick<CohortView, 'month' | 'size'> {
  /** Months after the cohort's own. */
  readonly after: number;
  readonly active: number;
}

function column<Item>(title: string, kind: CellKind, cell: (item: Item) => Cell): ColumnOf<Item> {
  return { title, kind, cell };
}

export const SALES_COLUMNS: readonly ColumnOf<SalesPointView>[] = [
  column('Key', 'text', (point) => point.key),
  column('Name', 'text', (point) => point.name),
  column('From', 'text', (point) => point.from),
  column('To', 'text', (point) => point.to),
  column('Revenue', 'money', (point) => point.revenue),
  column('Orders', 'number', (point) => point.orders),
  column('Average basket', 'money', (point) => point.averageBasket),
  column('Lines', 'number', (point) => point.lines),
  column('Quantity', 'quantity', (point) => point.quantity),
  column('Unit', 'text', (point) => point.unitType),
];

export const STOCKED_COLUMNS: readonly ColumnOf<StockedProductView>[] = [
  column('Product id', 'text', (product) => product.productId),
  column('Name', 'text', (product) => product.name),
  column('Section', 'text', (product) => product.sectionName),
  column('Unit', 'text', (product) => product.unitType),
  column('Available', 'quantity', (product) => product.quantityAvailable),
];

export const LOW_COLUMNS: readonly ColumnOf<LowProductView>[] = [
  ...STOCKED_COLUMNS,
  column('Threshold', 'quantity', (product) => product.lowStockThreshold),
];

export const COVER_COLUMNS: readonly ColumnOf<CoveredProductView>[] = [
  ...STOCKED_COLUMNS,
  column('Sold', 'quantity', (product) => product.quantitySold),
  column('Days of cover', 'number', (product) => product.daysOfCover),
];

export const WASTE_COLUMNS: readonly ColumnOf<WastedProductView>[] = [
  ...STOCKED_COLUMNS,
  column('Wasted', 'quantity', (product) => product.quantityWasted),
  column('Value', 'money', (product) => product.value),
  column('Times', 'number', (product) => product.times),
];

export const BEST_BEFORE_COLUMNS: readonly ColumnOf<AgeingProductView>[] = [
  ...STOCKED_COLUMNS,
  column('Best before', 'text', (product) => product.bestBefore),
  column('Days left', 'number', (product) => product.daysLeft),
];

export const NEVER_SOLD_COLUMNS: readonly ColumnOf<UnsoldProductView>[] = [
  ...STOCKED_COLUMNS,
  column('Created', 'text', (product) => product.createdAt),
];

export const ACTIVITY_COLUMNS: readonly ColumnOf<EngagementPointView>[] = [
  column('Day', 'text', (point) => point.day),
  column('Daily active', 'number', (point) => point.daily),
  column('Weekly active', 'number', (point) => point.weekly),
  column('Monthly active', 'number', (point) => point.monthly),
  column('Registered', 'number', (point) => point.registered),
];

export const DORMANT_COLUMNS: readonly ColumnOf<DormantShopperView>[] = [
  column('User id', 'text', (shopper) => shopper.userId),
  column('Username', 'text', (shopper) => shopper.username),
  column('Name', 'text', (shopper) => shopper.displayName),
  column('Last active', 'text', (shopper) => shopper.lastActiveOn),
];

export const COHORT_COLUMNS: readonly ColumnOf<CohortMonth>[] = [
  column('Cohort', 'text', (cohort) => cohort.month),
  column('Size', 'number', (cohort) => cohort.size),
  column('Months after', 'number', (cohort) => cohort.after),
  column('Active', 'number', (cohort) => cohort.active),
];
