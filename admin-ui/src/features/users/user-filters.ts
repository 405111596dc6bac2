import { DAY_MS, HOUR_MS } from 'ui-common/dates/durations';
import { toIsoString } from 'ui-common/dates/iso-time';
import { ROLES, STATUSES, type UserFilters, type UserSort } from './users';

interface TableFilters {
  readonly q: string;
  readonly page: number;
  readonly pageSize: number;
  readonly sort: string;
  readonly filters: Readonly<Record<'role' | 'status' | 'activity', string | undefined>>;
}

const SORTS = [
  'username',
  '-username',
  'lastActivity',
  '-lastActivity',
  'createdAt',
  '-createdAt',
] as const satisfies readonly UserSort[];

/** Activity filters: active within a number of days, or inactive for that long. */
export const ACTIVITIES = ['within-1', 'within-7', 'within-30', 'away-30', 'away-90', 'away-180'] as const;

/**
 * Returns the API query for the chosen filters.
 *
 * @param now milliseconds since 1970; rounded down to the hour, so that the query stays cacheable
 */
export function userFilters({ q, page, pageSize, sort, filters }: TableFilters, now: number): UserFilters {
  const role = valid(ROLES, filters.role);
  const status = valid(STATUSES, filters.status);
  const order = valid(SORTS, sort);
  return {
    page,
    pageSize,
    ...(order && { sort: order }),
    ...(q && { q }),
    ...(role && { role }),
    ...(status && { status }),
    ...activityFilter(valid(ACTIVITIES, filters.activity), now),
  };
}

function activityFilter(
  activity: (typeof ACTIVITIES)[number] | undefined,
  now: number,
): Pick<UserFilters, 'activeSince' | 'inactiveDays'> {
  if (activity === undefined) return {};
  const [kind, days] = activity.split('-');
  if (kind === 'away') return { inactiveDays: Number(days) };
  return { activeSince: toIsoString(Math.floor(now / HOUR_MS) * HOUR_MS - Number(days) * DAY_MS) };
}

function valid<Value extends string>(values: readonly Value[], input: string | undefined): Value | undefined {
  return values.find((value) => value === input);
}
