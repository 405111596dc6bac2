import { Injectable } from '@nestjs/common';
import { EventProcessor, type Handlers } from '../platform/outbox/event-processor.js';
import { OutboxRelay } from '../platform/outbox/outbox-relay.js';
import { OutboxStore } from '../platform/outbox/outbox-store.js';
import { ProcessesJobsOf } from '../platform/queues/processors.js';
import { SendPasswordReset } from './passwords/send-password-reset.js';

/** Sends the mails to users who cannot sign in. */
@Injectable()
@ProcessesJobsOf('auth')
export class AuthProcessor extends EventProcessor<'auth'> {
  protected readonly handlers: Handlers<'auth'> = {
    'auth.password-forgotten': ({ passwordResetId }, eventId) =>
      this.sendPasswordReset.run(passwordResetId, eventId),
  };

  constructor(
    events: OutboxStore,
    relay: OutboxRelay,
    private readonly sendPasswordReset: SendPasswordReset,
  ) {
    super(events, relay);
  }
}
