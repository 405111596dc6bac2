import { Injectable } from '@nestjs/common';
import { EventProcessor, type Handlers } from '../outbox/event-processor.js';
import { OutboxRelay } from '../outbox/outbox-relay.js';
import { OutboxStore } from '../outbox/outbox-store.js';
import { ProcessesJobsOf } from '../queues/processors.js';
import { RunExport } from './run-export.js';

@Injectable()
@ProcessesJobsOf('exports')
export class ExportsProcessor extends EventProcessor<'exports'> {
  protected readonly handlers: Handlers<'exports'> = {
    'exports.requested': ({ exportId }) => this.runExport.run(exportId),
  };

  constructor(
    events: OutboxStore,
    relay: OutboxRelay,
    private readonly runExport: RunExport,
  ) {
    super(events, relay);
  }
}
