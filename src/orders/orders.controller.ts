import {
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  Param,
  Post,
  Query,
  type StreamableFile,
} from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CartView } from '../cart/cart.dto.js';
import { cartErrors } from '../cart/cart.errors.js';
import { CurrentUser, Roles } from '../platform/access/access.decorators.js';
import type { AuthenticatedUser } from '../platform/access/authenticated-user.js';
import { JSON_TEXT } from '../platform/http/decorators/json-content-type.js';
import { ApiProblems } from '../platform/http/errors/api-problems.js';
import { Limited } from '../platform/http/throttling/limited.js';
import type { KeyErrors } from '../platform/idempotency/attempt.js';
import { TakesIdempotencyKey } from '../platform/idempotency/takes-idempotency-key.js';
import { EventStreamRoute } from '../platform/realtime/event-stream-route.js';
import { EventStreams } from '../platform/realtime/event-streams.js';
import { realtimeErrors } from '../platform/realtime/realtime.errors.js';
import { CurrentStreamRequest, type StreamRequest } from '../platform/realtime/stream-request.js';
import { CHECKOUT_PROBLEMS } from './checkout/checkout-problems.js';
import { PlaceOrder } from './checkout/place-order.js';
import { ApiDocument, ApiInvoice, pdfResponse } from './invoices/invoice-response.js';
import { Invoices } from './invoices/invoices.js';
import { OrderEventSource } from './order-event-source.js';
import {
  FrequentProducts,
  OrderPage,
  OrderQuery,
  OrderTimelineEntry,
  OrderTotal,
  OrderView,
  PlaceOrderBody,
} from './orders.dto.js';
import { orderErrors } from './orders.errors.js';
import { OrdersService } from './orders.service.js';
import { TransitionOrder } from './workflow/transition-order.js';

/** Checkouts had these codes before every operation took a key. */
const CHECKOUT_KEY_ERRORS: KeyErrors = {
  invalid: () => orderErrors['idempotency-key-missing'](),
  reused: () => orderErrors['idempotency-key-reused'](),
  underWay: () => orderErrors['still-under-way'](),
};

@ApiTags('orders')
@Controller('orders')
export class OrdersController {
  constructor(
    private readonly orders: OrdersService,
    private readonly placeOrderAction: PlaceOrder,
    private readonly transitionOrderAction: TransitionOrder,
    private readonly followOrderAction: OrderEventSource,
    private readonly streams: EventStreams,
    private readonly invoices: Invoices,
  ) {}

  /** Place an order for the cart */
  @Post()
  @Roles('user')
  @TakesIdempotencyKey({ isRequired: true, errors: CHECKOUT_KEY_ERRORS })
  @ApiProblems(
    ...CHECKOUT_PROBLEMS,
    orderErrors['idempotency-key-missing'],
    orderErrors['idempotency-key-reused'],
    orderErrors['still-under-way'],
    orderErrors['cart-empty'],
    orderErrors['too-large'],
    orderErrors['too-many'],
  )
  placeOrder(@CurrentUser() user: AuthenticatedUser, @Body() body: PlaceOrderBody): Promise<OrderView> {
    return this.placeOrderAction.run(user, body);
  }

  /**
   * List own orders
   *
   * @remarks Newest first.
   */
  @Get()
  @Roles('user')
  listOrders(@CurrentUser() user: AuthenticatedUser, @Query() query: OrderQuery): Promise<OrderPage> {
    return this.orders.ownOrders(user.id, query);
  }

  /**
   * List the shopper's most-ordered products
   *
   * @remarks At most 24 products that are still sold; sold-out products come last.
   */
  @Get('frequent-products')
  @Roles('user')
  @Header('content-type', JSON_TEXT)
  @ApiOkResponse({ type: FrequentProducts })
  listFrequentProducts(@CurrentUser() user: AuthenticatedUser): Promise<string> {
    return this.orders.frequentProducts(user.id);
  }

  /** Get an own order */
  @Get(':id')
  @Roles('user')
  @ApiProblems(orderErrors['not-found'])
  getOrder(@CurrentUser() user: AuthenticatedUser, @Param('id') id: string): Promise<OrderView> {
    return this.orders.ownOrder(user.id, id);
  }

  /**
   * Follow the status of an own order
   *
   * @remarks Sends every entry of the timeline, new ones as they occur, and the total when it changes.
   */
  @Get(':id/events')
  @Roles('user')
  @EventStreamRoute({ status: OrderTimelineEntry, total: OrderTotal })
  @ApiProblems(orderErrors['not-found'], realtimeErrors['too-many-streams'])
  followOrder(
    @CurrentStreamRequest() request: StreamRequest,
    @Param('id') id: string,
  ): Promise<StreamableFile | undefined> {
    return this.streams.open(request, this.followOrderAction.run(request.user.id, id));
  }

  /**
   * Download the invoice of an own order
   *
   * @remarks The document of its sale, which is issued when the goods leave. Before that the confirmation.
   */
  @Get(':id/invoice')
  @Roles('user')
  @Limited('invoices')
  @ApiInvoice()
  async getInvoice(@CurrentUser() user: AuthenticatedUser, @Param('id') id: string): Promise<StreamableFile> {
    return pdfResponse(await this.invoices.ofOwnOrder(user.id, id));
  }

  /** Download a document of an own order */
  @Get(':id/documents/:documentId/file')
  @Roles('user')
  @Limited('invoices')
  @ApiDocument(orderErrors['not-found'])
  async getOrderDocument(
    @CurrentUser() user: AuthenticatedUser,
    @Param('id') id: string,
    @Param('documentId') documentId: string,
  ): Promise<StreamableFile> {
    return pdfResponse(await this.invoices.documentOfOwnOrder(user.id, id, documentId));
  }

  /**
   * Cancel an own order
   *
   * @remarks Possible until the order is packed.
   */
  @Post(':id/cancel')
  @Roles('user')
  @TakesIdempotencyKey()
  @HttpCode(200)
  @ApiProblems(orderErrors['not-found'], orderErrors['transition-not-allowed'])
  async cancelOrder(@CurrentUser() user: AuthenticatedUser, @Param('id') id: string): Promise<OrderView> {
    await this.transitionOrderAction.run(user, { orderId: id, to: 'cancelled', note: null });
    return this.orders.ownOrder(user.id, id);
  }

  /** Add a past order's products to the cart */
  @Post(':id/reorder')
  @Roles('user')
  @TakesIdempotencyKey()
  @HttpCode(200)
  @ApiProblems(orderErrors['not-found'], cartErrors['too-large'])
  reorder(@CurrentUser() user: AuthenticatedUser, @Param('id') id: string): Promise<CartView> {
    return this.orders.reorder(user.id, id);
  }
}
