import { Module } from '@nestjs/common';
import { CachedReports } from './cached-reports.js';
import { Schedules } from '../jobs/schedules.js';
import { CleanUpMonthlyReports } from './clean-up-monthly-reports.js';
import { EngagementReport } from './engagement-report.js';
import { ActivityReport } from './monthly-figures.js';
import { PromiseMonthlyReports } from './promise-monthly-reports.js';
import { ReportExports } from './report-exports.js';
import { ReportRows } from './report-rows.js';
import { ReportsController } from './reports.controller.js';
import { ReportsProcessor } from './reports.processor.js';
import { SalesReport } from './sales-report.js';
import { SendMonthlyReport } from './send-monthly-report.js';
import { StockReport } from './stock-report.js';

@Module({
  controllers: [ReportsController],
  providers: [
    ActivityReport,
    CachedReports,
    CleanUpMonthlyReports,
    EngagementReport,
    PromiseMonthlyReports,
    ReportExports,
    ReportRows,
    ReportsProcessor,
    SalesReport,
    SendMonthlyReport,
    StockReport,
  ],
})
export class ReportsModule {
  constructor(schedules: Schedules, promiseMonthlyReports: PromiseMonthlyReports) {
    schedules.register('monthly-report', async (dueAt) => {
      await promiseMonthlyReports.run(dueAt);
    });
  }
}
