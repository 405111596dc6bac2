import { Injectable } from '@nestjs/common';
import type { SignedInUser } from '../../platform/access/authenticated-user.js';
import { Database } from '../../platform/database/database.js';
import { CancelOrder } from './cancel-order.js';
import { OrderSteps, type Step } from './order-transitions.js';

/** Staff move an order to its next status. */
@Injectable()
export class MoveOrder {
  constructor(
    private readonly database: Database,
    private readonly steps: OrderSteps,
    private readonly cancelOrder: CancelOrder,
  ) {}

  /** @throws OrderNotFound, TransitionNotAllowed */
  async run(user: SignedInUser, step: Step): Promise<void> {
    if (step.to === 'cancelled') return this.cancelOrder.run(user, step.orderId, step.note);
    await this.database.transaction((tx) => this.steps.take(tx, user, step));
  }
}
