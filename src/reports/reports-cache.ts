import { Injectable } from '@nestjs/common';
import { cacheKey } from '../platform/cache/cache-key.js';
import { SharedCache } from '../platform/cache/shared-cache.js';
import type { EngagementReportQuery, EngagementReportView } from './engagement/engagement-report.dto.js';
import { EngagementReport } from './engagement/engagement-report.js';
import type { SalesReportQuery, SalesReportView } from './sales/sales-report.dto.js';
import { SalesReport } from './sales/sales-report.js';
import type { StockReportQuery, StockReportView } from './stock/stock-report.dto.js';
import { StockReport } from './stock/stock-report.js';
import type { TaxReportQuery, TaxReportView } from './tax/tax-report.dto.js';
import { TaxReport } from './tax/tax-report.js';

/** Caches the reports, which staff request repeatedly, until data in one of them changes. */
@Injectable()
export class ReportsCache {
  constructor(
    private readonly cache: SharedCache,
    private readonly salesReport: SalesReport,
    private readonly stockReport: StockReport,
    private readonly engagementReport: EngagementReport,
    private readonly taxReport: TaxReport,
  ) {}

  sales(query: SalesReportQuery): Promise<SalesReportView> {
    return this.cache.wrap('reports', cacheKey('sales', query), () => this.salesReport.read(query));
  }

  stock(query: StockReportQuery): Promise<StockReportView> {
    return this.cache.wrap('reports', cacheKey('stock', query), () => this.stockReport.read(query));
  }

  taxes(query: TaxReportQuery): Promise<TaxReportView> {
    return this.cache.wrap('reports', cacheKey('taxes', query), () => this.taxReport.read(query));
  }

  /** Reads the dormant shoppers each time: personal data is not cached. */
  async engagement(query: EngagementReportQuery): Promise<EngagementReportView> {
    const [aggregates, dormant] = await Promise.all([
      this.cache.wrap('reports', cacheKey('engagement', query), () => this.engagementReport.figures(query)),
      this.engagementReport.away(query),
    ]);
    return { ...aggregates, dormant };
  }
}
