import { Injectable } from '@nestjs/common';
import { catalogErrors } from '../catalog/catalog.errors.js';
import type { AuthenticatedUser } from '../platform/access/authenticated-user.js';
import { AuditTrail } from '../platform/audit/audit-trail.js';
import { Clock } from '../platform/common/clock.js';
import { newId } from '../platform/common/id.js';
import { Database } from '../platform/database/database.js';
import { sql, type Transaction } from '../platform/database/transaction.js';
import { insertLines, type NewLine } from './sheet-rows.js';
import { StockSheet } from './stock-sheet.entity.js';
import { MAX_SHEET_LINES, type CreateStockSheetBody } from './stock-sheets.dto.js';
import { stockSheetErrors } from './stock-sheets.errors.js';

/** Drafts of the whole store. */
const MAX_DRAFTS = 500;

interface CountedSection {
  readonly id: string | null;
  readonly name: string | null;
  readonly lines: readonly NewLine[];
}

/** Makes the draft of a stock sheet: an empty one for a delivery, or one with the products of a section to count. */
@Injectable()
export class CreateStockSheet {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * @returns the ID of the sheet
   * @throws catalog.section-not-found, stock-sheets.section-empty, stock-sheets.section-too-large,
   *   stock-sheets.too-many-drafts
   */
  async run(user: AuthenticatedUser, { kind, sectionId }: CreateStockSheetBody): Promise<string> {
    return this.database.transaction(async (tx) => {
      const section =
        kind === 'count' ? await sectionToCount(tx, sectionId ?? '') : { id: null, name: null, lines: [] };
      const number = await nextNumber(tx);
      const now = this.clock.now();
      const sheet: StockSheet = {
        ...{ id: newId(), number, kind, status: 'draft', supplier: '', note: '', version: 1 },
        ...{ sectionId: section.id, sectionName: section.name },
        ...{ ownerId: user.id, changedById: user.id, bookedById: null },
        ...{ createdAt: now, changedAt: now, bookedAt: null },
      };
      await tx.entities.insert(StockSheet, sheet);
      await insertLines(tx, sheet.id, section.lines);
      await this.audit.record(tx, user, {
        action: 'stock-sheets.created',
        subject: { type: 'stock-sheet', id: sheet.id },
        after: { number, kind, sectionName: section.name },
      });
      return sheet.id;
    });
  }
}

/** Returns the products on sale of a section, in the order of their names. The section stays until the transaction ends. */
async function sectionToCount(tx: Transaction, id: string): Promise<CountedSection> {
  const section = await tx.row<{ name: string }>(
    sql`SELECT name FROM sections WHERE id = ${id} ${tx.forShare}`,
  );
  if (section === undefined) throw catalogErrors['section-not-found']();
  const lines = await tx.rows<NewLine>(sql`
    SELECT id AS "productId", unit_type AS "unitType", NULL AS quantity, NULL AS "countedAt" FROM products
    WHERE section_id = ${id} AND published = ${true} AND deleted_at IS NULL
    ORDER BY name_key, id LIMIT ${MAX_SHEET_LINES + 1}`);
  if (lines.length === 0) throw stockSheetErrors['section-empty']();
  if (lines.length > MAX_SHEET_LINES) throw stockSheetErrors['section-too-large']({ max: MAX_SHEET_LINES });
  return { id, name: section.name, lines };
}

/** Draws the number of the next sheet. One transaction at a time does so. */
async function nextNumber(tx: Transaction): Promise<number> {
  await tx.lock('stock-sheets');
  const row = await tx.row<{ last: number | null; drafts: number }>(sql`
    SELECT (SELECT max(number) FROM stock_sheets) AS last,
      (SELECT count(*) FROM stock_sheets WHERE status = 'draft') AS drafts`);
  if ((row?.drafts ?? 0) >= MAX_DRAFTS) throw stockSheetErrors['too-many-drafts']({ max: MAX_DRAFTS });
  return (row?.last ?? 0) + 1;
}
