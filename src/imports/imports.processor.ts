import { Injectable } from '@nestjs/common';
import { EventProcessor, type Handlers } from '../platform/outbox/event-processor.js';
import { OutboxRelay } from '../platform/outbox/outbox-relay.js';
import { OutboxStore } from '../platform/outbox/outbox-store.js';
import { ProcessesJobsOf } from '../platform/queues/processors.js';
import { RunImport } from './run-import.js';

@Injectable()
@ProcessesJobsOf('imports')
export class ImportsProcessor extends EventProcessor<'imports'> {
  protected readonly handlers: Handlers<'imports'> = {
    'imports.requested': ({ importId }) => this.runImport.run(importId),
  };

  constructor(
    events: OutboxStore,
    relay: OutboxRelay,
    private readonly runImport: RunImport,
  ) {
    super(events, relay);
  }
}
