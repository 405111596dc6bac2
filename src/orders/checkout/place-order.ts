import { Injectable } from '@nestjs/common';
import { CartService } from '../../cart/cart.service.js';
import type { AuthenticatedUser } from '../../platform/access/authenticated-user.js';
import { Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import { orderView } from '../order-view.js';
import type { OrderView, PlaceOrderBody } from '../orders.dto.js';
import { checkPostalCode } from './check-postal-code.js';
import { OrderWriter } from './order-writer.js';

/** Places an order for a shopper's cart. */
@Injectable()
export class PlaceOrder {
  constructor(
    private readonly database: Database,
    private readonly cart: CartService,
    private readonly writer: OrderWriter,
    private readonly config: Config,
  ) {}

  /**
   * Turns the cart into an order in one transaction. Its locked lines keep the shopper's other checkouts waiting.
   *
   * @throws request.rule-broken for a postal code, and as {@link OrderWriter.write}
   */
  async run(user: AuthenticatedUser, body: PlaceOrderBody): Promise<OrderView> {
    checkPostalCode(body.address.postalCode, this.config.store.locale);
    return this.database.transaction(async (tx) => {
      const lines = await this.cart.linesForCheckout(tx, user.id);
      const { order, items, charges } = await this.writer.write(tx, user, {
        customerId: user.id,
        lines,
        body,
      });
      await this.cart.removeOrdered(tx, user.id, lines);
      return orderView(
        { ...order, placedBy: user.username, takenBy: null },
        { items, charges, discounts: [], documents: [], changes: [] },
      );
    });
  }
}
