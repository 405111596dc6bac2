import { Injectable } from '@nestjs/common';
import { EventProcessor, ProcessesEventsOf, type Handlers } from '../jobs/event-processor.js';
import { OpenEvents } from '../jobs/open-events.js';
import { Relay } from '../jobs/relay.js';
import { NoteLowStock } from './note-low-stock.js';

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
