import { Injectable } from '@nestjs/common';
import { EventProcessor, ProcessesEventsOf, type Handlers } from '../jobs/event-processor.js';
import { OpenEvents } from '../jobs/open-events.js';
import { Relay } from '../jobs/relay.js';
import { RunImport } from './run-import.js';

@Injectable()
@ProcessesEventsOf('imports')
export class ImportsProcessor extends EventProcessor<'imports'> {
  protected readonly handlers: Handlers<'imports'> = {
    'imports.requested': ({ importId }) => this.runImport.run(importId),
  };

  constructor(
    events: OpenEvents,
    relay: Relay,
    private readonly runImport: RunImport,
  ) {
    super(events, relay);
  }
}
