import { toIsoString } from '../platform/common/iso-time.js';
import type { UnitType } from '../platform/common/money/unit-type.js';
import { fromThousandths } from '../platform/common/money/quantity.js';
import { isId } from '../platform/common/id.js';
import {
  join,
  sql,
  type ReadConnection,
  type Sql,
  type Transaction,
} from '../platform/database/transaction.js';
import { StockSheet, type SheetKind, type SheetStatus } from './stock-sheet.entity.js';
import type { StockSheetLineView, StockSheetSummary, StockSheetView } from './stock-sheets.dto.js';
import { stockSheetErrors } from './stock-sheets.errors.js';

interface SummaryRow {
  readonly id: string;
  readonly number: number;
  readonly kind: SheetKind;
  readonly status: SheetStatus;
  readonly sectionName: string | null;
  readonly supplier: string;
  readonly note: string;
  readonly lineCount: number;
  readonly filledCount: number;
  readonly ownerName: string;
  readonly changedByName: string;
  readonly bookedByName: string | null;
  readonly createdAt: number;
  readonly changedAt: number;
  readonly bookedAt: number | null;
  readonly version: number;
}

/** A line of a sheet, with its product. Quantities in thousandths of the line's unit. */
export interface LineRow {
  readonly productId: string;
  readonly productName: string;
  readonly unitType: UnitType;
  readonly quantity: number | null;
  readonly countedAt: number | null;
  readonly onHandBefore: number | null;
  readonly onHandAfter: number | null;
  /** What the product is now. */
  readonly productUnit: UnitType;
  readonly ratePerUnit: number;
  readonly available: number;
  readonly promised: number;
  readonly deletedAt: number | null;
}

/** Returns the sheets that match a condition on `stock_sheets s`. The counts of lines are of these sheets alone. */
export async function loadSummaries(from: ReadConnection, matching: Sql): Promise<StockSheetSummary[]> {
  const rows = await from.rows<SummaryRow>(sql`
    SELECT s.id, s.number, s.kind, s.status, s.section_name AS "sectionName", s.supplier, s.note,
      (SELECT count(*) FROM stock_sheet_lines l WHERE l.sheet_id = s.id) AS "lineCount",
      (SELECT count(l.quantity) FROM stock_sheet_lines l WHERE l.sheet_id = s.id) AS "filledCount",
      owner.display_name AS "ownerName", changer.display_name AS "changedByName", booker.display_name AS "bookedByName",
      s.created_at AS "createdAt", s.changed_at AS "changedAt", s.booked_at AS "bookedAt", s.version
    FROM stock_sheets s
    JOIN users owner ON owner.id = s.owner_id
    JOIN users changer ON changer.id = s.changed_by_id
    LEFT JOIN users booker ON booker.id = s.booked_by_id
    ${matching}`);
  return rows.map((row) => ({
    ...row,
    createdAt: toIsoString(row.createdAt),
    changedAt: toIsoString(row.changedAt),
    bookedAt: toIsoString(row.bookedAt),
  }));
}

/** Returns a sheet with its lines. @throws stock-sheets.not-found */
export async function loadSheet(from: ReadConnection, id: string): Promise<StockSheetView> {
  const [summary] = isId(id) ? await loadSummaries(from, sql`WHERE s.id = ${id}`) : [];
  if (summary === undefined) throw stockSheetErrors['not-found']();
  return { ...summary, lines: (await loadLines(from, id)).map(lineView) };
}

/** Returns the lines of a sheet in their order, with their products as they are now. */
export async function loadLines(from: ReadConnection, sheetId: string): Promise<LineRow[]> {
  return from.rows<LineRow>(sql`
    SELECT l.product_id AS "productId", p.name AS "productName", l.unit_type AS "unitType", l.quantity,
      l.counted_at AS "countedAt", l.on_hand_before AS "onHandBefore", l.on_hand_after AS "onHandAfter",
      p.unit_type AS "productUnit", p.rate_per_unit AS "ratePerUnit", p.quantity_available AS available,
      p.quantity_promised AS promised, p.deleted_at AS "deletedAt"
    FROM stock_sheet_lines l JOIN products p ON p.id = l.product_id
    WHERE l.sheet_id = ${sheetId} ORDER BY l.position`);
}

/**
 * Locks a draft until the transaction ends, before any product.
 *
 * @throws stock-sheets.not-found, stock-sheets.not-a-draft
 */
export async function lockDraft(tx: Transaction, id: string): Promise<StockSheet> {
  if (!isId(id)) throw stockSheetErrors['not-found']();
  await tx.row(sql`SELECT id FROM stock_sheets WHERE id = ${id} ${tx.forUpdate}`);
  const sheet = await tx.entities.findOneBy(StockSheet, { id });
  if (sheet === null) throw stockSheetErrors['not-found']();
  if (sheet.status !== 'draft') throw stockSheetErrors['not-a-draft']({ sheetStatus: sheet.status });
  return sheet;
}

/** A line as it is written. */
export type NewLine = Pick<LineRow, 'productId' | 'unitType' | 'quantity' | 'countedAt'>;

/** Writes all lines of a sheet that has none. */
export async function insertLines(
  tx: Transaction,
  sheetId: string,
  lines: readonly NewLine[],
): Promise<void> {
  if (lines.length === 0) return;
  const rows = lines.map(
    ({ productId, unitType, quantity, countedAt }, position) =>
      sql`(${sheetId}, ${productId}, ${position}, ${unitType}, ${quantity}, ${countedAt})`,
  );
  await tx.execute(sql`
    INSERT INTO stock_sheet_lines (sheet_id, product_id, position, unit_type, quantity, counted_at) VALUES ${join(rows)}`);
}

function lineView(row: LineRow): StockSheetLineView {
  const { productId, productName, unitType, quantity, countedAt, onHandBefore, onHandAfter } = row;
  return {
    ...{ productId, productName, unitType },
    quantity: unitsOrNull(quantity),
    countedAt: toIsoString(countedAt),
    onHandBefore: unitsOrNull(onHandBefore),
    onHandAfter: unitsOrNull(onHandAfter),
  };
}

/** Converts thousandths to units; null stays null. */
export function unitsOrNull(thousandths: number | null): number | null {
  return thousandths === null ? null : fromThousandths(thousandths);
}
