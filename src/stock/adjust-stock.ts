import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor.js';
import { AuditTrail } from '../platform/audit/audit-trail.js';
import { requestErrors } from '../platform/common/common.errors.js';
import type { FieldError } from '../platform/common/errors/domain-error.js';
import { isId } from '../platform/common/id.js';
import { fromThousandths, toThousandths } from '../platform/common/money/quantity.js';
import { Database } from '../platform/database/database.js';
import type { Transaction } from '../platform/database/transaction.js';
import { Outbox } from '../platform/outbox/outbox.js';
import type { StockMovementBody } from './stock.dto.js';
import { stockErrors } from './stock.errors.js';
import { Stock, type ChangedStock } from './stock.js';

/** Records a delivery, waste or a count on behalf of staff. */
@Injectable()
export class AdjustStock {
  constructor(
    private readonly database: Database,
    private readonly stock: Stock,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
  ) {}

  /**
   * A delivery and waste are differences. A correction is a count: its difference is computed here, on the figures of the moment,
   * never by the client on figures that it read earlier.
   *
   * @throws catalog.product-not-found, catalog.stock-below-zero, catalog.stock-too-large, catalog.count-below-promised,
   *   catalog.stock-changed; request.invalid if the body lacks what the reason needs; request.rule-broken if the sign
   *   contradicts the reason
   */
  async run(actor: Actor, productId: string, body: StockMovementBody): Promise<void> {
    if (!isId(productId)) throw stockErrors['product-not-found']();
    checkForm(body);
    checkSign(body);
    await this.database.transaction(async (tx) => {
      const changed = await this.change(tx, actor, productId, body);
      await this.outbox.add(tx, changed.events);
      await this.audit.record(tx, actor, {
        action: 'catalog.stock-moved',
        subject: { type: 'product', id: productId },
        ...auditable(body, changed),
      });
    });
  }

  private change(
    tx: Transaction,
    actor: Actor,
    productId: string,
    { reason, delta, counted, seenOnHand, acceptShortage, note = null }: StockMovementBody,
  ): Promise<ChangedStock> {
    if (reason !== 'correction') {
      return this.stock.change(tx, actor, { productId, delta: toThousandths(delta) ?? 0, reason, note });
    }
    return this.stock.count(tx, actor, {
      productId,
      note,
      counted: toThousandths(counted) ?? 0,
      seenOnHand: seenOnHand === undefined ? undefined : toThousandths(seenOnHand),
      acceptsShortage: acceptShortage,
    });
  }
}

/** Returns what the audit log shows. A count is of what is on hand, so it names that too. */
function auditable(
  { reason, delta, counted, note = null }: StockMovementBody,
  { before, after, promised }: ChangedStock,
): Record<'before' | 'after', Readonly<Record<string, unknown>>> {
  const quantities = (available: number): Record<string, number> => ({
    quantityAvailable: fromThousandths(available),
    ...(reason === 'correction' ? { quantityOnHand: fromThousandths(available + promised) } : {}),
  });
  const what = reason === 'correction' ? { counted } : { delta };
  return { before: quantities(before), after: { ...quantities(after), reason, ...what, note } };
}

/** A delivery and waste have a `delta`, a correction has `counted`, and neither has what belongs to the other. */
function checkForm({ reason, ...body }: StockMovementBody): void {
  const isCount = reason === 'correction';
  const errors: FieldError[] = [];
  if ((isCount ? body.counted : body.delta) === undefined) {
    const field = isCount ? 'counted' : 'delta';
    errors.push({ field, code: 'field.required', message: `A ${reason} needs ${field}.` });
  }
  for (const field of isCount ? (['delta'] as const) : COUNT_FIELDS) {
    if (body[field] === undefined) continue;
    const message = isCount
      ? 'A correction is sent as what was counted, not as a difference.'
      : `A ${reason} is a difference: ${field} belongs to a correction.`;
    errors.push({ field, code: 'catalog.count-or-difference', message });
  }
  if (errors.length > 0) throw requestErrors.invalid({ errors });
}

const COUNT_FIELDS = ['counted', 'seenOnHand', 'acceptShortage'] as const;

function checkSign({ reason, delta = 0 }: StockMovementBody): void {
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
