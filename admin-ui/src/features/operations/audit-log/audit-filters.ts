import { endOfDay, isDay, startOfDay } from '../../../common/day-range';
import { ACTIONS, SUBJECT_TYPES, type AuditFilters } from './audit-log';

type Name = 'kind' | 'what' | 'subject' | 'actor' | 'from' | 'to';

interface TableFilters {
  readonly q: string;
  readonly page: number;
  readonly pageSize: number;
  readonly filters: Readonly<Record<Name, string | undefined>>;
}

/** Returns the API query for the chosen filters. Dates are full days in the store's time zone. @param timeZone IANA name */
export function auditFilters({ q, page, pageSize, filters }: TableFilters, timeZone: string): AuditFilters {
  const subjectType = SUBJECT_TYPES.find((type) => type === filters.kind);
  const action = ACTIONS.find((one) => one === filters.what);
  const from = isDay(filters.from) ? startOfDay(filters.from, timeZone) : undefined;
  const to = isDay(filters.to) ? endOfDay(filters.to, timeZone) : undefined;
  return {
    page,
    pageSize,
    ...(q && { q }),
    ...(action && { action }),
    ...(subjectType && { subjectType }),
    ...(filters.subject && { subjectId: filters.subject }),
    ...(filters.actor && { actorId: filters.actor }),
    ...(from && { from }),
    ...(to && { to }),
  };
}
