import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { join, sql } from '../platform/database/transaction.js';
import { linesToBook, outcomeView } from './outcome/sheet-outcome.js';
import { loadSheet, loadSummaries } from './sheet-rows.js';
import type {
  StockSheetOutcome,
  StockSheetsQuery,
  StockSheetsTable,
  StockSheetView,
} from './stock-sheets.dto.js';
import { stockSheetErrors } from './stock-sheets.errors.js';

/** Reads stock sheets. */
@Injectable()
export class StockSheetsService {
  constructor(private readonly database: Database) {}

  /** Returns a table page of the sheets, newest first. */
  async list({ kind, status, page, pageSize }: StockSheetsQuery): Promise<StockSheetsTable> {
    const filter = join(
      [
        sql`1 = 1`,
        ...(kind === undefined ? [] : [sql`s.kind = ${kind}`]),
        ...(status === undefined ? [] : [sql`s.status = ${status}`]),
      ],
      ' AND ',
    );
    const { read } = this.database;
    const [items, counted] = await Promise.all([
      loadSummaries(
        read,
        sql`WHERE ${filter} ORDER BY s.number DESC LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`,
      ),
      read.row<{ total: number }>(sql`SELECT count(*) AS total FROM stock_sheets s WHERE ${filter}`),
    ]);
    return { items, total: counted?.total ?? 0, page, pageSize };
  }

  /** @throws stock-sheets.not-found */
  get(id: string): Promise<StockSheetView> {
    return loadSheet(this.database.read, id);
  }

  /**
   * Returns what booking a draft would do now.
   * @throws stock-sheets.not-found, stock-sheets.not-a-draft
   */
  async outcome(id: string): Promise<StockSheetOutcome> {
    const { read } = this.database;
    const { kind, status, version } = await loadSheet(read, id);
    if (status !== 'draft') throw stockSheetErrors['not-a-draft']({ sheetStatus: status });
    return outcomeView(kind, version, await linesToBook(read, { id, kind }));
  }
}
