import { Injectable } from '@nestjs/common';
import type { AuthenticatedUser } from '../../platform/access/authenticated-user.js';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { Clock } from '../../platform/common/clock.js';
import { Database } from '../../platform/database/database.js';
import { sql } from '../../platform/database/transaction.js';
import { ChangeSignals } from '../../platform/realtime/change-signals.js';
import { statusBefore, type OrderStatus } from '../../rules/order-status/order-status.js';
import { UndoNotPossible } from '../orders.errors.js';
import { lockedStatus } from './order-transitions.js';

/** Time in which a status change can be undone: enough for a slip, too short for a change of mind. */
const UNDO_WINDOW_MS = 10 * 60_000;

/** Undoes an order's latest transition for staff. Its history entry is deleted; the audit log keeps both changes. */
@Injectable()
export class UndoTransition {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    private readonly signals: ChangeSignals,
  ) {}

  /**
   * @param status that the order reached by mistake
   * @throws OrderNotFound; UndoNotPossible if the status has changed since, after ten minutes, and for a cancellation
   */
  async run(user: AuthenticatedUser, orderId: string, status: OrderStatus): Promise<void> {
    const before = statusBefore(status);
    if (before === undefined) throw new UndoNotPossible('for-good');
    await this.database.transaction(async (tx) => {
      if ((await lockedStatus(tx, user, orderId)) !== status) throw new UndoNotPossible('moved-on');
      const undone = await tx.execute(sql`
        DELETE FROM order_status_changes
        WHERE order_id = ${orderId} AND status = ${status} AND at >= ${this.clock.now() - UNDO_WINDOW_MS}`);
      if (undone === 0) throw new UndoNotPossible('too-late');
      await tx.execute(sql`UPDATE orders SET status = ${before} WHERE id = ${orderId}`);
      this.signals.changed(tx, `order:${orderId}`, 'dashboard');
      await this.audit.record(tx, user, {
        action: 'orders.step-undone',
        subject: { type: 'order', id: orderId },
        before: { status },
        after: { status: before },
      });
    });
  }
}
