import type { Clock } from '../../../src/platform/common/clock.js';
import type { Config } from '../../../src/platform/config/config.js';
import type { Database } from '../../../src/platform/database/database.js';
import { EngagementReport } from '../../../src/reports/engagement/engagement-report.js';
import { ReportRows } from '../../../src/reports/exports/report-table.js';
import { MonthlyReportData } from '../../../src/reports/monthly/monthly-report-data.js';
import { SalesReport } from '../../../src/reports/sales/sales-report.js';
import { StockReport } from '../../../src/reports/stock/stock-report.js';
import { TaxReport } from '../../../src/reports/tax/tax-report.js';

/** The reports that tests use. */
export interface Reports {
  readonly sales: SalesReport;
  readonly stock: StockReport;
  readonly engagement: EngagementReport;
  readonly taxes: TaxReport;
  /** The data of a month, for the monthly reports. */
  readonly monthly: MonthlyReportData;
  /** The reports as rows for exports. */
  readonly rows: ReportRows;
}

/** Assembles all reports on a database. */
export function createReports(database: Database, config: Config, clock: Clock): Reports {
  const sales = new SalesReport(database, config);
  const stock = new StockReport(database, clock, config);
  const engagement = new EngagementReport(database, clock, config);
  const taxes = new TaxReport(database, config);
  return {
    sales,
    stock,
    engagement,
    taxes,
    monthly: new MonthlyReportData(database, config, sales, stock, engagement),
    rows: new ReportRows(config, sales, stock, engagement, taxes),
  };
}
