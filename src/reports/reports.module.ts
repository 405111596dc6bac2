import { Module } from '@nestjs/common';
import { EngagementReport } from './engagement-report.js';
import { ActivityReport } from './monthly-figures.js';
import { ReportRows } from './report-rows.js';
import { ReportsController } from './reports.controller.js';
import { SalesReport } from './sales-report.js';
import { StockReport } from './stock-report.js';

@Module({
  controllers: [ReportsController],
  providers: [ActivityReport, EngagementReport, ReportRows, SalesReport, StockReport],
  exports: [ActivityReport, ReportRows],
})
export class ReportsModule {}
