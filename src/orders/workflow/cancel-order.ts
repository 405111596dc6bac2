import { Injectable } from '@nestjs/common';
import type { AuthenticatedUser } from '../../platform/access/authenticated-user.js';
import { Database } from '../../platform/database/database.js';
import { sql, type Transaction } from '../../platform/database/transaction.js';
import { Stock, type StockLine } from '../../stock/stock.js';
import { OrderTransitions } from './order-transitions.js';

/** Cancels an order: a shopper's own, or any order on behalf of staff. */
@Injectable()
export class CancelOrder {
  constructor(
    private readonly database: Database,
    private readonly steps: OrderTransitions,
    private readonly stock: Stock,
  ) {}

  /**
   * Restocks in the transaction of the cancellation: exactly once, since the transition happens once.
   *
   * @throws OrderNotFound, TransitionNotAllowed
   */
  async run(user: AuthenticatedUser, orderId: string, note: string | null = null): Promise<void> {
    await this.database.transaction(async (tx) => {
      await this.steps.apply(tx, user, { orderId, to: 'cancelled', note });
      await this.stock.restock(tx, user, orderId, await stockLines(tx, orderId));
    });
  }
}

async function stockLines(tx: Transaction, orderId: string): Promise<StockLine[]> {
  const rows = await tx.rows<{ product_id: string; product_name: string; quantity: number }>(
    sql`SELECT product_id, product_name, quantity FROM order_items WHERE order_id = ${orderId}`,
  );
  return rows.map((row) => ({
    productId: row.product_id,
    productName: row.product_name,
    quantity: row.quantity,
  }));
}
