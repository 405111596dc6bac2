import { Module } from '@nestjs/common';
import { CartModule } from '../cart/cart.module.js';
import { CatalogModule } from '../catalog/catalog.module.js';
import { StockModule } from '../stock/stock.module.js';
import { AdminOrdersController } from './admin-orders.controller.js';
import { CancelOrder } from './cancel-order.js';
import { FollowOrder } from './follow-order.js';
import { CleanUpIdempotencyKeys } from './clean-up-idempotency-keys.js';
import { Idempotency } from './idempotency.js';
import { CleanUpInvoiceParts } from './invoices/clean-up-invoice-parts.js';
import { Invoices } from './invoices/invoices.js';
import { MoveOrder } from './move-order.js';
import { OrderExports } from './order-exports.js';
import { OrderSteps } from './order-steps.js';
import { OrdersController } from './orders.controller.js';
import { OrdersProcessor } from './orders.processor.js';
import { OrdersService } from './orders.service.js';
import { PlaceOrder } from './place-order.js';
import { SendOrderConfirmation } from './send-order-confirmation.js';
import { SendOrderStatus } from './send-order-status.js';
import { UndoStep } from './undo-step.js';

@Module({
  imports: [CartModule, CatalogModule, StockModule],
  controllers: [OrdersController, AdminOrdersController],
  providers: [
    CancelOrder,
    CleanUpIdempotencyKeys,
    CleanUpInvoiceParts,
    FollowOrder,
    Idempotency,
    Invoices,
    MoveOrder,
    OrderExports,
    OrderSteps,
    OrdersService,
    OrdersProcessor,
    PlaceOrder,
    SendOrderConfirmation,
    SendOrderStatus,
    UndoStep,
  ],
  exports: [CancelOrder, Invoices, MoveOrder, PlaceOrder],
})
export class OrdersModule {}
