import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Roles } from '../platform/access/access.decorators.js';
import { requestErrors } from '../platform/common/common.errors.js';
import { ApiProblems } from '../platform/http/errors/api-problems.js';
import { Limited } from '../platform/http/throttling/limited.js';
import { EngagementReportQuery, EngagementReportView } from './engagement/engagement-report.dto.js';
import { ReportsCache } from './reports-cache.js';
import { SalesReportQuery, SalesReportView } from './sales/sales-report.dto.js';
import { StockReportQuery, StockReportView } from './stock/stock-report.dto.js';
import { TaxReportQuery, TaxReportView } from './tax/tax-report.dto.js';

@ApiTags('Reports')
@Controller('admin/reports')
export class ReportsController {
  constructor(private readonly reports: ReportsCache) {}

  /**
   * Get the sales report
   *
   * @remarks Groups sales by day, hour, section or product.
   */
  @Get('sales')
  @Roles('store_manager', 'admin')
  @Limited('reports')
  @ApiProblems(requestErrors['rule-broken'])
  getSalesReport(@Query() query: SalesReportQuery): Promise<SalesReportView> {
    return this.reports.sales(query);
  }

  /**
   * Get the stock report
   *
   * @remarks Lists products that run out, were wasted, near their best-before date, or were never sold.
   */
  @Get('stock')
  @Roles('store_manager', 'admin')
  @Limited('reports')
  @ApiProblems(requestErrors['rule-broken'])
  getStockReport(@Query() query: StockReportQuery): Promise<StockReportView> {
    return this.reports.stock(query);
  }

  /**
   * Get the tax report
   *
   * @remarks Adds up the documents that were issued in the range, by rate, HSN code or series. Credit notes are subtracted.
   */
  @Get('tax')
  @Roles('store_manager', 'admin')
  @Limited('reports')
  @ApiProblems(requestErrors['rule-broken'])
  getTaxReport(@Query() query: TaxReportQuery): Promise<TaxReportView> {
    return this.reports.taxes(query);
  }

  /**
   * Get the engagement report
   *
   * @remarks Reports activity and retention of shoppers.
   */
  @Get('engagement')
  @Roles('store_manager', 'admin')
  @Limited('reports')
  @ApiProblems(requestErrors['rule-broken'])
  getEngagementReport(@Query() query: EngagementReportQuery): Promise<EngagementReportView> {
    return this.reports.engagement(query);
  }
}
