import { Injectable } from '@nestjs/common';
import type { SignedInUser } from '../auth/signed-in-user.js';
import { Database } from '../database/database.js';
import { CancelOrder } from './cancel-order.js';
import { OrderSteps, type Step } from './order-steps.js';

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
