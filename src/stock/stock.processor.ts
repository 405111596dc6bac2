import { Injectable } from '@nestjs/common';
import { EventProcessor, ProcessesEventsOf, type Handlers } from '../platform/outbox/event-processor.js';
import { OutboxRelay } from '../platform/outbox/outbox-relay.js';
import { OutboxStore } from '../platform/outbox/outbox-store.js';
import { RecordLowStockAlert } from './record-low-stock-alert.js';

/** What follows from a change of the stock. */
@Injectable()
@ProcessesEventsOf('catalog')
export class CatalogProcessor extends EventProcessor<'catalog'> {
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
