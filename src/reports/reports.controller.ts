import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Roles } from '../auth/decorators.js';
import { ApiProblems } from '../common/api-problems.js';
import { EngagementReportQuery, EngagementReportView } from './engagement-report.dto.js';
import { EngagementReport } from './engagement-report.js';
import { SalesReportQuery, SalesReportView } from './sales-report.dto.js';
import { SalesReport } from './sales-report.js';
import { StockReportQuery, StockReportView } from './stock-report.dto.js';
import { StockReport } from './stock-report.js';

@ApiTags('Reports')
@Controller('admin/reports')
export class ReportsController {
  constructor(
    private readonly sales: SalesReport,
    private readonly stock: StockReport,
    private readonly engagement: EngagementReport,
  ) {}

  /** What was sold, by days, hours, sections or products */
  @Get('sales')
  @Roles('store_manager', 'admin')
  @ApiProblems({ 422: ['request.rule-broken'] })
  getSalesReport(@Query() query: SalesReportQuery): Promise<SalesReportView> {
    return this.sales.read(query);
  }

  /** What is running out, wasted, ageing, or never sold */
  @Get('stock')
  @Roles('store_manager', 'admin')
  @ApiProblems({ 422: ['request.rule-broken'] })
  getStockReport(@Query() query: StockReportQuery): Promise<StockReportView> {
    return this.stock.read(query);
  }

  /** How shoppers come, and come again */
  @Get('engagement')
  @Roles('store_manager', 'admin')
  @ApiProblems({ 422: ['request.rule-broken'] })
  getEngagementReport(@Query() query: EngagementReportQuery): Promise<EngagementReportView> {
    return this.engagement.read(query);
  }
}
