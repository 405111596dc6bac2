import { useQuery } from '@pinia/colada';
import { responseBody, api, type Schema } from 'ui-common/api/client';
import type { Range } from './report-range';

export type SalesReport = Schema<'SalesReportView'>;
export type SalesPoint = SalesReport['points'][number];
export type StockReport = Schema<'StockReportView'>;
export type EngagementReport = Schema<'EngagementReportView'>;
export type TaxReport = Schema<'TaxReportView'>;
export type TaxGrouping = TaxReport['by'];
export type Grouping = SalesReport['groupBy'];

export const GROUPINGS = [
  'day',
  'week',
  'month',
  'weekday',
  'hour',
  'section',
  'product',
] as const satisfies readonly Grouping[];
/** Groupings by time, which can be compared with the previous period. */
const IN_TIME: readonly Grouping[] = ['day', 'week', 'month', 'weekday', 'hour'];

/** Queries the sales report. */
export function useSalesReport(query: () => Range & { readonly groupBy: Grouping }) {
  return useQuery({
    key: () => ['reports', 'sales', { ...query() }],
    query: () => fetchSales(query()),
    placeholderData: (previous: SalesReport | undefined) => previous,
  });
}

/** Queries the points of the previous period, for groupings that can be compared. */
export function useEarlierSales(report: () => SalesReport | undefined) {
  const range = (): Range & { readonly groupBy: Grouping } => {
    const { previous, groupBy = 'day' } = report() ?? {};
    return { from: previous?.from ?? '', to: previous?.to ?? '', groupBy };
  };
  return useQuery({
    key: () => ['reports', 'sales', range()],
    query: () => fetchSales(range()),
    enabled: () => IN_TIME.includes(report()?.groupBy ?? 'product'),
  });
}

/** Queries the stock report: low stock, waste, best-before dates and products never sold. */
export function useStockReport(
  query: () => Range & { readonly salesDays: number; readonly bestBeforeDays: number },
) {
  return useQuery({
    key: () => ['reports', 'stock', { ...query() }],
    query: () => responseBody(api.GET('/api/v1/admin/reports/stock', { params: { query: query() } })),
    placeholderData: (previous: StockReport | undefined) => previous,
  });
}

/** Queries the engagement report: active, returning and dormant shoppers. */
export function useEngagementReport(
  query: () => Range & { readonly cohortBy: EngagementReport['cohortBy']; readonly dormantDays: number },
) {
  return useQuery({
    key: () => ['reports', 'engagement', { ...query() }],
    query: () => responseBody(api.GET('/api/v1/admin/reports/engagement', { params: { query: query() } })),
    placeholderData: (previous: EngagementReport | undefined) => previous,
  });
}

/** Queries the tax report: what documents state, by rate, HSN code or series. */
export function useTaxReport(query: () => Range & { readonly by: TaxGrouping }) {
  return useQuery({
    key: () => ['reports', 'tax', { ...query() }],
    query: () => responseBody(api.GET('/api/v1/admin/reports/tax', { params: { query: query() } })),
    placeholderData: (previous: TaxReport | undefined) => previous,
  });
}

function fetchSales(query: Range & { readonly groupBy: Grouping }): Promise<SalesReport> {
  return responseBody(api.GET('/api/v1/admin/reports/sales', { params: { query } }));
}
