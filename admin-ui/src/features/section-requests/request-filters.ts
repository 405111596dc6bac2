import type { RequestFilters, SectionRequest } from './section-requests';

interface Chosen {
  readonly q: string;
  readonly page: number;
  readonly pageSize: number;
  readonly filters: { readonly status: string | undefined; readonly type: string | undefined };
}

const STATUSES = ['pending', 'approved', 'rejected'] as const satisfies readonly SectionRequest['status'][];
const TYPES = ['create', 'rename', 'delete'] as const satisfies readonly SectionRequest['requestType'][];

/** What to ask the API for. Where nothing else is chosen, it is the queue: those that wait. */
export function requestFilters({ q, page, pageSize, filters }: Chosen): RequestFilters {
  const status = filters.status === 'all' ? undefined : (known(STATUSES, filters.status) ?? 'pending');
  const requestType = known(TYPES, filters.type);
  return {
    page,
    pageSize,
    ...(status && { status }),
    ...(requestType && { requestType }),
    ...(q && { q }),
  };
}

function known<Value extends string>(values: readonly Value[], given: string | undefined): Value | undefined {
  return values.find((value) => value === given);
}
