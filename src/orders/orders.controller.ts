import {
  Body,
  Controller,
  Get,
  Header,
  Headers,
  HttpCode,
  Param,
  Post,
  Query,
  type StreamableFile,
} from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CartView } from '../cart/cart.dto.js';
import { CurrentUser, Roles } from '../platform/access/access.decorators.js';
import type { AuthenticatedUser } from '../platform/access/authenticated-user.js';
import { JSON_TEXT } from '../platform/http/decorators/json-content-type.js';
import { ApiProblems } from '../platform/http/errors/api-problems.js';
import { EventStreamRoute } from '../platform/realtime/event-stream-route.js';
import { EventStreams } from '../platform/realtime/event-streams.js';
import { CurrentStreamRequest, type StreamRequest } from '../platform/realtime/stream-request.js';
import { idempotencyKeyOf } from './checkout/idempotency.js';
import { PlaceOrder } from './checkout/place-order.js';
import { ApiInvoice, invoiceAnswer } from './invoices/invoice-response.js';
import { Invoices } from './invoices/invoices.js';
import { OrderEventSource } from './order-event-source.js';
import {
  FrequentProducts,
  OrderPage,
  OrderQuery,
  OrderTimelineEntry,
  OrderView,
  PlaceOrderBody,
} from './orders.dto.js';
import { OrdersService } from './orders.service.js';
import { CancelOrder } from './workflow/cancel-order.js';

@ApiTags('orders')
@Controller('orders')
export class OrdersController {
  constructor(
    private readonly orders: OrdersService,
    private readonly placeOrderAction: PlaceOrder,
    private readonly cancelOrderAction: CancelOrder,
    private readonly followOrderAction: OrderEventSource,
    private readonly streams: EventStreams,
    private readonly invoices: Invoices,
  ) {}

  /** Order what is in the cart */
  @Post()
  @Roles('user')
  @ApiHeader({
    name: 'Idempotency-Key',
    required: true,
    description:
      'A new one for each checkout, the same for its repetitions: they get the same answer, and one order.',
    schema: { type: 'string', minLength: 1, maxLength: 255, example: '6f1f2a52-1d0c-4b7e-9a3f-2f6f0a8f7c11' },
  })
  @ApiProblems({
    400: ['orders.idempotency-key-missing'],
    409: ['catalog.out-of-stock', 'orders.price-changed', 'orders.products-gone', 'orders.still-under-way'],
    422: [
      'orders.cart-empty',
      'orders.idempotency-key-reused',
      'catalog.quantity-step',
      'catalog.price-rounds-to-zero',
    ],
  })
  placeOrder(
    @CurrentUser() user: AuthenticatedUser,
    @Headers('idempotency-key') key: string | undefined,
    @Body() body: PlaceOrderBody,
  ): Promise<OrderView> {
    return this.placeOrderAction.run(user, idempotencyKeyOf(key), body);
  }

  /** Own orders, newest first */
  @Get()
  @Roles('user')
  listOrders(@CurrentUser() user: AuthenticatedUser, @Query() query: OrderQuery): Promise<OrderPage> {
    return this.orders.ownOrders(user.id, query);
  }

  /** What one buys most often, at most 24 products that are still sold; what is sold out comes last */
  @Get('frequent-products')
  @Roles('user')
  @Header('content-type', JSON_TEXT)
  @ApiOkResponse({ type: FrequentProducts })
  listFrequentProducts(@CurrentUser() user: AuthenticatedUser): Promise<string> {
    return this.orders.frequentProducts(user.id);
  }

  /** One own order */
  @Get(':id')
  @Roles('user')
  @ApiProblems({ 404: ['orders.not-found'] })
  getOrder(@CurrentUser() user: AuthenticatedUser, @Param('id') id: string): Promise<OrderView> {
    return this.orders.ownOrder(user.id, id);
  }

  /** Follow an own order: each step of its timeline, as it is taken */
  @Get(':id/events')
  @Roles('user')
  @EventStreamRoute('status', OrderTimelineEntry)
  @ApiProblems({ 404: ['orders.not-found'], 429: ['live.too-many-streams'] })
  followOrder(
    @CurrentStreamRequest() listener: StreamRequest,
    @Param('id') id: string,
  ): Promise<StreamableFile | undefined> {
    return this.streams.open(listener, this.followOrderAction.run(listener.user.id, id));
  }

  /** The invoice of an own order, as PDF */
  @Get(':id/invoice')
  @Roles('user')
  @ApiInvoice()
  async getInvoice(@CurrentUser() user: AuthenticatedUser, @Param('id') id: string): Promise<StreamableFile> {
    return invoiceAnswer(await this.invoices.ofOwnOrder(user.id, id));
  }

  /** Cancel an own order that is not packed yet */
  @Post(':id/cancel')
  @Roles('user')
  @HttpCode(200)
  @ApiProblems({ 404: ['orders.not-found'], 409: ['orders.transition-not-allowed'] })
  async cancelOrder(@CurrentUser() user: AuthenticatedUser, @Param('id') id: string): Promise<OrderView> {
    await this.cancelOrderAction.run(user, id);
    return this.orders.ownOrder(user.id, id);
  }

  /** Put the products of an old order into the cart again */
  @Post(':id/reorder')
  @Roles('user')
  @HttpCode(200)
  @ApiProblems({ 404: ['orders.not-found'], 422: ['cart.too-large'] })
  reorder(@CurrentUser() user: AuthenticatedUser, @Param('id') id: string): Promise<CartView> {
    return this.orders.reorder(user.id, id);
  }
}
