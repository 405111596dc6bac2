import { Injectable } from '@nestjs/common';
import { EventProcessor, type Handlers } from '../platform/outbox/event-processor.js';
import { OutboxRelay } from '../platform/outbox/outbox-relay.js';
import { OutboxStore } from '../platform/outbox/outbox-store.js';
import { ProcessesJobsOf } from '../platform/queues/processors.js';
import { RecordLowStockAlert } from './low-stock/record-low-stock-alert.js';

/** Processes the events that stock changes write. */
@Injectable()
@ProcessesJobsOf('catalog')
export class StockProcessor extends EventProcessor<'catalog'> {
  protected readonly handlers: Handlers<'catalog'> = {
    'catalog.stock-low': ({ productId }, eventId) => this.recordLowStockAlert.run(productId, eventId),
  };

  constructor(
    events: OutboxStore,
    relay: OutboxRelay,
    private readonly recordLowStockAlert: RecordLowStockAlert,
  ) {
    super(events, relay);
  }
}
