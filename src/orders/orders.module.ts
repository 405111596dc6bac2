import { Module } from '@nestjs/common';
import { CartModule } from '../cart/cart.module.js';
import { CatalogModule } from '../catalog/catalog.module.js';
import { AdminOrdersController } from './admin-orders.controller.js';
import { CancelOrder } from './cancel-order.js';
import { Idempotency } from './idempotency.js';
import { MoveOrder } from './move-order.js';
import { OrderSteps } from './order-steps.js';
import { OrdersController } from './orders.controller.js';
import { OrdersService } from './orders.service.js';
import { PlaceOrder } from './place-order.js';
import { SendOrderStatus } from './send-order-status.js';

@Module({
  imports: [CartModule, CatalogModule],
  controllers: [OrdersController, AdminOrdersController],
  providers: [CancelOrder, Idempotency, MoveOrder, OrderSteps, OrdersService, PlaceOrder, SendOrderStatus],
  exports: [CancelOrder, MoveOrder, PlaceOrder],
})
export class OrdersModule {}
