import { Injectable } from '@nestjs/common';
import { EventProcessor, type Handlers } from '../platform/outbox/event-processor.js';
import { OutboxRelay } from '../platform/outbox/outbox-relay.js';
import { OutboxStore } from '../platform/outbox/outbox-store.js';
import { ProcessesJobsOf } from '../platform/queues/processors.js';
import { AnnouncePendingAccount } from './account/announce-pending-account.js';
import { SendAccountApproved } from './account/send-account-approved.js';
import { SendEmailChanged } from './email/send-email-changed.js';
import { SendEmailConfirmation } from './email/send-email-confirmation.js';
import { SendDailyReminder } from './reminders/send-daily-reminder.js';
import { SendSecurityNotice } from './security/send-security-notice.js';

/** Notifies users and admins about accounts. */
@Injectable()
@ProcessesJobsOf('users')
export class UsersProcessor extends EventProcessor<'users'> {
  protected readonly handlers: Handlers<'users'> = {
    'users.account-pending': ({ userId }, eventId) => this.announcePendingAccount.run(userId, eventId),
    'users.account-approved': ({ userId }, eventId) => this.sendAccountApproved.run(userId, eventId),
    'users.email-unconfirmed': ({ emailConfirmationId }, eventId) =>
      this.sendEmailConfirmation.run(emailConfirmationId, eventId),
    'users.email-changed': ({ emailConfirmationId }, eventId) =>
      this.sendEmailChanged.run(emailConfirmationId, eventId),
    'users.security-changed': (change, eventId) => this.sendSecurityNotice.run(change, eventId),
    'users.reminder-due': (reminder) => this.sendDailyReminder.run(reminder),
  };

  constructor(
    events: OutboxStore,
    relay: OutboxRelay,
    private readonly announcePendingAccount: AnnouncePendingAccount,
    private readonly sendAccountApproved: SendAccountApproved,
    private readonly sendEmailConfirmation: SendEmailConfirmation,
    private readonly sendEmailChanged: SendEmailChanged,
    private readonly sendSecurityNotice: SendSecurityNotice,
    private readonly sendDailyReminder: SendDailyReminder,
  ) {
    super(events, relay);
  }
}
