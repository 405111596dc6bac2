import { formatDay } from 'ui-common/common/day';
import { toThousandths, type UnitType } from 'ui-common/common/quantity';
import { useFigures } from 'ui-common/composables/useFigures';
import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import type { Chart } from './chart-options';
import type { ExportKind } from './report-export';
import type { StockReport } from './reports';

/** How many bars a chart of products has at most. */
const MOST_BARS = 12;

type ListName = 'low' | 'soldOut' | 'cover' | 'waste' | 'bestBefore' | 'neverSold';
type Item<Name extends ListName> = StockReport[Name]['items'][number];

interface ListShape<Name extends ListName> {
  readonly name: Name;
  readonly kind: ExportKind;
  /** Its columns besides product and section, by the names of their texts, and what stands in them. */
  readonly cells: Readonly<Record<string, (item: Item<Name>) => string>>;
  readonly bars?: { readonly of: (item: Item<Name>) => number; readonly write: (value: number) => string };
}

/** The lists of the stock report, ready to be shown. (Its length is that of the six lists, one after the other.) */
// eslint-disable-next-line max-lines-per-function
export function useStockLists(report: () => StockReport | undefined) {
  const { t } = useI18n();
  const { tag, money, number, amount } = useFigures();
  const units = (quantity: number, unit: string): string => amount(toThousandths(quantity), unit as UnitType);
  const available = (item: { readonly quantityAvailable: number; readonly unitType: string }): string =>
    units(item.quantityAvailable, item.unitType);
  const days = (count: number): string => t('reports.stock.days', { n: number(count) }, Math.ceil(count));

  function daysLeft(count: number): string {
    if (count < 0) return t('reports.stock.past');
    return count === 0 ? t('reports.range.today') : days(count);
  }

  function listOf<Name extends ListName>({ name, kind, cells, bars }: ListShape<Name>) {
    const { items = [], total = 0 } = report()?.[name] ?? {};
    const shown = items as readonly Item<Name>[];
    const title = t(`reports.stock.${name}.title`);
    return {
      name,
      kind,
      title,
      text: t(`reports.stock.${name}.text`),
      none: t(`reports.stock.${name}.none`),
      total,
      columns: [
        { key: 'product', title: t('reports.stock.product') },
        { key: 'section', title: t('reports.stock.section') },
        ...Object.keys(cells).map((key) => ({
          key,
          title: t(`reports.stock.column.${key}`),
          align: 'end' as const,
        })),
      ],
      rows: shown.map((item) => ({
        key: item.productId,
        to: `/products/${item.productId}`,
        cells: [item.name, item.sectionName ?? '–', ...Object.values(cells).map((write) => write(item))],
      })),
      chart: bars && barsOf(title, shown.slice(0, MOST_BARS), bars),
    };
  }

  function barsOf<Row extends { readonly name: string }>(
    title: string,
    items: readonly Row[],
    { of, write }: { readonly of: (item: Row) => number; readonly write: (value: number) => string },
  ): Chart {
    return {
      description: t('reports.chart', { title }),
      labels: items.map(({ name }) => name),
      series: [{ name: title, kind: 'bar', values: items.map(of) }],
      write,
      isLying: true,
    };
  }

  return computed(() => [
    listOf({
      name: 'cover',
      kind: 'report-stock-cover',
      cells: {
        available,
        sold: (item) => units(item.quantitySold, item.unitType),
        cover: (item) => days(item.daysOfCover),
      },
      bars: { of: (item) => item.daysOfCover, write: days },
    }),
    listOf({
      name: 'waste',
      kind: 'report-waste',
      cells: {
        wasted: (item) => units(item.quantityWasted, item.unitType),
        times: (item) => number(item.times),
        value: (item) => money(item.value),
      },
      bars: { of: (item) => item.value, write: money },
    }),
    listOf({
      name: 'low',
      kind: 'report-low-stock',
      cells: { available, threshold: (item) => units(item.lowStockThreshold, item.unitType) },
    }),
    listOf({ name: 'soldOut', kind: 'report-sold-out', cells: {} }),
    listOf({
      name: 'bestBefore',
      kind: 'report-best-before',
      cells: {
        available,
        bestBefore: (item) => formatDay(item.bestBefore, tag.value),
        left: (item) => daysLeft(item.daysLeft),
      },
    }),
    listOf({
      name: 'neverSold',
      kind: 'report-never-sold',
      cells: { available, since: (item) => formatDay(item.createdAt.slice(0, 10), tag.value) },
    }),
  ]);
}
