import { Injectable } from '@nestjs/common';
import { EventProcessor, ProcessesEventsOf, type Handlers } from '../jobs/event-processor.js';
import { OpenEvents } from '../jobs/open-events.js';
import { Relay } from '../jobs/relay.js';
import { SendDecision } from './send-decision.js';

/** What whoever asked for a section hears of it. */
@Injectable()
@ProcessesEventsOf('section-requests')
export class SectionRequestsProcessor extends EventProcessor<'section-requests'> {
  protected readonly handlers: Handlers<'section-requests'> = {
    'section-requests.decided': ({ sectionRequestId }, eventId) =>
      this.sendDecision.run(sectionRequestId, eventId),
  };

  constructor(
    events: OpenEvents,
    relay: Relay,
    private readonly sendDecision: SendDecision,
  ) {
    super(events, relay);
  }
}
