import { Injectable } from '@nestjs/common';
import { EventProcessor, ProcessesEventsOf, type Handlers } from '../jobs/event-processor.js';
import { OpenEvents } from '../jobs/open-events.js';
import { Relay } from '../jobs/relay.js';
import { RunExport } from './run-export.js';

@Injectable()
@ProcessesEventsOf('exports')
export class ExportsProcessor extends EventProcessor<'exports'> {
  protected readonly handlers: Handlers<'exports'> = {
    'exports.requested': ({ exportId }) => this.runExport.run(exportId),
  };

  constructor(
    events: OpenEvents,
    relay: Relay,
    private readonly runExport: RunExport,
  ) {
    super(events, relay);
  }
}
