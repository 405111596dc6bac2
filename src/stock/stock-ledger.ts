import { Injectable } from '@nestjs/common';
import { isId } from '../platform/common/id.js';
import { toIsoString } from '../platform/common/iso-time.js';
import { fromThousandths } from '../platform/common/money/quantity.js';
import { Database } from '../platform/database/database.js';
import { sql } from '../platform/database/transaction.js';
import type { TableQuery } from '../platform/http/validation/pagination.js';
import type { StockReason } from './stock-movement.entity.js';
import type { StockMovementTable } from './stock.dto.js';
import { stockErrors } from './stock.errors.js';

interface MovementRow {
  readonly id: string;
  readonly delta: number;
  readonly reason: StockReason;
  readonly counted: number | null;
  readonly order_id: string | null;
  readonly sheet_id: string | null;
  readonly actor_id: string | null;
  readonly actor_name: string | null;
  readonly at: number;
  readonly note: string | null;
}

/** Reads the ledger of stock movements. */
@Injectable()
export class StockLedger {
  constructor(private readonly database: Database) {}

  /**
   * Returns the movements of a product, newest first. Deleted products keep their ledger.
   * @throws catalog.product-not-found
   */
  async movements(productId: string, { page, pageSize }: TableQuery): Promise<StockMovementTable> {
    if (!isId(productId)) throw stockErrors['product-not-found']();
    const counted = await this.database.read.row<{
      total: number;
      balance: number | null;
      promised: number;
    }>(sql`
      SELECT count(m.id) AS total, CAST(sum(m.delta) AS bigint) AS balance, p.quantity_promised AS promised
      FROM products p LEFT JOIN stock_movements m ON m.product_id = p.id WHERE p.id = ${productId} GROUP BY p.id`);
    if (counted === undefined) throw stockErrors['product-not-found']();
    const rows = await this.database.read.rows<MovementRow>(sql`
      SELECT m.id, m.delta, m.reason, m.counted, m.order_id, m.sheet_id, m.actor_id, u.display_name AS actor_name, m.at, m.note
      FROM stock_movements m LEFT JOIN users u ON u.id = m.actor_id WHERE m.product_id = ${productId}
      ORDER BY m.at DESC, m.id DESC LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`);
    const available = counted.balance ?? 0;
    return {
      ...{ items: rows.map(movementView), total: counted.total, page, pageSize },
      balance: fromThousandths(available),
      promised: fromThousandths(counted.promised),
      onHand: fromThousandths(available + counted.promised),
    };
  }
}

function movementView(row: MovementRow): StockMovementTable['items'][number] {
  return {
    id: row.id,
    delta: fromThousandths(row.delta),
    reason: row.reason,
    counted: row.counted === null ? null : fromThousandths(row.counted),
    orderId: row.order_id,
    sheetId: row.sheet_id,
    actorId: row.actor_id,
    actorName: row.actor_name,
    at: toIsoString(row.at),
    note: row.note,
  };
}
