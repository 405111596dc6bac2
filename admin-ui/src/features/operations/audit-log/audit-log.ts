import { useQuery } from '@pinia/colada';
import texts from '../../../locales/en/audit.json';
import { responseBody, api, type Schema } from 'ui-common/api/client';

export type AuditEntry = Schema<'AuditEntryView'>;

/** Filters of the audit log table. */
export interface AuditFilters {
  readonly page: number;
  readonly pageSize: number;
  readonly q?: string;
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
  'stock-sheet',
  'synonyms',
  'wish',
  'order',
  'export',
  'import',
  'event',
  'mail',
  'saved-view',
  'store',
] as const;

/** Actions to filter by, as in the texts. */
export const ACTIONS = Object.entries(texts.action).flatMap(([room, names]) =>
  Object.keys(names).map((name) => `${room}.${name}`),
);

/** Queries a page of staff actions and security events, newest first. */
export function useAuditLog(filters: () => AuditFilters) {
  return useQuery({
    key: () => ['audit-log', { ...filters() }],
    query: () => responseBody(api.GET('/api/v1/admin/audit-log', { params: { query: filters() } })),
    placeholderData: (previous: Schema<'AuditLogTable'> | undefined) => previous,
  });
}
