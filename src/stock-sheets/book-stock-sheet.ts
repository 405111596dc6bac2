import { Injectable } from '@nestjs/common';
import type { AuthenticatedUser } from '../platform/access/authenticated-user.js';
import { AuditTrail } from '../platform/audit/audit-trail.js';
import { Clock } from '../platform/common/clock.js';
import { requestErrors } from '../platform/common/common.errors.js';
import { Database } from '../platform/database/database.js';
import { join, sql, type Transaction } from '../platform/database/transaction.js';
import { Outbox } from '../platform/outbox/outbox.js';
import { Stock, type SheetMovement } from '../stock/stock.js';
import type { LineOutcome, LineProblem } from './outcome/line-outcome.js';
import { linesToBook, type LineToBook } from './outcome/sheet-outcome.js';
import { loadLines, lockDraft } from './sheet-rows.js';
import { StockSheet } from './stock-sheet.entity.js';
import type { BookStockSheetBody } from './stock-sheets.dto.js';
import { stockSheetErrors, type RefusedLine } from './stock-sheets.errors.js';

/** Books a stock sheet: all of its lines change the stock in one transaction, or none does. */
@Injectable()
export class BookStockSheet {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly stock: Stock,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Locks the sheet, then its products in the order in which orders lock theirs, and computes each line on their stock at that
   * moment.
   *
   * @throws stock-sheets.not-found, stock-sheets.not-a-draft, stock-sheets.nothing-to-book, stock-sheets.lines-refused,
   *   request.stale-version
   */
  async run(
    user: AuthenticatedUser,
    id: string,
    { version, acceptShortages = false }: BookStockSheetBody,
  ): Promise<void> {
    await this.database.transaction(async (tx) => {
      const sheet = await lockDraft(tx, id);
      if (sheet.version !== version) throw requestErrors['stale-version']({ currentVersion: sheet.version });
      const filled = (await loadLines(tx, id)).filter(({ quantity }) => quantity !== null);
      if (filled.length === 0) throw stockSheetErrors['nothing-to-book']();
      await this.stock.lock(
        tx,
        filled.map(({ productId }) => productId),
      );
      const lines = await linesToBook(tx, sheet);
      refuseProblems(lines, acceptShortages);
      const booked = lines.filter(({ quantity }) => quantity !== null);
      await writeOutcomes(tx, id, booked);
      const movements = booked.filter(({ outcome }) => outcome.delta !== 0);
      const events = await this.stock.bookSheet(
        tx,
        user,
        id,
        movements.map((line) => movementOf(sheet, line)),
      );
      await this.outbox.add(tx, events);
      await this.close(tx, user, sheet, { lines: booked.length, changed: movements.length });
    });
  }

  private async close(
    tx: Transaction,
    user: AuthenticatedUser,
    { id, number, kind, sectionName, version }: StockSheet,
    counts: { readonly lines: number; readonly changed: number },
  ): Promise<void> {
    const now = this.clock.now();
    const booked = { status: 'booked', bookedById: user.id, bookedAt: now } as const;
    await tx.entities.update(
      StockSheet,
      { id },
      { ...booked, changedById: user.id, changedAt: now, version: version + 1 },
    );
    await this.audit.record(tx, user, {
      action: 'stock-sheets.booked',
      subject: { type: 'stock-sheet', id },
      after: { number, kind, sectionName, ...counts },
    });
  }
}

/** @throws stock-sheets.lines-refused */
function refuseProblems(lines: readonly LineToBook[], acceptsShortages: boolean): void {
  const isAccepted = (problem: LineProblem): boolean => problem === 'below-promised' && acceptsShortages;
  const refused = lines.flatMap(({ productId, productName, outcome: { problem } }): RefusedLine[] =>
    problem === null || isAccepted(problem) ? [] : [{ productId, productName, problem }],
  );
  if (refused.length > 0) throw stockSheetErrors['lines-refused']({ lines: refused });
}

/** Keeps with each line what was on hand before and after, so that the sheet shows it permanently. */
async function writeOutcomes(tx: Transaction, sheetId: string, lines: readonly LineToBook[]): Promise<void> {
  const column = (of: keyof Pick<LineOutcome, 'onHandBefore' | 'onHandAfter'>) =>
    join(
      lines.map(({ productId, outcome }) => sql`WHEN ${productId} THEN CAST(${outcome[of]} AS bigint)`),
      ' ',
    );
  await tx.execute(sql`
    UPDATE stock_sheet_lines SET
      on_hand_before = CASE product_id ${column('onHandBefore')} END,
      on_hand_after = CASE product_id ${column('onHandAfter')} END
    WHERE sheet_id = ${sheetId}`);
}

function movementOf({ kind, supplier, note }: StockSheet, line: LineToBook): SheetMovement {
  return {
    productId: line.productId,
    delta: line.outcome.delta,
    note: [supplier, note].filter((text) => text !== '').join(': ') || null,
    ...(kind === 'count' ? { counted: line.quantity ?? 0 } : {}),
  };
}
