import { Injectable } from '@nestjs/common';
import { EventProcessor, ProcessesEventsOf, type Handlers } from '../jobs/event-processor.js';
import { OpenEvents } from '../jobs/open-events.js';
import { Relay } from '../jobs/relay.js';
import { SendPasswordReset } from './send-password-reset.js';

/** What is sent to who cannot sign in. */
@Injectable()
@ProcessesEventsOf('auth')
export class AuthProcessor extends EventProcessor<'auth'> {
  protected readonly handlers: Handlers<'auth'> = {
    'auth.password-forgotten': ({ passwordResetId }, eventId) =>
      this.sendPasswordReset.run(passwordResetId, eventId),
  };

  constructor(
    events: OpenEvents,
    relay: Relay,
    private readonly sendPasswordReset: SendPasswordReset,
  ) {
    super(events, relay);
  }
}
