import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor.js';
import { AuditTrail } from '../platform/audit/audit-trail.js';
import { requestErrors } from '../platform/common/common.errors.js';
import { isId } from '../platform/common/id.js';
import { fromThousandths, toThousandths } from '../platform/common/money/quantity.js';
import { Database } from '../platform/database/database.js';
import { Outbox } from '../platform/outbox/outbox.js';
import type { StockMovementBody } from './stock.dto.js';
import { stockErrors } from './stock.errors.js';
import { Stock } from './stock.js';

/** Records a delivery, a stock correction or waste on behalf of staff. */
@Injectable()
export class AdjustStock {
  constructor(
    private readonly database: Database,
    private readonly stock: Stock,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
  ) {}

  /**
   * @throws catalog.product-not-found, catalog.stock-below-zero, catalog.stock-too-large; request.rule-broken if the
   *   sign contradicts the reason
   */
  async run(actor: Actor, productId: string, { reason, delta, note }: StockMovementBody): Promise<void> {
    if (!isId(productId)) throw stockErrors['product-not-found']();
    checkSign(reason, delta);
    const change = toThousandths(delta) ?? 0;
    await this.database.transaction(async (tx) => {
      const { before, after, events } = await this.stock.change(tx, actor, {
        productId,
        delta: change,
        reason,
        note: note ?? null,
      });
      await this.outbox.add(tx, events);
      await this.audit.record(tx, actor, {
        action: 'catalog.stock-moved',
        subject: { type: 'product', id: productId },
        before: { quantityAvailable: fromThousandths(before) },
        after: { quantityAvailable: fromThousandths(after), reason, delta, note: note ?? null },
      });
    });
  }
}

function checkSign(reason: StockMovementBody['reason'], delta: number): void {
  if (reason === 'delivery' && delta < 0) {
    throw requestErrors['rule-broken']({
      errors: [
        { field: 'delta', code: 'catalog.delivery-comes-in', message: 'A delivery must be more than 0.' },
      ],
    });
  }
  if (reason === 'waste' && delta > 0) {
    throw requestErrors['rule-broken']({
      errors: [{ field: 'delta', code: 'catalog.waste-goes-out', message: 'Waste must be less than 0.' }],
    });
  }
}
