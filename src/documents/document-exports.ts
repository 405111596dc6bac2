import { Injectable, type OnModuleInit } from '@nestjs/common';
import { OmitType } from '@nestjs/swagger';
import { Config } from '../platform/config/config.js';
import { code, instant, text } from '../platform/csv/csv-writer.js';
import { Database } from '../platform/database/database.js';
import { join, sql } from '../platform/database/transaction.js';
import { exportMoney, type ExportMoney } from '../platform/exports/export-money.js';
import { ExportRegistry } from '../platform/exports/export-registry.js';
import { countOf, planOf, type ExportColumns, type ExportPlan } from '../platform/exports/export-source.js';
import { validate } from '../platform/http/validation/field-errors.js';
import { documentFilters, DOCUMENT_SOURCE, DOCUMENT_SUMMARY, type SummaryRow } from './document-queries.js';
import { DocumentsQuery } from './documents.dto.js';

/** The filters of the table of documents. */
class DocumentExportParameters extends OmitType(DocumentsQuery, ['page', 'pageSize'] as const) {}

const columns = (money: ExportMoney): ExportColumns<SummaryRow> => ({
  number: (d) => code(d.number),
  kind: (d) => code(d.kind),
  issuedAt: (d) => instant(d.issuedAt),
  orderNumber: (d) => code(d.orderNumber),
  customer: (d) => text(d.customerName),
  [money.heading('total')]: (d) => money.cell(d.total),
  [money.heading('credited')]: (d) => money.cell(d.credited),
  credits: (d) => code(d.creditsNumber),
});

/** Exports documents as CSV. */
@Injectable()
export class DocumentExports implements OnModuleInit {
  constructor(
    private readonly sources: ExportRegistry,
    private readonly database: Database,
    private readonly config: Config,
  ) {}

  onModuleInit(): void {
    const roles = ['store_manager', 'admin'] as const;
    this.sources.register({ kind: 'documents', roles, plan: (parameters) => this.plan(parameters) });
  }

  private plan(parameters: object): ExportPlan {
    const query = validate(DocumentExportParameters, parameters, 'parameters');
    const where = join([sql`1 = 1`, ...documentFilters(query)], ' AND ');
    const { read } = this.database;
    return planOf(
      columns(exportMoney(this.config.store)),
      async () => countOf(await read.row(sql`SELECT count(*) AS total FROM documents d WHERE ${where}`)),
      () =>
        read.stream<SummaryRow>(sql`
          SELECT ${DOCUMENT_SUMMARY} FROM ${DOCUMENT_SOURCE} WHERE ${where} ORDER BY d.issued_at, d.id`),
    );
  }
}
