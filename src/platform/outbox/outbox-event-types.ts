/** Every event that a transaction can promise, with what its processor needs to load the rest. */
export interface OutboxEvents {
  'orders.placed': { readonly orderId: string };
  'orders.cancelled': { readonly orderId: string };
  'orders.status-changed': { readonly orderId: string; readonly status: string };
  'catalog.stock-low': { readonly productId: string };
  'users.account-pending': { readonly userId: string };
  'users.account-approved': { readonly userId: string };
  /** No token in it: whoever mails it derives the token from the id, so that a stolen database opens no account. */
  'auth.password-forgotten': { readonly passwordResetId: string };
  'exports.requested': { readonly exportId: string };
  'imports.requested': { readonly importId: string };
  /** A shopper who did not come by on that day, YYYY-MM-DD in the store's time zone. */
  'users.reminder-due': { readonly userId: string; readonly day: string };
  /** A report of a month, YYYY-MM in the store's time zone, to a shopper or an admin. */
  'reports.monthly-due': { readonly userId: string; readonly month: string };
  'section-requests.decided': { readonly sectionRequestId: string };
  /** A schedule is due, for the period that ended at that instant. */
  'schedules.due': { readonly schedule: string; readonly dueAt: number };
}

export type OutboxEventType = keyof OutboxEvents;

export type OutboxMessage = {
  [Type in OutboxEventType]: {
    readonly type: Type;
    /** What the event is about, such as `order:…`: events of one subject keep their order. */
    readonly subject: string;
    readonly payload: OutboxEvents[Type];
  };
}[keyof OutboxEvents];
