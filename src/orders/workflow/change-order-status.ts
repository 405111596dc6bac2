import { Injectable } from '@nestjs/common';
import type { AuthenticatedUser } from '../../platform/access/authenticated-user.js';
import { Database } from '../../platform/database/database.js';
import { CancelOrder } from './cancel-order.js';
import { OrderTransitions, type TransitionRequest } from './order-transitions.js';

/** Changes the status of an order on behalf of staff. */
@Injectable()
export class ChangeOrderStatus {
  constructor(
    private readonly database: Database,
    private readonly steps: OrderTransitions,
    private readonly cancelOrder: CancelOrder,
  ) {}

  /** @throws OrderNotFound, TransitionNotAllowed */
  async run(user: AuthenticatedUser, request: TransitionRequest): Promise<void> {
    if (request.to === 'cancelled') return this.cancelOrder.run(user, request.orderId, request.note);
    await this.database.transaction((tx) => this.steps.apply(tx, user, request));
  }
}
