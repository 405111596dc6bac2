import { Injectable } from '@nestjs/common';
import { EventProcessor, ProcessesEventsOf, type Handlers } from '../platform/outbox/event-processor.js';
import { Relay } from '../platform/outbox/outbox-relay.js';
import { OpenEvents } from '../platform/outbox/outbox-store.js';
import { NoteLowStock } from './record-low-stock-alert.js';

/** What follows from a change of the stock. */
@Injectable()
@ProcessesEventsOf('catalog')
export class CatalogProcessor extends EventProcessor<'catalog'> {
  protected readonly handlers: Handlers<'catalog'> = {
    'catalog.stock-low': ({ productId }, eventId) => this.noteLowStock.run(productId, eventId),
  };

  constructor(
    events: OpenEvents,
    relay: Relay,
    private readonly noteLowStock: NoteLowStock,
  ) {
    super(events, relay);
  }
}
