import { Module } from '@nestjs/common';
import { CartModule } from '../cart/cart.module.js';
import { CatalogModule } from '../catalog/catalog.module.js';
import { StockModule } from '../stock/stock.module.js';
import { AdminOrdersController } from './admin/admin-orders.controller.js';
import { OrderExports } from './admin/order-exports.js';
import { Idempotency } from './checkout/idempotency.js';
import { PlaceOrder } from './checkout/place-order.js';
import { CleanUpInvoiceParts } from './invoices/clean-up-invoice-parts.js';
import { Invoices } from './invoices/invoices.js';
import { SendOrderConfirmation } from './mail/send-order-confirmation.js';
import { SendOrderStatus } from './mail/send-order-status.js';
import { OrderEventSource } from './order-event-source.js';
import { OrdersController } from './orders.controller.js';
import { OrdersProcessor } from './orders.processor.js';
import { OrdersService } from './orders.service.js';
import { CancelOrder } from './workflow/cancel-order.js';
import { ChangeOrderStatus } from './workflow/change-order-status.js';
import { OrderTransitions } from './workflow/order-transitions.js';
import { UndoTransition } from './workflow/undo-transition.js';

@Module({
  imports: [CartModule, CatalogModule, StockModule],
  controllers: [OrdersController, AdminOrdersController],
  providers: [
    CancelOrder,
    CleanUpInvoiceParts,
    OrderEventSource,
    Idempotency,
    Invoices,
    ChangeOrderStatus,
    OrderExports,
    OrderTransitions,
    OrdersService,
    OrdersProcessor,
    PlaceOrder,
    SendOrderConfirmation,
    SendOrderStatus,
    UndoTransition,
  ],
  exports: [CancelOrder, Invoices, ChangeOrderStatus, PlaceOrder],
})
export class OrdersModule {}
