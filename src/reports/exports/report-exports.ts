import { Injectable, type OnModuleInit } from '@nestjs/common';
import { OmitType } from '@nestjs/swagger';
import { requestErrors } from '../../platform/common/common.errors.js';
import { isError } from '../../platform/common/errors/define-errors.js';
import type { FieldError } from '../../platform/common/errors/domain-error.js';
import { Config } from '../../platform/config/config.js';
import { code, text, type Cell as CsvCell } from '../../platform/csv/csv-writer.js';
import type { ExportKind } from '../../platform/exports/export-kinds.js';
import { exportMoney, type ExportMoney } from '../../platform/exports/export-money.js';
import { ExportRegistry } from '../../platform/exports/export-registry.js';
import { planOf, type ExportColumns, type ExportPlan } from '../../platform/exports/export-source.js';
import { validate } from '../../platform/http/validation/field-errors.js';
import { EngagementReportQuery } from '../engagement/engagement-report.dto.js';
import { ReportRangeQuery } from '../report-range.dto.js';
import { SalesReportQuery } from '../sales/sales-report.dto.js';
import { StockReportQuery } from '../stock/stock-report.dto.js';
import type { Cell, CellKind, Column } from './report-columns.js';
import { ReportRows, type TableQueries } from './report-table.js';

type Row = readonly Cell[];

/** Parameters of the reports without the limit: a file has all rows. */
class SalesExportParameters extends OmitType(SalesReportQuery, ['limit'] as const) {}
class StockExportParameters extends OmitType(StockReportQuery, ['limit'] as const) {}
class EngagementExportParameters extends OmitType(EngagementReportQuery, ['limit'] as const) {}

const ROW_BATCH_SIZE = 500;

/** Registers every table of the reports as an export, for the roles that may see reports. */
@Injectable()
export class ReportExports implements OnModuleInit {
  constructor(
    private readonly sources: ExportRegistry,
    private readonly rows: ReportRows,
    private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.register('report-sales', 'sales', SalesExportParameters);
    this.register('report-low-stock', 'low', StockExportParameters);
    this.register('report-sold-out', 'sold-out', StockExportParameters);
    this.register('report-stock-cover', 'cover', StockExportParameters);
    this.register('report-waste', 'waste', StockExportParameters);
    this.register('report-best-before', 'best-before', StockExportParameters);
    this.register('report-never-sold', 'never-sold', StockExportParameters);
    this.register('report-active-shoppers', 'activity', EngagementExportParameters);
    this.register('report-dormant-shoppers', 'dormant', EngagementExportParameters);
    this.register('report-cohorts', 'cohorts', EngagementExportParameters);
    this.register('tax-rates', 'tax-rates', ReportRangeQuery);
    this.register('tax-hsn', 'tax-hsn', ReportRangeQuery);
    this.register('tax-documents', 'tax-documents', ReportRangeQuery);
  }

  private register<Name extends keyof TableQueries>(
    kind: ExportKind,
    name: Name,
    parameters: new () => TableQueries[Name],
  ): void {
    this.sources.register({
      kind,
      roles: ['store_manager', 'admin'],
      plan: (input) => this.plan(name, validate(parameters, input, 'parameters')),
    });
  }

  private plan<Name extends keyof TableQueries>(name: Name, query: TableQueries[Name]): ExportPlan {
    const table = withParameterPaths(() => this.rows.of(name, query));
    return planOf(exportColumns(table.columns, exportMoney(this.config.store)), table.count, () =>
      inBatches(table.rows()),
    );
  }
}

function exportColumns(columns: readonly Column[], money: ExportMoney): ExportColumns<Row> {
  return Object.fromEntries(
    columns.map(({ name, kind }, i) =>
      kind === 'money'
        ? [money.heading(name), (row: Row) => money.cell(row[i] === null ? null : Number(row[i]))]
        : [name, (row: Row) => csvCell(kind, row[i] ?? null)],
    ),
  );
}

/** Only text cells can contain user input. */
function csvCell(kind: CellKind, cell: Cell): CsvCell {
  const value = cell === null ? null : String(cell);
  return kind === 'text' ? text(value) : code(value);
}

/** Moves the field paths of rule errors from the report query to `parameters` of the export. */
function withParameterPaths<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (!isError(error, requestErrors['rule-broken'])) throw error;
    const errors = error.parameters['errors'] as readonly FieldError[];
    throw requestErrors['rule-broken']({
      errors: errors.map((fieldError) => ({ ...fieldError, field: `parameters.${fieldError.field}` })),
    });
  }
}

async function* inBatches(rows: AsyncIterable<Row>): AsyncGenerator<Row[]> {
  let batch: Row[] = [];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length < ROW_BATCH_SIZE) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
