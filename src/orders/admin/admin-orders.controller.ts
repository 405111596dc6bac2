import { Body, Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentUser, Roles } from '../../platform/access/access.decorators.js';
import type { AuthenticatedUser } from '../../platform/access/authenticated-user.js';
import { requestErrors } from '../../platform/common/common.errors.js';
import { ApiProblems } from '../../platform/http/errors/api-problems.js';
import { Limited, LimitedSearch } from '../../platform/http/throttling/limited.js';
import { TakesIdempotencyKey } from '../../platform/idempotency/takes-idempotency-key.js';
import { forEachOrder } from '../for-each-order.js';
import { DocumentFiles } from '../../documents/files/document-files.js';
import { documentErrors } from '../../documents/documents.errors.js';
import { ApiDocument, ApiInvoice, pdfResponse } from '../invoices/invoice-response.js';
import { Invoices } from '../invoices/invoices.js';
import { orderErrors } from '../orders.errors.js';
import { OrdersService } from '../orders.service.js';
import { TransitionOrder } from '../workflow/transition-order.js';
import {
  AdminOrderQuery,
  AdminOrderTable,
  AdminOrderView,
  MatchingOrders,
  MatchingOrdersQuery,
  OrderOutcomes,
  TransitionBody,
  TransitionsBody,
  UndoBody,
} from './admin-orders.dto.js';

@ApiTags('order administration')
@Controller('admin/orders')
export class AdminOrdersController {
  constructor(
    private readonly orders: OrdersService,
    private readonly transitionOrderAction: TransitionOrder,
    private readonly invoices: Invoices,
    private readonly documents: DocumentFiles,
  ) {}

  /** List orders */
  @Get()
  @Roles('store_manager', 'admin')
  @LimitedSearch('staff-searches')
  listAdminOrders(
    @CurrentUser() user: AuthenticatedUser,
    @Query() query: AdminOrderQuery,
  ): Promise<AdminOrderTable> {
    return this.orders.orders(user, query);
  }

  /** List all orders that match, to change their status together */
  @Get('matching')
  @Roles('store_manager', 'admin')
  @LimitedSearch('staff-searches')
  @ApiProblems(requestErrors['too-many-matches'])
  listMatchingOrders(
    @CurrentUser() user: AuthenticatedUser,
    @Query() query: MatchingOrdersQuery,
  ): Promise<MatchingOrders> {
    return this.orders.matching(user, query);
  }

  /** Get an order */
  @Get(':id')
  @Roles('store_manager', 'admin')
  @ApiProblems(orderErrors['not-found'])
  getAdminOrder(@CurrentUser() user: AuthenticatedUser, @Param('id') id: string): Promise<AdminOrderView> {
    return this.orders.order(user, id);
  }

  /**
   * Download the invoice of an order
   *
   * @remarks The document of its sale, which is issued when the goods leave. Before that the confirmation.
   */
  @Get(':id/invoice')
  @Roles('store_manager', 'admin')
  @Limited('invoices')
  @ApiInvoice()
  async getAdminInvoice(@Param('id') id: string): Promise<StreamableFile> {
    return pdfResponse(await this.invoices.ensure(id));
  }

  /** Download a document of an order */
  @Get(':id/documents/:documentId/file')
  @Roles('store_manager', 'admin')
  @Limited('invoices')
  @ApiDocument()
  async getAdminOrderDocument(
    @Param('id') id: string,
    @Param('documentId') documentId: string,
  ): Promise<StreamableFile> {
    return pdfResponse(await this.documents.ofOrder(id, documentId));
  }

  /**
   * Change the status of an order
   *
   * @remarks When the goods leave, the document of the sale is issued.
   */
  @Post(':id/transitions')
  @TakesIdempotencyKey()
  @Roles('store_manager', 'admin')
  @HttpCode(200)
  @ApiProblems(
    orderErrors['not-found'],
    orderErrors['transition-not-allowed'],
    documentErrors['legal-missing'],
    documentErrors['total-differs'],
  )
  async transitionOrder(
    @CurrentUser() user: AuthenticatedUser,
    @Param('id') id: string,
    @Body() body: TransitionBody,
  ): Promise<AdminOrderView> {
    await this.transitionOrderAction.run(user, { orderId: id, to: body.to, note: body.note ?? null });
    return this.orders.order(user, id);
  }

  /**
   * Change the status of several orders
   *
   * @remarks Each order has its own outcome: a refusal does not affect the others.
   */
  @Post('transitions')
  @TakesIdempotencyKey()
  @Roles('store_manager', 'admin')
  @Limited('bulk-changes')
  @HttpCode(200)
  async transitionOrders(
    @CurrentUser() user: AuthenticatedUser,
    @Body() { orderIds, to, note = null }: TransitionsBody,
  ): Promise<OrderOutcomes> {
    const changeStatus = (orderId: string): Promise<void> =>
      this.transitionOrderAction.run(user, { orderId, to, note });
    return { items: await this.orders.outcomes(user, await forEachOrder(orderIds, changeStatus)) };
  }

  /**
   * Undo the latest transition of several orders
   *
   * @remarks Possible for ten minutes. A cancellation cannot be undone.
   */
  @Post('transitions/undo')
  @TakesIdempotencyKey()
  @Roles('store_manager', 'admin')
  @Limited('bulk-changes')
  @HttpCode(200)
  async undoTransitions(
    @CurrentUser() user: AuthenticatedUser,
    @Body() { orderIds, status }: UndoBody,
  ): Promise<OrderOutcomes> {
    const undo = (orderId: string): Promise<void> => this.transitionOrderAction.undo(user, orderId, status);
    return { items: await this.orders.outcomes(user, await forEachOrder(orderIds, undo)) };
  }
}
