import { Injectable } from '@nestjs/common';
import type { CartView } from '../../cart/cart.dto.js';
import { CartService } from '../../cart/cart.service.js';
import { CustomersService } from '../../customers/customers.service.js';
import { OrdersService } from '../orders.service.js';
import type { TakenLine } from './phone-orders.dto.js';

/** Reads what staff need while a customer is on the telephone. */
@Injectable()
export class Quotes {
  constructor(
    private readonly cart: CartService,
    private readonly customers: CustomersService,
    private readonly orders: OrdersService,
  ) {}

  /** Returns the lines with current rates, stock and total. */
  quote(lines: readonly TakenLine[]): Promise<CartView> {
    return this.cart.quote(lines);
  }

  /** Returns the JSON of the products that a customer has ordered most. @throws customers.not-found */
  async frequentProducts(customerId: string): Promise<string> {
    await this.customers.checkExists(customerId);
    return this.orders.frequentProducts(customerId);
  }
}
