import { Body, Controller, Get, Header, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CartView } from '../../cart/cart.dto.js';
import { customerErrors } from '../../customers/customers.errors.js';
import { CurrentUser, Roles } from '../../platform/access/access.decorators.js';
import type { AuthenticatedUser } from '../../platform/access/authenticated-user.js';
import { requestErrors } from '../../platform/common/common.errors.js';
import { JSON_TEXT } from '../../platform/http/decorators/json-content-type.js';
import { ApiProblems } from '../../platform/http/errors/api-problems.js';
import { TakesIdempotencyKey } from '../../platform/idempotency/takes-idempotency-key.js';
import { stockErrors } from '../../stock/stock.errors.js';
import { userErrors } from '../../users/users.errors.js';
import { AdminOrderView } from '../admin/admin-orders.dto.js';
import { CHECKOUT_PROBLEMS } from '../checkout/checkout-problems.js';
import { FrequentProducts } from '../orders.dto.js';
import { OrdersService } from '../orders.service.js';
import { QuoteBody, TakeOrderBody } from './phone-orders.dto.js';
import { TakeOrder } from './take-order.js';
import { Quotes } from './quotes.js';

@ApiTags('order administration')
@Controller('admin')
export class PhoneOrdersController {
  constructor(
    private readonly orders: OrdersService,
    private readonly takeOrderAction: TakeOrder,
    private readonly quotes: Quotes,
  ) {}

  /**
   * Place an order for a customer
   *
   * @remarks For orders by telephone. The customer's own cart stays as it is, and the hourly limits of orders do not apply.
   */
  @Post('orders')
  @Roles('store_manager', 'admin')
  @TakesIdempotencyKey({ isRequired: true })
  @ApiProblems(
    ...CHECKOUT_PROBLEMS,
    requestErrors['idempotency-key-invalid'],
    requestErrors['idempotency-key-reused'],
    requestErrors['still-under-way'],
    customerErrors['not-found'],
    customerErrors.suspended,
    userErrors['email-taken'],
    stockErrors['product-not-found'],
  )
  async takeOrder(
    @CurrentUser() user: AuthenticatedUser,
    @Body() body: TakeOrderBody,
  ): Promise<AdminOrderView> {
    return this.orders.order(user, await this.takeOrderAction.run(user, body));
  }

  /**
   * Price lines of an order
   *
   * @remarks Current rates, stock and total, as a cart shows them. Lines of unknown products are left out.
   */
  @Post('orders/quote')
  @HttpCode(200)
  @Roles('store_manager', 'admin')
  quoteOrder(@Body() { lines }: QuoteBody): Promise<CartView> {
    return this.quotes.quote(lines);
  }

  /**
   * List a customer's most-ordered products
   *
   * @remarks At most 24 products that are still sold; sold-out products come last.
   */
  @Get('customers/:id/frequent-products')
  @Roles('store_manager', 'admin')
  @Header('content-type', JSON_TEXT)
  @ApiOkResponse({ type: FrequentProducts })
  @ApiProblems(customerErrors['not-found'])
  listCustomerFrequentProducts(@Param('id') id: string): Promise<string> {
    return this.quotes.frequentProducts(id);
  }
}
