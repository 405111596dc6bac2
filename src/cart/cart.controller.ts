import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentUser, Public, Roles } from '../platform/access/access.decorators.js';
import type { AuthenticatedUser } from '../platform/access/authenticated-user.js';
import { ApiProblems } from '../platform/http/errors/api-problems.js';
import { Limited } from '../platform/http/throttling/limited.js';
import { pricingErrors } from '../rules/pricing/pricing.errors.js';
import { stockErrors } from '../stock/stock.errors.js';
import { CartView, MergeCartBody, QuoteCartBody, SetCartItemBody } from './cart.dto.js';
import { cartErrors } from './cart.errors.js';
import { CartService } from './cart.service.js';

@ApiTags('cart')
@Controller('cart')
export class CartController {
  constructor(private readonly cart: CartService) {}

  /**
   * Get the cart
   *
   * @remarks Lines have notices where something has changed. The total is that of the lines that can be bought as they are;
   * `notInTotal` names the others.
   */
  @Get()
  @Roles('user')
  getCart(@CurrentUser() user: AuthenticatedUser): Promise<CartView> {
    return this.cart.cart(user.id);
  }

  /** Empty the cart */
  @Delete()
  @Roles('user')
  clearCart(@CurrentUser() user: AuthenticatedUser): Promise<CartView> {
    return this.cart.clear(user.id);
  }

  /** Set the quantity of a product */
  @Put('items/:productId')
  @Roles('user')
  @ApiProblems(
    stockErrors['product-not-found'],
    pricingErrors['quantity-step'],
    pricingErrors['above-max-per-order'],
    pricingErrors['price-rounds-to-zero'],
    cartErrors['too-large'],
    cartErrors['unit-changed'],
  )
  setCartItem(
    @CurrentUser() user: AuthenticatedUser,
    @Param('productId') productId: string,
    @Body() body: SetCartItemBody,
  ): Promise<CartView> {
    return this.cart.setItem(user.id, productId, body);
  }

  /** Remove a product from the cart */
  @Delete('items/:productId')
  @Roles('user')
  @ApiProblems(stockErrors['product-not-found'])
  removeCartItem(
    @CurrentUser() user: AuthenticatedUser,
    @Param('productId') productId: string,
  ): Promise<CartView> {
    return this.cart.removeItem(user.id, productId);
  }

  /**
   * Price a guest cart
   *
   * @remarks The same response as that of a shopper's cart with these items. Items of unknown products are left out, and nothing
   * is stored.
   */
  @Post('quote')
  @Public()
  @HttpCode(200)
  @Limited('cart-quotes')
  quoteCart(@Body() { items }: QuoteCartBody): Promise<CartView> {
    return this.cart.quoteGuest(items);
  }

  /**
   * Merge a guest cart into the cart
   *
   * @remarks Repeating the request changes nothing. A quantity in a unit that the product no longer has is kept with a notice,
   * and not bought until it is chosen again.
   */
  @Post('merge')
  @Roles('user')
  @HttpCode(200)
  @ApiProblems(cartErrors['too-large'])
  mergeCart(@CurrentUser() user: AuthenticatedUser, @Body() body: MergeCartBody): Promise<CartView> {
    return this.cart.merge(user.id, body.items);
  }
}
