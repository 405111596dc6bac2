import { Injectable } from '@nestjs/common';
import { EventProcessor, ProcessesEventsOf, type Handlers } from '../jobs/event-processor.js';
import { OpenEvents } from '../jobs/open-events.js';
import { Relay } from '../jobs/relay.js';
import type { OrderStatus } from './order-status.js';
import { SendOrderConfirmation } from './send-order-confirmation.js';
import { SendOrderStatus } from './send-order-status.js';

/** What follows from an order, after the answer to whoever placed or moved it. */
@Injectable()
@ProcessesEventsOf('orders')
export class OrdersProcessor extends EventProcessor<'orders'> {
  protected readonly handlers: Handlers<'orders'> = {
    'orders.placed': ({ orderId }, eventId) => this.sendConfirmation.run(orderId, eventId),
    'orders.cancelled': ({ orderId }, eventId) => this.sendStatus.run(orderId, 'cancelled', eventId),
    'orders.status-changed': ({ orderId, status }, eventId) =>
      this.sendStatus.run(orderId, status as OrderStatus, eventId),
  };

  constructor(
    events: OpenEvents,
    relay: Relay,
    private readonly sendConfirmation: SendOrderConfirmation,
    private readonly sendStatus: SendOrderStatus,
  ) {
    super(events, relay);
  }
}
