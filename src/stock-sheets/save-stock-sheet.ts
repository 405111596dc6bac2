import { Injectable } from '@nestjs/common';
import type { AuthenticatedUser } from '../platform/access/authenticated-user.js';
import { Clock } from '../platform/common/clock.js';
import { requestErrors } from '../platform/common/common.errors.js';
import { SECOND_MS } from '../platform/common/durations.js';
import type { FieldError } from '../platform/common/errors/domain-error.js';
import { toThousandths } from '../platform/common/money/quantity.js';
import { Database } from '../platform/database/database.js';
import { join, sql, type Transaction } from '../platform/database/transaction.js';
import { insertLines, loadLines, lockDraft, type LineRow, type NewLine } from './sheet-rows.js';
import { StockSheet } from './stock-sheet.entity.js';
import type { SaveStockSheetBody, StockSheetLineBody } from './stock-sheets.dto.js';

/** Saves the draft of a stock sheet as a whole. Anyone who may book it may continue it. */
@Injectable()
export class SaveStockSheet {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * A request whose answer was lost is sent again with a version that is no longer the newest. It is not refused if the sheet has
   * become what it asks for.
   *
   * @throws stock-sheets.not-found, stock-sheets.not-a-draft, request.stale-version, request.rule-broken
   */
  async run(user: AuthenticatedUser, id: string, body: SaveStockSheetBody): Promise<void> {
    await this.database.transaction(async (tx) => {
      const sheet = await lockDraft(tx, id);
      const stored = await loadLines(tx, id);
      const lines = await this.newLines(tx, sheet, stored, body.lines);
      const isSame = hasSameContent(sheet, stored, { ...body, lines });
      if (sheet.version !== body.version && !isSame)
        throw requestErrors['stale-version']({ currentVersion: sheet.version });
      if (isSame && body.lines.every(({ countedSecondsAgo }) => countedSecondsAgo === undefined)) return;
      await tx.execute(sql`DELETE FROM stock_sheet_lines WHERE sheet_id = ${id}`);
      await insertLines(tx, id, lines);
      const { supplier, note } = body;
      await tx.entities.update(
        StockSheet,
        { id },
        { supplier, note, changedById: user.id, changedAt: this.clock.now(), version: sheet.version + 1 },
      );
    });
  }

  private async newLines(
    tx: Transaction,
    { kind }: StockSheet,
    stored: readonly LineRow[],
    sent: readonly StockSheetLineBody[],
  ): Promise<NewLine[]> {
    await checkProducts(tx, sent);
    const before = new Map(stored.map((line) => [line.productId, line]));
    const now = this.clock.now();
    return sent.map(({ productId, unitType, quantity, countedSecondsAgo }) => {
      const line = {
        productId,
        unitType,
        quantity: quantity === null ? null : (toThousandths(quantity) ?? 0),
      };
      if (kind === 'delivery' || line.quantity === null) return { ...line, countedAt: null };
      if (countedSecondsAgo !== undefined) return { ...line, countedAt: now - countedSecondsAgo * SECOND_MS };
      const former = before.get(productId);
      const isUnchanged = former?.quantity === line.quantity && former.unitType === unitType;
      return { ...line, countedAt: isUnchanged ? (former.countedAt ?? now) : now };
    });
  }
}

/** @throws request.rule-broken if a product is on two lines or does not exist */
async function checkProducts(tx: Transaction, lines: readonly StockSheetLineBody[]): Promise<void> {
  if (lines.length === 0) return;
  const rows = await tx.rows<{ id: string }>(
    sql`SELECT id FROM products WHERE id IN (${join(lines.map(({ productId }) => productId))})`,
  );
  const existing = new Set(rows.map(({ id }) => id));
  const seen = new Set<string>();
  const errors = lines.flatMap(({ productId }, i): FieldError[] => {
    const field = `lines.${i}.productId`;
    if (!existing.has(productId))
      return [{ field, code: 'stock-sheets.product-unknown', message: 'There is no such product.' }];
    if (seen.has(productId))
      return [{ field, code: 'stock-sheets.product-twice', message: 'The product is on the sheet already.' }];
    seen.add(productId);
    return [];
  });
  if (errors.length > 0) throw requestErrors['rule-broken']({ errors });
}

function hasSameContent(
  sheet: StockSheet,
  stored: readonly LineRow[],
  { supplier, note, lines }: { supplier: string; note: string; lines: readonly NewLine[] },
): boolean {
  return (
    sheet.supplier === supplier &&
    sheet.note === note &&
    stored.length === lines.length &&
    stored.every(
      ({ productId, unitType, quantity }, i) =>
        productId === lines[i]?.productId && unitType === lines[i].unitType && quantity === lines[i].quantity,
    )
  );
}
