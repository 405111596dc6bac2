import { Injectable, type OnModuleInit } from '@nestjs/common';
import { OmitType } from '@nestjs/swagger';
import { RuleBroken } from '../../platform/common/common.errors.js';
import type { FieldError } from '../../platform/common/domain-error.js';
import { code, text, type Cell as CsvCell } from '../../platform/csv/csv-writer.js';
import type { ExportKind } from '../../platform/exports/export-kinds.js';
import { ExportRegistry } from '../../platform/exports/export-registry.js';
import { planOf, type ExportColumns, type ExportPlan } from '../../platform/exports/export-source.js';
import { validated } from '../../platform/http/validation/field-errors.js';
import { EngagementReportQuery } from '../engagement/engagement-report.dto.js';
import { SalesReportQuery } from '../sales/sales-report.dto.js';
import { StockReportQuery } from '../stock/stock-report.dto.js';
import type { Cell, CellKind, Column } from './report-columns.js';
import { ReportRows, type TableQueries } from './report-table.js';

type Row = readonly Cell[];

/** What the reports are asked for, but for how much of a list: a file has all of it. */
class SalesExportParameters extends OmitType(SalesReportQuery, ['limit'] as const) {}
class StockExportParameters extends OmitType(StockReportQuery, ['limit'] as const) {}
class EngagementExportParameters extends OmitType(EngagementReportQuery, ['limit'] as const) {}

const ROWS_AT_ONCE = 500;

/** Every table of the reports as a file, for who may see the reports. */
@Injectable()
export class ReportExports implements OnModuleInit {
  constructor(
    private readonly sources: ExportRegistry,
    private readonly rows: ReportRows,
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
  }

  private register<Name extends keyof TableQueries>(
    kind: ExportKind,
    name: Name,
    parameters: new () => TableQueries[Name],
  ): void {
    this.sources.register({
      kind,
      roles: ['store_manager', 'admin'],
      plan: (given) => this.plan(name, validated(parameters, given, 'parameters')),
    });
  }

  private plan<Name extends keyof TableQueries>(name: Name, query: TableQueries[Name]): ExportPlan {
    const table = inParameters(() => this.rows.of(name, query));
    return planOf(exportColumns(table.columns), table.count, () => inBatches(table.rows()));
  }
}

function exportColumns(columns: readonly Column[]): ExportColumns<Row> {
  return Object.fromEntries(
    columns.map(({ name, kind }, i) => [name, (row: Row) => written(kind, row[i] ?? null)]),
  );
}

/** Money stays minor units, as in every export. Only texts can be what people have typed. */
function written(kind: CellKind, cell: Cell): CsvCell {
  const shown = cell === null ? null : String(cell);
  return kind === 'text' ? text(shown) : code(shown);
}

/** What a rule says of a field of a report's query is said of where it lies here. */
function inParameters<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof RuleBroken)) throw error;
    const errors = error.parameters['errors'] as readonly FieldError[];
    throw new RuleBroken(errors.map((one) => ({ ...one, field: `parameters.${one.field}` })));
  }
}

async function* inBatches(rows: AsyncIterable<Row>): AsyncGenerator<Row[]> {
  let batch: Row[] = [];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length < ROWS_AT_ONCE) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
