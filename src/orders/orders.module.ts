import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CartModule } from '../cart/cart.module.js';
import { CatalogModule } from '../catalog/catalog.module.js';
import { CustomersModule } from '../customers/customers.module.js';
import { DocumentsModule } from '../documents/documents.module.js';
import { SettingsModule } from '../settings/settings.module.js';
import { StockModule } from '../stock/stock.module.js';
import { TaxesModule } from '../taxes/taxes.module.js';
import { UsersModule } from '../users/users.module.js';
import { AdminOrdersController } from './admin/admin-orders.controller.js';
import { OrderExports } from './admin/order-exports.js';
import { DiscountsController } from './discounts/discounts.controller.js';
import { OrderDiscount } from './discounts/order-discount.entity.js';
import { OrderDiscounts } from './discounts/order-discounts.js';
import { OrderWriter } from './checkout/order-writer.js';
import { PlaceOrder } from './checkout/place-order.js';
import { DocumentsProcessor } from './documents.processor.js';
import { CleanUpInvoiceParts } from './invoices/clean-up-invoice-parts.js';
import { Invoice } from './invoices/invoice.entity.js';
import { Invoices } from './invoices/invoices.js';
import { SendCreditNote } from './mail/send-credit-note.js';
import { SendOrderConfirmation } from './mail/send-order-confirmation.js';
import { SendOrderStatus } from './mail/send-order-status.js';
import { OrderEventSource } from './order-event-source.js';
import { OrderCharge } from './order-charge.entity.js';
import { OrderItem } from './order-item.entity.js';
import { Order } from './order.entity.js';
import { OrdersController } from './orders.controller.js';
import { OrdersProcessor } from './orders.processor.js';
import { OrdersService } from './orders.service.js';
import { WritePastOrders } from './past/write-past-orders.js';
import { PhoneOrdersController } from './phone/phone-orders.controller.js';
import { Quotes } from './phone/quotes.js';
import { TakeOrder } from './phone/take-order.js';
import { PickTick } from './picking/pick-tick.entity.js';
import { PickTicksController } from './picking/pick-ticks.controller.js';
import { SetPickTicks } from './picking/set-pick-ticks.js';
import { OrderStatusChange } from './workflow/order-status-change.entity.js';
import { TransitionOrder } from './workflow/transition-order.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([
      Order,
      OrderCharge,
      OrderDiscount,
      OrderItem,
      OrderStatusChange,
      Invoice,
      PickTick,
    ]),
    CartModule,
    CatalogModule,
    CustomersModule,
    DocumentsModule,
    SettingsModule,
    StockModule,
    TaxesModule,
    UsersModule,
  ],
  controllers: [
    OrdersController,
    AdminOrdersController,
    DiscountsController,
    PhoneOrdersController,
    PickTicksController,
  ],
  providers: [
    CleanUpInvoiceParts,
    DocumentsProcessor,
    OrderEventSource,
    Invoices,
    OrderDiscounts,
    OrderExports,
    OrdersService,
    OrdersProcessor,
    OrderWriter,
    PlaceOrder,
    Quotes,
    SendCreditNote,
    SendOrderConfirmation,
    SendOrderStatus,
    SetPickTicks,
    TakeOrder,
    TransitionOrder,
    WritePastOrders,
  ],
  exports: [Invoices, OrderDiscounts, PlaceOrder, TransitionOrder, WritePastOrders],
})
export class OrdersModule {}
