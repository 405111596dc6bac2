import type { RequestFilters, SectionRequest } from './section-requests';

interface TableFilters {
  readonly q: string;
  readonly page: number;
  readonly pageSize: number;
  readonly filters: { readonly status: string | undefined; readonly type: string | undefined };
}

const STATUSES = ['pending', 'approved', 'rejected'] as const satisfies readonly SectionRequest['status'][];
const TYPES = ['create', 'rename', 'delete'] as const satisfies readonly SectionRequest['requestType'][];

/** Returns the API query for the chosen filters; pending requests by default. */
export function requestFilters({ q, page, pageSize, filters }: TableFilters): RequestFilters {
  const status = filters.status === 'all' ? undefined : (valid(STATUSES, filters.status) ?? 'pending');
  const requestType = valid(TYPES, filters.type);
  return {
    page,
    pageSize,
    ...(status && { status }),
    ...(requestType && { requestType }),
    ...(q && { q }),
  };
}

function valid<Value extends string>(values: readonly Value[], input: string | undefined): Value | undefined {
  return values.find((value) => value === input);
}
