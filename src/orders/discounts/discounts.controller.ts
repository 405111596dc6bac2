import { Body, Controller, Delete, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { documentErrors } from '../../documents/documents.errors.js';
import { CurrentUser, Roles } from '../../platform/access/access.decorators.js';
import type { AuthenticatedUser } from '../../platform/access/authenticated-user.js';
import { ApiProblems } from '../../platform/http/errors/api-problems.js';
import { TakesIdempotencyKey } from '../../platform/idempotency/takes-idempotency-key.js';
import { orderErrors } from '../orders.errors.js';
import { DiscountView, GiveDiscountBody } from './discounts.dto.js';
import { OrderDiscounts } from './order-discounts.js';

@ApiTags('order administration')
@Controller('admin/orders/:id/discounts')
export class DiscountsController {
  constructor(private readonly discounts: OrderDiscounts) {}

  /**
   * Give a discount on an order
   *
   * @remarks Possible until the goods leave. The total falls; the document of the sale shares the discount over the items.
   */
  @Post()
  @TakesIdempotencyKey()
  @Roles('store_manager', 'admin')
  @ApiProblems(
    orderErrors['not-found'],
    orderErrors['not-discountable'],
    orderErrors['discount-too-high'],
    orderErrors['too-many-discounts'],
    documentErrors['already-issued'],
  )
  giveDiscount(
    @CurrentUser() user: AuthenticatedUser,
    @Param('id') id: string,
    @Body() body: GiveDiscountBody,
  ): Promise<DiscountView> {
    return this.discounts.give(user, id, body);
  }

  /**
   * Take back a discount on an order
   *
   * @remarks Possible until the goods leave.
   */
  @Delete(':discountId')
  @Roles('store_manager', 'admin')
  @HttpCode(204)
  @ApiProblems(
    orderErrors['not-found'],
    orderErrors['discount-not-found'],
    orderErrors['not-discountable'],
    documentErrors['already-issued'],
  )
  async removeDiscount(
    @CurrentUser() user: AuthenticatedUser,
    @Param('id') id: string,
    @Param('discountId') discountId: string,
  ): Promise<void> {
    await this.discounts.remove(user, id, discountId);
  }
}
