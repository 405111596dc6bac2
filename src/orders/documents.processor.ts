import { Injectable } from '@nestjs/common';
import { EventProcessor, type Handlers } from '../platform/outbox/event-processor.js';
import { OutboxRelay } from '../platform/outbox/outbox-relay.js';
import { OutboxStore } from '../platform/outbox/outbox-store.js';
import { ProcessesJobsOf } from '../platform/queues/processors.js';
import { SendCreditNote } from './mail/send-credit-note.js';

/** Processes the events of issued documents in the background. */
@Injectable()
@ProcessesJobsOf('documents')
export class DocumentsProcessor extends EventProcessor<'documents'> {
  protected readonly handlers: Handlers<'documents'> = {
    'documents.issued': ({ documentId }, eventId) => this.sendCreditNote.run(documentId, eventId),
  };

  constructor(
    events: OutboxStore,
    relay: OutboxRelay,
    private readonly sendCreditNote: SendCreditNote,
  ) {
    super(events, relay);
  }
}
