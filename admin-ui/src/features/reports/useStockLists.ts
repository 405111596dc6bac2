import { formatDay } from 'ui-common/dates/day';
import { toThousandths, type UnitType } from 'ui-common/quantity/quantity';
import { useFormatters } from 'ui-common/composables/useFormatters';
import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import type { ExportKind } from '../exports/exports';
import type { Chart } from './components/chart-options';
import type { StockReport } from './reports';

/** Maximum number of bars in a chart of products. */
const MAX_BARS = 12;

type ListName = 'low' | 'soldOut' | 'cover' | 'waste' | 'bestBefore' | 'neverSold';
type Item<Name extends ListName> = StockReport[Name]['items'][number];

interface ListShape<Name extends ListName> {
  readonly name: Name;
  readonly kind: ExportKind;
  /** Columns besides product and section: text key and cell formatter. */
  readonly cells: Readonly<Record<string, (item: Item<Name>) => string>>;
  /** Path of the products page that lists these products. */
  readonly seen?: string;
  readonly bars?: { readonly of: (item: Item<Name>) => number; readonly format: (value: number) => string };
}

/** Returns formatters for the stock report. */
function useStockFormatters() {
  const { t } = useI18n();
  const { tag, money, number, amount } = useFormatters();
  const units = (quantity: number, unit: string): string => amount(toThousandths(quantity), unit as UnitType);
  const days = (count: number): string => t('reports.stock.days', { n: number(count) }, Math.ceil(count));
  return {
    t,
    money,
    number,
    units,
    days,
    day: (date: string): string => formatDay(date.slice(0, 10), tag.value),
    available: (item: { readonly quantityAvailable: number; readonly unitType: string }): string =>
      units(item.quantityAvailable, item.unitType),
    onHand: (item: { readonly quantityOnHand: number; readonly unitType: string }): string =>
      units(item.quantityOnHand, item.unitType),
    daysLeft(count: number): string {
      if (count < 0) return t('reports.stock.past');
      return count === 0 ? t('reports.range.today') : days(count);
    },
  };
}

type StockFormatters = ReturnType<typeof useStockFormatters>;

/** Returns one list of the report for display; empty while there is no report. */
function stockList<Name extends ListName>(
  { t }: Pick<StockFormatters, 't'>,
  report: StockReport | undefined,
  { name, kind, cells, seen, bars }: ListShape<Name>,
) {
  const { items, total } = (report?.[name] ?? { items: [], total: 0 }) as {
    items: Item<Name>[];
    total: number;
  };
  const title = t(`reports.stock.${name}.title`);
  const column = (key: string) => ({
    key,
    title: t(`reports.stock.column.${key}`),
    align: 'end' as const,
  });
  return {
    name,
    kind,
    title,
    seen,
    text: t(`reports.stock.${name}.text`),
    none: t(`reports.stock.${name}.none`),
    total,
    columns: [
      { key: 'product', title: t('reports.stock.product') },
      { key: 'section', title: t('reports.stock.section') },
      ...Object.keys(cells).map(column),
    ],
    rows: items.map((item) => ({
      key: item.productId,
      to: `/products/${item.productId}`,
      cells: [item.name, item.sectionName ?? '–', ...Object.values(cells).map((format) => format(item))],
    })),
    chart: bars && barChart(t('reports.chart', { title }), title, items.slice(0, MAX_BARS), bars),
  };
}

function barChart<Row extends { readonly name: string }>(
  description: string,
  title: string,
  items: readonly Row[],
  { of, format }: { readonly of: (item: Row) => number; readonly format: (value: number) => string },
): Chart {
  const series = [{ name: title, kind: 'bar' as const, values: items.map(of) }];
  return { description, labels: items.map(({ name }) => name), series, format, isHorizontal: true };
}

/** Returns the lists of the stock report. */
export function useStockLists(report: () => StockReport | undefined) {
  const formatters = useStockFormatters();
  const { units, available, onHand, days, daysLeft, day, number, money } = formatters;

  const list = <Name extends ListName>(shape: ListShape<Name>) => stockList(formatters, report(), shape);

  return computed(() => [
    list({
      name: 'cover',
      kind: 'report-stock-cover',
      cells: {
        available,
        sold: (item) => units(item.quantitySold, item.unitType),
        cover: (item) => days(item.daysOfCover),
      },
      bars: { of: (item) => item.daysOfCover, format: days },
    }),
    list({
      name: 'waste',
      kind: 'report-waste',
      cells: {
        wasted: (item) => units(item.quantityWasted, item.unitType),
        times: (item) => number(item.times),
        value: (item) => money(item.value),
      },
      bars: { of: (item) => item.value, format: money },
    }),
    list({
      name: 'low',
      kind: 'report-low-stock',
      seen: '/products?stock=low',
      cells: { onHand, available, threshold: (item) => units(item.lowStockThreshold, item.unitType) },
    }),
    list({ name: 'soldOut', kind: 'report-sold-out', seen: '/products?stock=out', cells: { onHand } }),
    list({
      name: 'bestBefore',
      kind: 'report-best-before',
      cells: {
        available,
        bestBefore: (item) => day(item.bestBefore),
        left: (item) => daysLeft(item.daysLeft),
      },
    }),
    list({
      name: 'neverSold',
      kind: 'report-never-sold',
      cells: { available, since: (item) => day(item.createdAt) },
    }),
  ]);
}
