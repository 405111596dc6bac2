import { Injectable } from '@nestjs/common';
import { EventProcessor, type Handlers } from '../platform/outbox/event-processor.js';
import { OutboxRelay } from '../platform/outbox/outbox-relay.js';
import { OutboxStore } from '../platform/outbox/outbox-store.js';
import { ProcessesJobsOf } from '../platform/queues/processors.js';
import type { OrderStatus } from '../rules/order-status/order-status.js';
import { SendOrderConfirmation } from './mail/send-order-confirmation.js';
import { SendOrderStatus } from './mail/send-order-status.js';

/** Processes the events of orders in the background, after the response. */
@Injectable()
@ProcessesJobsOf('orders')
export class OrdersProcessor extends EventProcessor<'orders'> {
  protected readonly handlers: Handlers<'orders'> = {
    'orders.placed': ({ orderId }, eventId) => this.sendConfirmation.run(orderId, eventId),
    'orders.cancelled': ({ orderId }, eventId) => this.sendStatus.run(orderId, 'cancelled', eventId),
    'orders.status-changed': ({ orderId, status }, eventId) =>
      this.sendStatus.run(orderId, status as OrderStatus, eventId),
  };

  constructor(
    events: OutboxStore,
    relay: OutboxRelay,
    private readonly sendConfirmation: SendOrderConfirmation,
    private readonly sendStatus: SendOrderStatus,
  ) {
    super(events, relay);
  }
}
