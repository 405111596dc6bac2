/** Every event type with its payload: the ids by which its processor loads the rest. */
export interface OutboxEvents {
  'orders.placed': { readonly orderId: string };
  'orders.cancelled': { readonly orderId: string };
  'orders.status-changed': { readonly orderId: string; readonly status: string };
  /** A document has been issued for an order. */
  'documents.issued': { readonly documentId: string };
  'catalog.stock-low': { readonly productId: string };
  'users.account-pending': { readonly userId: string };
  'users.account-approved': { readonly userId: string };
  /** An address waits for its confirmation. Contains no token either. */
  'users.email-unconfirmed': { readonly emailConfirmationId: string };
  'users.email-changed': { readonly emailConfirmationId: string };
  /** A change of the security of an account, of which its user is notified. `at` is in milliseconds. */
  'users.security-changed': {
    readonly userId: string;
    readonly at: number;
    readonly change:
      | 'password-changed'
      | 'password-reset'
      | 'password-reset-by-operator'
      | 'role-changed'
      | 'suspended'
      | 'restored'
      | 'sessions-ended'
      | 'new-device';
    /** The new role. */
    readonly role?: string;
    /** User agent of the new device. */
    readonly device?: string;
  };
  /** Contains no token: the mail derives it from the id, so that a stolen database opens no account. */
  'auth.password-forgotten': { readonly passwordResetId: string };
  'exports.requested': { readonly exportId: string };
  /** A member of staff has the customers of an import invited. */
  'invitations.requested': { readonly importId: string; readonly actorId: string };
  /** A customer is invited to set a first password. Contains no token either. */
  'invitations.added': { readonly passwordResetId: string };
  'imports.requested': { readonly importId: string };
  /** A customer who was not active on the day, YYYY-MM-DD in the store's time zone. */
  'users.reminder-due': { readonly userId: string; readonly day: string };
  /** The report of a month, YYYY-MM in the store's time zone, for a customer or an admin. */
  'reports.monthly-due': { readonly userId: string; readonly month: string };
  'section-requests.decided': { readonly sectionRequestId: string };
  /** A schedule is due for the period that ended at `dueAt`. */
  'schedules.due': { readonly schedule: string; readonly dueAt: number };
}

export type OutboxEventType = keyof OutboxEvents;

export type OutboxMessage = {
  [Type in OutboxEventType]: {
    readonly type: Type;
    /** Subject of the event, such as `order:…`. Events of one subject are processed in order. */
    readonly subject: string;
    readonly payload: OutboxEvents[Type];
  };
}[keyof OutboxEvents];
