import type { MailFormatters } from './mail-formatters.js';
import type { MailData, MailKind } from './mail-kinds.js';
import type { TextParameters } from './mail-language.js';

/** Text path of a subject, and its parameters. */
interface Subject {
  readonly path: string;
  readonly parameters: TextParameters;
}

interface MailRecipient {
  readonly name: string;
  readonly store: string;
  readonly formats: MailFormatters;
}

const SUBJECTS: { readonly [Kind in MailKind]: (data: MailData[Kind], recipient: MailRecipient) => Subject } =
  {
    'order-confirmation': ({ number }, { store }) => ({
      path: 'order-confirmation.subject',
      parameters: { number, store },
    }),
    'order-status': ({ number, status }) => ({
      path: `order-status.subject.${status}`,
      parameters: { number },
    }),
    'order-cancelled': ({ number }) => ({ path: 'order-cancelled.subject', parameters: { number } }),
    'credit-note': ({ number }, { store }) => ({
      path: 'credit-note.subject',
      parameters: { number, store },
    }),
    'account-pending': ({ displayName }) => ({
      path: 'account-pending.subject',
      parameters: { displayName },
    }),
    'account-approved': (_, { store }) => ({ path: 'account-approved.subject', parameters: { store } }),
    'section-request-decided': ({ decision, sectionName }) => ({
      path: `section-request-decided.subject.${decision}`,
      parameters: { sectionName },
    }),
    'password-reset': (_, { store }) => ({ path: 'password-reset.subject', parameters: { store } }),
    invitation: (_, { store }) => ({ path: 'invitation.subject', parameters: { store } }),
    'email-confirmation': (_, { store }) => ({ path: 'email-confirmation.subject', parameters: { store } }),
    'security-notice': ({ change }, { store }) => ({
      path: `security-notice.subject.${change}`,
      parameters: { store },
    }),
    'daily-reminder': (_, { name }) => ({ path: 'daily-reminder.subject', parameters: { name } }),
    'monthly-report': ({ month }, { store, formats }) => ({
      path: 'monthly-report.subject',
      parameters: { store, month: formats.month(month) },
    }),
    'store-report': ({ month }, { store, formats }) => ({
      path: 'store-report.subject',
      parameters: { store, month: formats.month(month) },
    }),
    'low-stock': ({ products }) => ({ path: 'low-stock.subject', parameters: { count: products.length } }),
  };

/** Returns the subject of a mail before translation. */
export function subjectOf<Kind extends MailKind>(
  kind: Kind,
  data: MailData[Kind],
  recipient: MailRecipient,
): Subject {
  return SUBJECTS[kind](data, recipient);
}
