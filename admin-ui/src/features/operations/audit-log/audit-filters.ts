import { endOfDay, isDay, startOfDay } from '../../../common/day-range';
import { SUBJECT_TYPES, type AuditFilters } from './audit-log';

type Name = 'kind' | 'subject' | 'actor' | 'from' | 'to';

interface Chosen {
  readonly q: string;
  readonly page: number;
  readonly pageSize: number;
  readonly filters: Readonly<Record<Name, string | undefined>>;
}

/** What to ask the API for. The days are whole days where the store is. @param timeZone IANA */
export function auditFilters({ q, page, pageSize, filters }: Chosen, timeZone: string): AuditFilters {
  const subjectType = SUBJECT_TYPES.find((type) => type === filters.kind);
  const from = isDay(filters.from) ? startOfDay(filters.from, timeZone) : undefined;
  const to = isDay(filters.to) ? endOfDay(filters.to, timeZone) : undefined;
  return {
    page,
    pageSize,
    ...(q && { action: q }),
    ...(subjectType && { subjectType }),
    ...(filters.subject && { subjectId: filters.subject }),
    ...(filters.actor && { actorId: filters.actor }),
    ...(from && { from }),
    ...(to && { to }),
  };
}
