import { useQuery } from '@pinia/colada';
import { responseBody, api, type Schema } from 'ui-common/api/client';

export type Mail = Schema<'MailView'>;

export const MAIL_KINDS = [
  'order-confirmation',
  'order-status',
  'order-cancelled',
  'credit-note',
  'account-pending',
  'account-approved',
  'section-request-decided',
  'password-reset',
  'invitation',
  'email-confirmation',
  'security-notice',
  'daily-reminder',
  'monthly-report',
  'store-report',
  'low-stock',
  'daily-reminder-chat',
] as const satisfies readonly Mail['kind'][];

/** Filters of the table of mails. */
export interface MailFilters {
  readonly page: number;
  readonly pageSize: number;
  readonly kind?: Mail['kind'];
  readonly q?: string;
}

/** Queries a page of sent mails, newest first. */
export function useMails(filters: () => MailFilters) {
  return useQuery({
    key: () => ['mails', 'table', { ...filters() }],
    query: () => responseBody(api.GET('/api/v1/admin/mails', { params: { query: filters() } })),
    placeholderData: (previous: Schema<'MailTable'> | undefined) => previous,
  });
}

/** Queries a mail. A mail never changes, so it never becomes stale. */
export function useMail(id: () => string | undefined) {
  return useQuery({
    key: () => ['mails', 'one', id() ?? ''],
    query: () => responseBody(api.GET('/api/v1/admin/mails/{id}', { params: { path: { id: id() ?? '' } } })),
    enabled: () => id() !== undefined,
    staleTime: Infinity,
  });
}

/** Returns the delivery state of a mail. */
export function mailState({ sentAt, refusedAt, heldAt }: Pick<Mail, 'sentAt' | 'refusedAt' | 'heldAt'>) {
  if (refusedAt !== null) return 'refused';
  if (heldAt !== null) return 'held';
  return sentAt === null ? 'trying' : 'sent';
}
