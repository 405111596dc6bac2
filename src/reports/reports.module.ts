import { Module } from '@nestjs/common';
import { CachedReports } from './cached-reports.js';
import { EngagementReport } from './engagement-report.js';
import { ActivityReport } from './monthly-figures.js';
import { ReportRows } from './report-rows.js';
import { ReportsController } from './reports.controller.js';
import { SalesReport } from './sales-report.js';
import { StockReport } from './stock-report.js';

@Module({
  controllers: [ReportsController],
  providers: [ActivityReport, CachedReports, EngagementReport, ReportRows, SalesReport, StockReport],
  exports: [ActivityReport, ReportRows],
})
export class ReportsModule {}
