import { Injectable } from '@nestjs/common';
import type { AuthenticatedUser } from '../../platform/access/authenticated-user.js';
import { Database } from '../../platform/database/database.js';
import { CancelOrder } from './cancel-order.js';
import { OrderTransitions, type TransitionRequest } from './order-transitions.js';

/** Staff move an order to its next status. */
@Injectable()
export class ChangeOrderStatus {
  constructor(
    private readonly database: Database,
    private readonly steps: OrderTransitions,
    private readonly cancelOrder: CancelOrder,
  ) {}

  /** @throws OrderNotFound, TransitionNotAllowed */
  async run(user: AuthenticatedUser, step: TransitionRequest): Promise<void> {
    if (step.to === 'cancelled') return this.cancelOrder.run(user, step.orderId, step.note);
    await this.database.transaction((tx) => this.steps.take(tx, user, step));
  }
}
