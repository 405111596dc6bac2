import { Injectable } from '@nestjs/common';
import { EventProcessor, type Handlers } from '../platform/outbox/event-processor.js';
import { OutboxRelay } from '../platform/outbox/outbox-relay.js';
import { OutboxStore } from '../platform/outbox/outbox-store.js';
import { ProcessesJobsOf } from '../platform/queues/processors.js';
import { InviteImported } from './invite-imported.js';
import { SendInvitation } from './send-invitation.js';

/** Invites customers. A queue of its own: thousands of invitations delay no mail that a person waits for. */
@Injectable()
@ProcessesJobsOf('invitations')
export class InvitationsProcessor extends EventProcessor<'invitations'> {
  protected readonly handlers: Handlers<'invitations'> = {
    'invitations.requested': ({ importId, actorId }) => this.inviteImported.run(importId, actorId),
    'invitations.added': ({ passwordResetId }, eventId) => this.sendInvitation.run(passwordResetId, eventId),
  };

  constructor(
    events: OutboxStore,
    relay: OutboxRelay,
    private readonly inviteImported: InviteImported,
    private readonly sendInvitation: SendInvitation,
  ) {
    super(events, relay);
  }
}
