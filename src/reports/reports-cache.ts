import { Injectable } from '@nestjs/common';
import { cacheKey } from '../platform/cache/cache-key.js';
import { SharedCache } from '../platform/cache/shared-cache.js';
import type { EngagementReportQuery, EngagementReportView } from './engagement/engagement-report.dto.js';
import { EngagementReport } from './engagement/engagement-report.js';
import type { SalesReportQuery, SalesReportView } from './sales/sales-report.dto.js';
import { SalesReport } from './sales/sales-report.js';
import type { StockReportQuery, StockReportView } from './stock/stock-report.dto.js';
import { StockReport } from './stock/stock-report.js';

/** The reports as staff ask for them, again and again: kept until something happens that one of them tells of. */
@Injectable()
export class ReportsCache {
  constructor(
    private readonly cache: SharedCache,
    private readonly salesReport: SalesReport,
    private readonly stockReport: StockReport,
    private readonly engagementReport: EngagementReport,
  ) {}

  sales(query: SalesReportQuery): Promise<SalesReportView> {
    return this.cache.wrap('reports', cacheKey('sales', query), () => this.salesReport.read(query));
  }

  stock(query: StockReportQuery): Promise<StockReportView> {
    return this.cache.wrap('reports', cacheKey('stock', query), () => this.stockReport.read(query));
  }

  /** Who is named in it is read each time: nothing personal is kept. */
  async engagement(query: EngagementReportQuery): Promise<EngagementReportView> {
    const [figures, dormant] = await Promise.all([
      this.cache.wrap('reports', cacheKey('engagement', query), () => this.engagementReport.figures(query)),
      this.engagementReport.away(query),
    ]);
    return { ...figures, dormant };
  }
}
