import { ROLES, STATUSES, type UserFilters, type UserSort } from './users';

interface Chosen {
  readonly q: string;
  readonly page: number;
  readonly pageSize: number;
  readonly sort: string;
  readonly filters: Readonly<Record<'role' | 'status' | 'activity', string | undefined>>;
}

const DAY = 86_400_000;
const HOUR = 3_600_000;
const SORTS = [
  'username',
  '-username',
  'lastActivity',
  '-lastActivity',
  'createdAt',
  '-createdAt',
] as const satisfies readonly UserSort[];

/** How long ago somebody was there: within so many days, or not within them. */
export const ACTIVITIES = ['within-1', 'within-7', 'within-30', 'away-30', 'away-90', 'away-180'] as const;

/**
 * What to ask the API for.
 *
 * @param now milliseconds since 1970; the hour it is in counts, so that the same question keeps its answer for a while
 */
export function userFilters({ q, page, pageSize, sort, filters }: Chosen, now: number): UserFilters {
  const role = known(ROLES, filters.role);
  const status = known(STATUSES, filters.status);
  const order = known(SORTS, sort);
  return {
    page,
    pageSize,
    ...(order && { sort: order }),
    ...(q && { q }),
    ...(role && { role }),
    ...(status && { status }),
    ...activityFilter(known(ACTIVITIES, filters.activity), now),
  };
}

function activityFilter(
  activity: (typeof ACTIVITIES)[number] | undefined,
  now: number,
): Pick<UserFilters, 'activeSince' | 'inactiveDays'> {
  if (activity === undefined) return {};
  const [kind, days] = activity.split('-');
  if (kind === 'away') return { inactiveDays: Number(days) };
  return { activeSince: new Date(Math.floor(now / HOUR) * HOUR - Number(days) * DAY).toISOString() };
}

function known<Value extends string>(values: readonly Value[], given: string | undefined): Value | undefined {
  return values.find((value) => value === given);
}
