import { Injectable } from '@nestjs/common';
import { EventProcessor, type Handlers } from '../platform/outbox/event-processor.js';
import { OutboxRelay } from '../platform/outbox/outbox-relay.js';
import { OutboxStore } from '../platform/outbox/outbox-store.js';
import { ProcessesJobsOf } from '../platform/queues/processors.js';
import { SendDecisionMail } from './send-decision-mail.js';

/** Notifies the requesters of sections. */
@Injectable()
@ProcessesJobsOf('section-requests')
export class SectionRequestsProcessor extends EventProcessor<'section-requests'> {
  protected readonly handlers: Handlers<'section-requests'> = {
    'section-requests.decided': ({ sectionRequestId }, eventId) =>
      this.sendDecision.run(sectionRequestId, eventId),
  };

  constructor(
    events: OutboxStore,
    relay: OutboxRelay,
    private readonly sendDecision: SendDecisionMail,
  ) {
    super(events, relay);
  }
}
