import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Schedules } from '../platform/schedules/schedules.js';
import { EngagementReport } from './engagement/engagement-report.js';
import { ReportExports } from './exports/report-exports.js';
import { ReportRows } from './exports/report-table.js';
import { EnqueueMonthlyReports } from './monthly/enqueue-monthly-reports.js';
import { MonthlyReportData } from './monthly/monthly-report-data.js';
import { MonthlyReport } from './monthly/monthly-report.entity.js';
import { SendMonthlyReport } from './monthly/send-monthly-report.js';
import { ReportsCache } from './reports-cache.js';
import { ReportsController } from './reports.controller.js';
import { ReportsProcessor } from './reports.processor.js';
import { SalesReport } from './sales/sales-report.js';
import { TaxReport } from './tax/tax-report.js';
import { StockReport } from './stock/stock-report.js';

@Module({
  imports: [TypeOrmModule.forFeature([MonthlyReport])],
  controllers: [ReportsController],
  providers: [
    MonthlyReportData,
    ReportsCache,
    EngagementReport,
    EnqueueMonthlyReports,
    ReportExports,
    ReportRows,
    ReportsProcessor,
    SalesReport,
    SendMonthlyReport,
    StockReport,
    TaxReport,
  ],
})
export class ReportsModule {
  constructor(schedules: Schedules, enqueueMonthlyReports: EnqueueMonthlyReports) {
    schedules.register('monthly-report', async (dueAt) => {
      await enqueueMonthlyReports.run(dueAt);
    });
  }
}
