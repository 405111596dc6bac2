import { useQuery } from '@pinia/colada';
import { responseBody, api, type Schema } from 'ui-common/api/client';

export type AuditEntry = Schema<'AuditEntryView'>;

/** Filters of the audit log table. */
export interface AuditFilters {
  readonly page: number;
  readonly pageSize: number;
  readonly action?: string;
  readonly actorId?: string;
  readonly subjectType?: string;
  readonly subjectId?: string;
  readonly from?: string;
  readonly to?: string;
}

export const SUBJECT_TYPES = [
  'user',
  'session',
  'product',
  'section',
  'section-request',
  'synonyms',
  'wish',
  'order',
  'export',
  'import',
  'event',
  'mail',
  'store',
] as const;

/** Queries a page of staff actions and security events, newest first. */
export function useAuditLog(filters: () => AuditFilters) {
  return useQuery({
    key: () => ['audit-log', { ...filters() }],
    query: () => responseBody(api.GET('/api/v1/admin/audit-log', { params: { query: filters() } })),
    placeholderData: (previous: Schema<'AuditLogTable'> | undefined) => previous,
  });
}
